package org.linli.notices;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.notices.NotDelivered.Why;
import org.springframework.stereotype.Component;

/** The channels there are, and which of them this installation has. */
@Component
class Channels {

    private final Map<String, Channel> channels = new TreeMap<>();

    Channels(List<Channel> channels) {
        channels.forEach(channel -> this.channels.put(channel.code(), channel));
    }

    /** The codes of all, by name. */
    Set<String> all() {
        return Set.copyOf(channels.keySet());
    }

    /** The codes of those that are open. */
    Set<String> open() {
        return channels.values().stream()
                .filter(Channel::isOpen)
                .map(Channel::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * An open channel.
     *
     * @throws NotDelivered if it is closed, or there is none
     */
    Channel named(String code) throws NotDelivered {
        var channel = channels.get(code);
        if (channel == null || !channel.isOpen()) {
            throw new NotDelivered(Why.CLOSED);
        }
        return channel;
    }
}
