package org.linli.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shares out the delay of a case among those who held its time, rather than putting it on whoever
 * had it last (DOMAIN §8.3). Whoever alone took longer than the limit has caused that much of it.
 * What is left was lost by those who had the case and did not solve it, by how long they had it:
 * who solves a case within its limit from when they got it is late for nothing.
 */
final class Delay {

    private Delay() {}

    /**
     * @param held seconds of each holder; the office that dispatched it is the empty text
     * @param solver who had it last
     * @param limit in seconds, as long as it was on this clock
     */
    static Map<String, Long> shared(Map<String, Long> held, String solver, long limit) {
        var total = sum(held);
        var shares = new LinkedHashMap<String, Long>();
        held.forEach((holder, seconds) -> shares.put(holder, Math.max(0, seconds - limit)));
        var rest = Math.max(0, total - limit) - sum(shares);
        var lost = new LinkedHashMap<String, Long>();
        held.forEach((holder, seconds) -> {
            if (!holder.equals(solver)) {
                lost.put(holder, Math.min(seconds, limit));
            }
        });
        spread(rest, lost, shares);
        return shares;
    }

    /** By parts of what was lost; seconds that do not divide fall on the first. */
    private static void spread(long rest, Map<String, Long> lost, Map<String, Long> shares) {
        var all = sum(lost);
        if (rest <= 0 || all == 0) {
            return;
        }
        var left = rest;
        for (var holder : lost.keySet()) {
            var part = rest * lost.getOrDefault(holder, 0L) / all;
            shares.merge(holder, part, Long::sum);
            left -= part;
        }
        for (var holder : lost.keySet()) {
            if (left > 0 && rest * lost.getOrDefault(holder, 0L) % all != 0) {
                shares.merge(holder, 1L, Long::sum);
                left--;
            }
        }
    }

    private static long sum(Map<String, Long> seconds) {
        return seconds.values().stream().mapToLong(Long::longValue).sum();
    }
}
