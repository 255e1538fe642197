package org.linli.platform.log;

import java.util.List;
import org.linli.platform.log.Followers.Lag;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;

/** Whether logs are followed as fast as they grow. */
@Component
public class FollowerHealth {

    private static final long ALARM_AFTER_SECONDS = 60;

    private final Followers followers;

    FollowerHealth(Followers followers) {
        this.followers = followers;
    }

    /** How far each follower is behind, by name. */
    public List<Lag> lags() {
        return followers.lags();
    }

    /** What whoever watches over Linli should look into. */
    public static List<Message> alarms(List<Lag> lags) {
        return lags.stream()
                .filter(lag -> lag.seconds() > ALARM_AFTER_SECONDS)
                .map(lag -> Message.of("log/behind", lag.follower(), lag.events(), lag.seconds()))
                .toList();
    }
}
