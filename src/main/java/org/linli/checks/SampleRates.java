package org.linli.checks;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.statistics.Wilson;

/**
 * What a day's draw adds to the rates that a district's rules say. Fixed before the day, with its
 * seed.
 *
 * @param factors by how much closings of a matter are drawn oftener, because its checks have found
 *     more wrong than is tolerated
 * @param supervision the share of all closings for the supervisors' queue
 */
record SampleRates(Map<String, Double> factors, double supervision) {

    /** The largest acceptable quality limit that GB/T 2828.1 (ISO 2859-1) gives in percent. */
    private static final double TOLERATED = 0.1;

    /** More than half of everything nobody can look at. */
    private static final double MOST = 0.5;

    SampleRates {
        factors = Map.copyOf(factors);
    }

    /** The rate of a matter, where the rules say the usual one. */
    double of(double usual, @Nullable String matterCode) {
        var factor = matterCode == null ? 1 : factors.getOrDefault(matterCode, 1.0);
        return Math.max(usual, Math.min(MOST, usual * factor));
    }

    /**
     * The factor of a matter by what its checks found. It rises once even the lower end of the
     * interval is more than is tolerated, in proportion: few checks prove little.
     */
    static double byRisk(long wanting, long checked) {
        var low = Wilson.of(wanting, checked).low();
        return low == null || low <= TOLERATED ? 1 : low / TOLERATED;
    }
}
