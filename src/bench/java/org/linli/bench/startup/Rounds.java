package org.linli.bench.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each contender took, round after round by turns. */
final class Rounds {

    private final String what;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    Rounds(String what) {
        this.what = what;
    }

    /** A median of several rounds, with the least and the most. */
    record Measured(String what, String who, double median, double least, double most) {}

    void add(String who, double value) {
        values.computeIfAbsent(who, _ -> new ArrayList<>()).add(value);
    }

    double median(String who) {
        var sorted = values.getOrDefault(who, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException(who + " was not measured");
        }
        return sorted.get(sorted.size() / 2);
    }

    List<Measured> measured() {
        return values.entrySet().stream()
                .map(entry -> {
                    var all = entry.getValue().stream().mapToDouble(Double::doubleValue);
                    var range = all.summaryStatistics();
                    var who = entry.getKey();
                    return new Measured(what, who, median(who), range.getMin(), range.getMax());
                })
                .toList();
    }
}
