package org.linli.exchange.handback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.platform.http.CallFailed;
import org.linli.platform.http.OutboundHttp;
import org.linli.platform.rounds.Round;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends what is to be told: of one concern in order, of several side by side, each until it has
 * arrived or is given up. No transaction is open while somebody is called.
 */
@Component
class Courier implements Round {

    /** How long to wait after each attempt that failed; after the last, a message is given up. */
    static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24));

    /** Longer than a call can last. */
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private static final int AT_MOST = 20;
    private static final int GONE = 410;

    private final HandBackStore store;
    private final Signature signature;
    private final Postman postman;
    private final Clock clock;

    @Autowired
    Courier(HandBackStore store, Signature signature, OutboundHttp http, Clock clock) {
        this(
                store,
                signature,
                (address, body, headers) -> http.send(address, body, headers).status(),
                clock);
    }

    Courier(HandBackStore store, Signature signature, Postman postman, Clock clock) {
        this.store = store;
        this.signature = signature;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange.courier";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void go() {
        round();
    }

    /** Sends all that is due, until nothing more is. */
    void round() {
        List<Outgoing> taken;
        do {
            taken = AccessContext.asSystem("hand-back", this::take);
            sendSideBySide(taken);
        } while (!taken.isEmpty());
    }

    /** Whoever does not answer keeps nobody else waiting for what is theirs. */
    private void sendSideBySide(List<Outgoing> taken) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.stream()
                    .map(one -> CompletableFuture.runAsync(() -> send(one), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private List<Outgoing> take() {
        var now = clock.instant();
        return store.take(now, now.plus(TAKEN), AT_MOST);
    }

    private void send(Outgoing one) {
        var now = clock.instant();
        var failure = failure(one, now);
        AccessContext.asSystem(
                "hand-back",
                () -> {
                    if (failure == null) {
                        store.sent(one, now);
                    } else {
                        store.failed(one, next(one, failure, now), now, failure);
                    }
                });
    }

    /** What went wrong; null if it has arrived. */
    private @Nullable String failure(Outgoing one, Instant now) {
        try {
            var headers = signature.headers(one, now);
            var status = postman.carry(URI.create(one.url()), one.body(), headers);
            return status >= 200 && status < 300 ? null : Integer.toString(status);
        } catch (CallFailed failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    private static @Nullable Instant next(Outgoing one, String failure, Instant now) {
        var givenUp = one.attempts() > PAUSES.size() || failure.equals(Integer.toString(GONE));
        return givenUp ? null : now.plus(PAUSES.get(one.attempts() - 1));
    }
}
