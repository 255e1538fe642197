package org.linli.indicators;

/**
 * How often something happens in so many cases, if each has the same chance of it. Exact: the
 * weights follow from each other, so that no logarithm of a factorial is rounded.
 */
final class Binomial {

    /** Beyond so many standard deviations, and some cases more, lies less than 1 in 10^18. */
    private static final int DEVIATIONS = 12;

    private static final int CASES_MORE = 30;

    /** What adding up may have lost. */
    private static final double ROUNDING = 1e-12;

    private final long first;
    private final double[] atMost;

    private Binomial(long first, double[] atMost) {
        this.first = first;
        this.atMost = atMost;
    }

    /**
     * @param chance of each case, from 0 to 1
     */
    static Binomial of(long cases, double chance) {
        if (cases < 0 || !(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException(chance + " of " + cases);
        }
        var mode = Math.min(cases, (long) ((cases + 1) * chance));
        var reach =
                (long) Math.ceil(DEVIATIONS * Math.sqrt(cases * chance * (1 - chance)))
                        + CASES_MORE;
        var first = Math.max(0, mode - reach);
        var weights = new double[(int) (Math.min(cases, mode + reach) - first) + 1];
        var peak = (int) (mode - first);
        weights[peak] = 1;
        for (var i = peak + 1; i < weights.length; i++) {
            var count = first + i;
            weights[i] = weights[i - 1] * (cases - count + 1) / count * (chance / (1 - chance));
        }
        for (var i = peak - 1; i >= 0; i--) {
            var count = first + i;
            weights[i] = weights[i + 1] * (count + 1) / (cases - count) * ((1 - chance) / chance);
        }
        return new Binomial(first, addedUp(weights));
    }

    private static double[] addedUp(double[] weights) {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i];
            weights[i] = sum;
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** The smallest count that is not exceeded with this probability. */
    long quantile(double probability) {
        var i = 0;
        while (i < atMost.length - 1 && atMost[i] < probability - ROUNDING) {
            i++;
        }
        return first + i;
    }

    /** The same between whole counts, so that a line of limits has no teeth. */
    double interpolated(double probability) {
        var count = quantile(probability);
        var i = (int) (count - first);
        var below = i == 0 ? 0 : atMost[i - 1];
        return count - (atMost[i] - probability) / (atMost[i] - below);
    }
}
