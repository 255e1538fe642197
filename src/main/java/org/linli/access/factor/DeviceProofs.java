package org.linli.access.factor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that a request was signed by a phone, just now, for this request alone, and only once. */
@Component
public class DeviceProofs {

    /** How far a phone's clock, corrected by what we told it, may be from ours. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Cache<String, Boolean> taken;

    DeviceProofs(Clock clock) {
        this.clock = clock;
        this.taken =
                Caffeine.newBuilder()
                        .maximumSize(500_000)
                        .expireAfterWrite(TOLERANCE.multipliedBy(2).plusSeconds(1))
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    /**
     * The public key that signed the request.
     *
     * @throws ProofRefused unless it was signed for this method and address, and not sent before
     * @throws ProofOutOfTime if it was signed too long ago, or in the future
     */
    public byte[] keyBehind(String text, String method, @Nullable String host, String path) {
        var proof = DeviceProof.of(text);
        if (!proof.isFor(method, host, path)) {
            throw new ProofRefused();
        }
        var now = clock.instant();
        if (Duration.between(proof.at(), now).abs().compareTo(TOLERANCE) > 0) {
            throw new ProofOutOfTime(now);
        }
        if (taken.asMap().putIfAbsent(proof.id(), true) != null) {
            throw new ProofRefused();
        }
        return proof.key();
    }
}
