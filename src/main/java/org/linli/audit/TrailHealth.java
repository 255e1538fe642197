package org.linli.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;

/** Whether the trail is sealed as fast as it grows. */
@Component
public class TrailHealth {

    private static final Duration ALARM_AFTER = Duration.ofMinutes(1);

    private final SealStore store;
    private final Clock clock;

    TrailHealth(SealStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What whoever watches over Linli should look into; empty if nothing. */
    public Optional<Message> alarm() {
        return store.oldestUnsealed()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(behind -> behind.compareTo(ALARM_AFTER) > 0)
                .map(behind -> Message.of("audit/behind", behind.toSeconds()));
    }
}
