package org.linli.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes into account that members of a peer group have matters of different kinds: what is expected
 * of a member is what its own cases would give at the rates of the whole group, major class by
 * major class (indirect standardisation).
 */
final class CaseMix {

    private CaseMix() {}

    /**
     * The cases of one member that are of one major class.
     *
     * @param own those that the grid found on patrol and closed itself
     */
    record Stratum(String group, String major, Tally all, Tally own) {}

    /** How many there are, and how many of those count. */
    record Tally(long counted, long base) {

        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(counted + other.counted, base + other.base);
        }

        /** The part that counts; there must be any. */
        double rate() {
            return (double) counted / base;
        }
    }

    /** All cases of a member, and what is expected of them. */
    record Member(String group, Tally all, Tally own, double expected) {

        private Member and(Member other) {
            return new Member(
                    group, all.plus(other.all), own.plus(other.own), expected + other.expected);
        }
    }

    /**
     * The members of one peer group, by code; what is expected of them adds up to what there is.
     */
    static Map<String, Member> members(List<Stratum> strata) {
        var rates = new LinkedHashMap<String, Tally>();
        strata.forEach(stratum -> rates.merge(stratum.major, stratum.all, Tally::plus));
        var members = new LinkedHashMap<String, Member>();
        strata.stream()
                .filter(stratum -> stratum.all.base > 0)
                .map(stratum -> expecting(stratum, rates.getOrDefault(stratum.major, Tally.NONE)))
                .forEach(member -> members.merge(member.group, member, Member::and));
        return members;
    }

    private static Member expecting(Stratum stratum, Tally group) {
        return new Member(stratum.group, stratum.all, stratum.own, group.rate() * stratum.all.base);
    }
}
