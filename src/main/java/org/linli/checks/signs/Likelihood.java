package org.linli.checks.signs;

/** How likely it is that so much comes together by chance. */
final class Likelihood {

    private Likelihood() {}

    /** That at least so many of {@code tries} hit, each with the same chance. */
    static double ofAtLeast(long hits, long tries, double chance) {
        if (hits <= 0) {
            return 1;
        }
        double sum = 0;
        for (var k = hits; k <= tries; k++) {
            sum += Math.exp(logBinomial(tries, k, chance));
        }
        return Math.min(1, sum);
    }

    /** That at least so many happen where so many are expected, each by itself (Poisson). */
    static double ofAtLeast(long happened, double expected) {
        double below = 0;
        for (var k = 0; k < happened; k++) {
            below += Math.exp(k * Math.log(expected) - expected - logFactorial(k));
        }
        return Math.max(0, 1 - below);
    }

    private static double logBinomial(long n, long k, double p) {
        return logFactorial(n)
                - logFactorial(k)
                - logFactorial(n - k)
                + k * Math.log(p)
                + (n - k) * Math.log1p(-p);
    }

    private static double logFactorial(long n) {
        double sum = 0;
        for (var i = 2L; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }
}
