package org.linli.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.linli.platform.operation.Operations;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;

/** Whether the trail is sealed as fast as it grows. */
@Component
public class TrailHealth {

    private static final Duration ALARM_AFTER = Duration.ofMinutes(1);

    private final SealStore store;
    private final Operations operations;
    private final Clock clock;

    TrailHealth(SealStore store, Operations operations, Clock clock) {
        this.operations = operations;
        this.store = store;
        this.clock = clock;
    }

    /** What whoever watches over Linli should look into; empty if nothing. */
    public Optional<Message> alarm() {
        var last = store.last();
        if (last.filter(seal -> seal.epoch() != operations.epoch()).isPresent()) {
            return Optional.empty();
        }
        return store.oldestSince(last.map(Seal::below).orElse(0L))
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(behind -> behind.compareTo(ALARM_AFTER) > 0)
                .map(behind -> Message.of("audit/behind", behind.toSeconds()));
    }
}
