package org.linli.bench.locate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tells what was measured, to people as a table, to machines as JSON. */
final class Report {

    private static final String OURS = "linli";

    private final Options options;
    private final Map<String, Object> facts;
    private final Map<String, List<Double>> rates;
    private final List<String> missing;

    /**
     * @param rates for each contender the points located in a second of CPU, by round
     * @param missing peers that could not be had, and why
     */
    Report(
            Options options,
            Map<String, Object> facts,
            Map<String, List<Double>> rates,
            List<String> missing) {
        this.options = options;
        this.facts = facts;
        this.rates = rates;
        this.missing = missing;
    }

    void print() {
        System.out.println(options.json() ? json() : table());
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private String table() {
        var text = new StringBuilder();
        facts.forEach((name, value) -> text.append("%-28s %s%n".formatted(name, value)));
        text.append(
                "%n%-24s %18s %14s %10s%n"
                        .formatted("points per CPU second", "median", "spread", "linli is"));
        rates.forEach((name, values) -> text.append(line(name, values)));
        missing.forEach(peer -> text.append("not measured: %s%n".formatted(peer)));
        return text.toString();
    }

    private String line(String name, List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var spread = (sorted.getLast() - sorted.getFirst()) / median(values) * 100;
        return String.format(
                Locale.ROOT,
                "%-24s %,18.0f %12.0f %% %9.2f×%n",
                name,
                median(values),
                spread,
                times(name));
    }

    private double times(String name) {
        return median(rates.getOrDefault(OURS, List.of()))
                / median(rates.getOrDefault(name, List.of()));
    }

    private String json() {
        var medians = new LinkedHashMap<String, Double>();
        var ratios = new LinkedHashMap<String, Double>();
        rates.forEach((name, values) -> {
            medians.put(name, median(values));
            ratios.put(name, times(name));
        });
        var all = new LinkedHashMap<String, Object>(facts);
        all.put("pointsPerCpuSecond", medians);
        all.put("linliIsTimes", ratios);
        all.put("rounds", rates);
        all.put("notMeasured", missing);
        return new JsonMapper().writeValueAsString(all);
    }
}
