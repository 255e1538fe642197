package org.linli.platform.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A share that was seen in a sample, with the interval that the share of all lies in, 19 times in
 * 20. Wilson's, which holds for few and for all-or-none as well: E. B. Wilson, Probable Inference,
 * the Law of Succession, and Statistical Inference, JASA 22 (1927) 209–212; recommended by L. D.
 * Brown, T. T. Cai and A. DasGupta, Interval Estimation for a Binomial Proportion, Statistical
 * Science 16 (2001) 101–133.
 *
 * @param share null where nothing was looked at: that is neither all nor none
 * @param low null likewise
 * @param high null likewise
 */
public record Wilson(@Nullable Double share, @Nullable Double low, @Nullable Double high) {

    /** What is said where nothing was looked at. */
    public static final Wilson NONE = new Wilson(null, null, null);

    /** The quantile of the normal distribution that leaves 2.5 % on either side. */
    private static final double Z = 1.959963984540054;

    public static Wilson of(long found, long among) {
        if (found < 0 || found > among) {
            throw new IllegalArgumentException(found + " of " + among);
        }
        if (among == 0) {
            return NONE;
        }
        double n = among;
        var share = found / n;
        var scale = 1 + Z * Z / n;
        var middle = (share + Z * Z / (2 * n)) / scale;
        var half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / scale;
        return new Wilson(
                share,
                found == 0 ? 0 : Math.max(0, middle - half),
                found == among ? 1 : Math.min(1, middle + half));
    }
}
