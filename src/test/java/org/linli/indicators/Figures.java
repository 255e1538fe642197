package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Figures as the API told them, by group and name. */
record Figures(Map<String, Map<String, JsonNode>> byGroup) {

    static Figures of(JsonNode rows) {
        var figures = new HashMap<String, Map<String, JsonNode>>();
        for (var row : rows) {
            var group = row.get("group").isNull() ? "" : row.get("group").asString();
            figures.computeIfAbsent(group, _ -> new HashMap<>())
                    .put(row.get("name").asString(), row);
        }
        return new Figures(figures);
    }

    Set<String> groups() {
        return byGroup.keySet();
    }

    /** A figure that is not told apart by groups. */
    JsonNode get(String name) {
        return get("", name);
    }

    JsonNode get(String group, String name) {
        var figure = byGroup.getOrDefault(group, Map.of()).get(name);
        assertThat(figure).as(group + " " + name).isNotNull();
        return Objects.requireNonNull(figure);
    }

    long count(String group, String name) {
        return get(group, name).get("numerator").asLong();
    }

    /** A rate as it is printed, in per cent with two decimals. */
    String percent(String name) {
        return get(name)
                .get("value")
                .decimalValue()
                .multiply(BigDecimal.valueOf(100))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
