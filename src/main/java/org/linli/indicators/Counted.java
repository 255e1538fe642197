package org.linli.indicators;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many cases of a group belong to each set, and how long they took.
 *
 * @param cases of each set
 * @param own those of them that the grid found on patrol and closed itself: they say little of
 *     anybody else's work, so they are told apart always (DOMAIN §3.4)
 * @param hours null where nothing was measured
 */
record Counted(
        String group, Map<CaseSet, Long> cases, Map<CaseSet, Long> own, @Nullable Hours hours) {

    /** How long cases took from dispatch to closing. */
    record Hours(double median, double ofNineInTen, double mean) {}

    /** Not one case. */
    static final Counted NOTHING = new Counted("", Map.of(), Map.of(), null);

    /**
     * The cases of a group that are the grid's own, or those that are not: of the own ones none was
     * ever dispatched, so they took no time.
     */
    record Part(String group, boolean own, Map<CaseSet, Long> cases, @Nullable Hours hours) {}

    /** The groups that these are parts of; the parts of a group follow each other. */
    static List<Counted> joined(List<Part> parts) {
        var groups = new LinkedHashMap<String, Counted>();
        parts.forEach(part -> groups.merge(part.group, of(part), Counted::and));
        return List.copyOf(groups.values());
    }

    private static Counted of(Part part) {
        return new Counted(part.group, part.cases, part.own ? part.cases : Map.of(), part.hours);
    }

    private Counted and(Counted other) {
        var sum = new EnumMap<CaseSet, Long>(CaseSet.class);
        sum.putAll(cases);
        other.cases.forEach((set, count) -> sum.merge(set, count, Long::sum));
        return new Counted(
                group, sum, own.isEmpty() ? other.own : own, hours == null ? other.hours : hours);
    }

    Counted {
        cases = Map.copyOf(cases);
        own = Map.copyOf(own);
    }

    long of(CaseSet set) {
        return cases.getOrDefault(set, 0L);
    }

    /** Whether there is any case in it. */
    boolean isAny() {
        return cases.values().stream().anyMatch(count -> count != 0);
    }

    Counted taking(@Nullable Hours took) {
        return new Counted(group, cases, own, took);
    }

    long ownOf(CaseSet set) {
        return own.getOrDefault(set, 0L);
    }
}
