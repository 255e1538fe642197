package org.linli.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.access.AccessContext;
import org.linli.calendar.Calendar;
import org.linli.notices.DeliveryStore.Delivery;
import org.linli.notices.NotDelivered.Why;
import org.linli.platform.rounds.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries what waits to the channels, on any number of nodes: whoever takes a letter has it for two
 * minutes, so that two nodes do not carry the same. What cannot be delivered is tried again after
 * ever longer pauses, and then given up for an administrator to see.
 */
@Component
class Post implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    /** How long after each attempt comes the next. */
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6));

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Few enough to be carried within the lease, however slow their channel is. */
    private static final int AT_ONCE = 5;

    private final DeliveryStore store;
    private final Letters letters;
    private final Channels channels;
    private final Calendar calendar;
    private final Clock clock;

    Post(DeliveryStore store, Letters letters, Channels channels, Calendar calendar, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.channels = channels;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices.post";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void go() {
        carry();
    }

    /** Carries all that is due, and says how many letters that were. */
    int carry() {
        var carried = 0;
        for (var taken = take(); !taken.isEmpty(); taken = take()) {
            taken.forEach(this::carry);
            carried += taken.size();
        }
        return carried;
    }

    private List<Delivery> take() {
        return AccessContext.asSystem("post", () -> store.take(clock.instant(), LEASE, AT_ONCE));
    }

    private void carry(Delivery delivery) {
        AccessContext.asSystem("post", () -> carryNow(delivery));
    }

    private void carryNow(Delivery delivery) {
        try {
            var addressed = letters.addressed(delivery);
            var now = clock.instant();
            var over = addressed.quiet().over(now, calendar.zone());
            if (!delivery.line().urgent() && over.isAfter(now)) {
                store.putOff(delivery.id(), over);
                return;
            }
            channels.named(delivery.channel()).send(addressed.letter());
            store.sent(delivery.id(), clock.instant());
        } catch (NotDelivered failed) {
            failed(delivery, failed.why());
        } catch (RuntimeException broken) {
            LOG.warn("Letter {} is tried again: {}", delivery.id(), broken.toString());
            failed(delivery, Why.UNREACHABLE);
        }
    }

    private void failed(Delivery delivery, Why why) {
        var now = clock.instant();
        if (why == Why.UNREACHABLE && delivery.attempts() <= PAUSES.size()) {
            var pause = PAUSES.get(delivery.attempts() - 1);
            store.failed(delivery.id(), why.code(), now.plus(pause));
        } else {
            store.giveUp(delivery.id(), why.code(), now);
        }
    }
}
