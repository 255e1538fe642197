package org.linli.access.factor;

import java.time.Instant;
import java.util.Map;
import org.linli.platform.problem.Problem;

/** The phone's clock is too far off; the answer tells it ours, to be reckoned from. */
public final class ProofOutOfTime extends Problem {

    private final Instant now;

    ProofOutOfTime(Instant now) {
        super(Kind.UNKNOWN_CALLER, "access/proof-out-of-time");
        this.now = now;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("now", now.toString());
    }
}
