package org.linli.access;

import java.util.List;
import java.util.Map;
import org.linli.platform.problem.Problem;

/**
 * The act is open to the caller, who has to show again that it is they. Pages ask for one of the
 * named ways and send the same request again.
 */
public final class FactorNeeded extends Problem {

    private final transient List<String> ways;

    private FactorNeeded(String code, List<String> ways) {
        super(Kind.FORBIDDEN, code);
        this.ways = List.copyOf(ways);
    }

    /**
     * The caller can show something of what they have set up.
     *
     * @param ways {@code passkey}, {@code code}; empty if they have set up nothing, so that only a
     *     new sign-in link helps
     */
    static FactorNeeded outOf(List<String> ways) {
        return ways.isEmpty()
                ? new FactorNeeded("access/no-factor-yet", ways)
                : new FactorNeeded("access/factor-needed", ways);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("ways", ways);
    }
}
