package org.linli.indicators;

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
        var counts = Binomial.of(cases, rate);
        var wider = Math.sqrt(dispersion);
        return new Bounds(
                cases,
                low(counts.interpolated(ControlLimits.OUT_OF_95) / cases, rate, wider),
                high(counts.interpolated(1 - ControlLimits.OUT_OF_95) / cases, rate, wider),
                low(counts.interpolated(ControlLimits.OUT_OF_998) / cases, rate, wider),
                high(counts.interpolated(1 - ControlLimits.OUT_OF_998) / cases, rate, wider));
    }

    private static double low(double limit, double rate, double wider) {
        return Math.max(0, rate - wider * Math.max(0, rate - limit));
    }

    private static double high(double limit, double rate, double wider) {
        return Math.min(1, rate + wider * Math.max(0, limit - rate));
    }
}
