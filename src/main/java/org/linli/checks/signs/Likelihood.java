package org.linli.checks.signs;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** How likely it is that so much comes together by chance. */
final class Likelihood {

    private Likelihood() {}

    /** That at least so many of {@code tries} hit, each with the same chance. */
    static double ofAtLeast(long hits, long tries, double chance) {
        return BinomialDistribution.of(Math.toIntExact(tries), chance)
                .survivalProbability(Math.toIntExact(hits) - 1);
    }

    /** That at least so many happen where so many are expected, each by itself. */
    static double ofAtLeast(long happened, double expected) {
        return PoissonDistribution.of(expected).survivalProbability(Math.toIntExact(happened) - 1);
    }
}
