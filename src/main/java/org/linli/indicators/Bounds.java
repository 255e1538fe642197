package org.linli.indicators;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A point of the funnel around the rate of a peer group: interpolated between whole counts, for the
 * eye (Spiegelhalter 2005, appendix). Members are judged by {@link ControlLimits} of their own.
 *
 * @param denominator of how many cases
 * @param low95 which rate, from 0 to 1
 */
@Classified(FieldClass.C0)
record Bounds(long denominator, double low95, double high95, double low998, double high998) {

    static Bounds around(double rate, long cases, double dispersion) {
        var counts = BinomialDistribution.of(Math.toIntExact(cases), rate);
        var wider = Math.sqrt(dispersion);
        return new Bounds(
                cases,
                low(interpolated(counts, ControlLimits.OUT_OF_95) / cases, rate, wider),
                high(interpolated(counts, 1 - ControlLimits.OUT_OF_95) / cases, rate, wider),
                low(interpolated(counts, ControlLimits.OUT_OF_998) / cases, rate, wider),
                high(interpolated(counts, 1 - ControlLimits.OUT_OF_998) / cases, rate, wider));
    }

    /** Where between two whole counts the distribution, drawn as a line, reaches a probability. */
    private static double interpolated(BinomialDistribution counts, double probability) {
        var count = counts.inverseCumulativeProbability(probability);
        var over = counts.cumulativeProbability(count) - probability;
        return count - over / counts.probability(count);
    }

    private static double low(double limit, double rate, double wider) {
        return Math.max(0, rate - wider * Math.max(0, rate - limit));
    }

    private static double high(double limit, double rate, double wider) {
        return Math.min(1, rate + wider * Math.max(0, limit - rate));
    }
}
