package org.linli.indicators;

import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A point of the funnel around the rate of a peer group.
 *
 * @param denominator of how many cases
 * @param low95 which rate, from 0 to 1
 */
@Classified(FieldClass.C0)
record Bounds(long denominator, double low95, double high95, double low998, double high998) {

    static Bounds of(long cases, ControlLimits limits) {
        return new Bounds(
                cases,
                limits.low95() / cases,
                limits.high95() / cases,
                limits.low998() / cases,
                limits.high998() / cases);
    }
}
