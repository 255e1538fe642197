package org.linli.cases.history;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.cases.StepRequest.AskedUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a step carried besides its note, as a list of steps tells it: one JSON object in a cell.
 * Photos are no part of a list, and where somebody stood when they arrived is told once only.
 */
final class StepDetails {

    /** What may be told, and as what. */
    private static final Map<String, Class<?>> KNOWN =
            Map.ofEntries(
                    entry("answer", String.class),
                    entry("application", String.class),
                    entry("areaCode", String.class),
                    entry("coUnit", String.class),
                    entry("conditionNo", Integer.class),
                    entry("dueAt", Instant.class),
                    entry("dueBefore", Instant.class),
                    entry("found", Boolean.class),
                    entry("ground", String.class),
                    entry("handledAt", Instant.class),
                    entry("heldUntil", Instant.class),
                    entry("into", String.class),
                    entry("lateEntry", Boolean.class),
                    entry("level", String.class),
                    entry("matterCode", String.class),
                    entry("means", String.class),
                    entry("meetAt", Instant.class),
                    entry("parts", String[].class),
                    entry("pending", Boolean.class),
                    entry("place", String.class),
                    entry("reached", Boolean.class),
                    entry("reason", String.class),
                    entry("responsible", String.class),
                    entry("sampleRate", Double.class),
                    entry("solved", Boolean.class),
                    entry("splitFrom", String.class),
                    entry("units", AskedUnit[].class),
                    entry("until", LocalDate.class),
                    entry("was", Was.class));

    /** The character that no text of the database holds, as JSON writes it. */
    private static final String NO_TEXT = "\\u0000";

    private final JsonMapper json;

    StepDetails(JsonMapper json) {
        this.json =
                json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** What was there before a correction. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Was(
            @Nullable String matterCode,
            @Nullable Integer conditionNo,
            @Nullable String place,
            @Nullable Instant handledAt) {}

    /** Of all that a step carried, what a list tells. */
    static Map<String, Object> told(Map<String, Object> carried) {
        var told = new HashMap<>(carried);
        told.keySet().retainAll(KNOWN.keySet());
        return told;
    }

    /** As it stands in a cell, in the order of its names; empty where there is nothing. */
    String cell(Map<String, Object> told) {
        return told.isEmpty() ? "" : json.writeValueAsString(new TreeMap<>(told));
    }

    /** What a cell says, each value in the one way that it is kept; empty if it cannot be read. */
    Optional<Map<String, Object>> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.of(Map.of());
        }
        try {
            var object = json.readTree(cell);
            var told = new HashMap<String, Object>();
            for (var said : object.properties()) {
                exact(said.getKey(), said.getValue())
                        .ifPresent(value -> told.put(said.getKey(), value));
            }
            return Optional.<Map<String, Object>>of(told)
                    .filter(_ -> object.isObject() && told.size() == object.size());
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty where it is none of what may be told. */
    private Optional<Object> exact(String name, JsonNode said) {
        return Optional.ofNullable(KNOWN.get(name))
                .filter(_ -> !said.toString().contains(NO_TEXT))
                .map(type -> json.treeToValue(said, type))
                .map(value -> json.convertValue(value, Object.class));
    }
}
