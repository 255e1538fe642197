package org.linli.indicators;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Between which counts chance alone leaves a member of a peer group: 19 times in 20, and 499 times
 * in 500. Whole exact counts rather than smoothed ones, so that either limit is passed by chance no
 * oftener than it says (B. N. Manktelow and S. E. Seaton, PLoS ONE 7 (2012) e45723, their first
 * method); and never nearer than the whole numbers beside what is expected.
 *
 * @param expected what the peers' rates give for the member's own cases
 */
@Classified(FieldClass.C0)
record ControlLimits(double expected, double low95, double high95, double low998, double high998) {

    static final double OUT_OF_95 = 0.025;

    static final double OUT_OF_998 = 0.001;

    /**
     * The chance of every case is taken to be the same. Where it is not, and only their sum is
     * known, counts vary less than this (W. Hoeffding, Annals of Mathematical Statistics 27 (1956)
     * 713–721), so that the limits are rather too wide.
     *
     * @param cases more than none
     * @param dispersion how much more than by chance the members of the group vary, at least 1:
     *     limits are wider by its square root (Spiegelhalter 2005, section 5)
     */
    static ControlLimits of(long cases, double expected, double dispersion) {
        var chance = Math.clamp(expected / cases, 0, 1);
        var counts = BinomialDistribution.of(Math.toIntExact(cases), chance);
        var wider = Math.sqrt(dispersion);
        return new ControlLimits(
                expected,
                low(counts.inverseCumulativeProbability(OUT_OF_95), expected, wider),
                high(counts.inverseCumulativeProbability(1 - OUT_OF_95), expected, wider, cases),
                low(counts.inverseCumulativeProbability(OUT_OF_998), expected, wider),
                high(counts.inverseCumulativeProbability(1 - OUT_OF_998), expected, wider, cases));
    }

    private static double low(long exact, double expected, double wider) {
        var distance = expected - Math.min(exact, Math.floor(expected));
        return Math.max(0, expected - wider * distance);
    }

    private static double high(long exact, double expected, double wider, long cases) {
        var distance = Math.max(exact, Math.ceil(expected)) - expected;
        return Math.min(cases, expected + wider * distance);
    }

    /** Where a count stands between them. */
    Standing of(long count) {
        if (count > high998) {
            return Standing.MUCH_HIGHER;
        }
        if (count < low998) {
            return Standing.MUCH_LOWER;
        }
        if (count > high95) {
            return Standing.HIGHER;
        }
        return count < low95 ? Standing.LOWER : Standing.WITHIN;
    }
}
