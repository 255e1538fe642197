package org.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a record promises is what its JSON must hold. */
@LinliTest
class StrictJsonTests {

    record Lamp(
            String place,
            @Nullable String note,
            int height,
            @Nullable Integer watts,
            List<String> colours,
            Map<String, UUID> keys,
            @Nullable Instant litAt) {}

    record Turns(@Nullable List<String> turns) {}

    @Autowired private JsonMapper json;

    @Test
    void aListThatMayBeMissingIsNotTakenForAnEmptyOne() {
        assertThat(json.readValue("{}", Turns.class).turns()).isNull();
        assertThat(json.readValue("{\"turns\": null}", Turns.class).turns()).isNull();
        assertThat(json.readValue("{\"turns\": []}", Turns.class).turns()).isEmpty();
    }

    @Test
    void whatMayBeMissingMayBeMissing() {
        assertThat(json.readValue("{\"place\": \"门口\", \"height\": 3}", Lamp.class))
                .isEqualTo(new Lamp("门口", null, 3, null, List.of(), Map.of(), null));
        assertThat(
                        json.readValue(
                                """
                                {"place": "门口", "height": 3, "note": null, "colours": null,
                                "litAt": "2026-11-22T16:00:00+08:00"}
                                """,
                                Lamp.class))
                .isEqualTo(
                        new Lamp(
                                "门口",
                                null,
                                3,
                                null,
                                List.of(),
                                Map.of(),
                                Instant.parse("2026-11-22T08:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"height\": 3}",
                "{\"place\": null, \"height\": 3}",
                "{\"place\": \"x\"}",
                "{\"place\": \"x\", \"height\": null}",
                "{\"place\": \"x\", \"height\": \"3\"}",
                "{\"place\": \"x\", \"height\": 3.5}",
                "{\"place\": \"x\", \"height\": 3, \"colour\": \"red\"}",
                "{\"place\": \"x\", \"place\": \"y\", \"height\": 3}",
                "{\"place\": \"x\", \"height\": 3, \"colours\": [null]}",
                "{\"place\": \"x\", \"height\": 3} {}",
                "{\"place\": \"x\\u0000\", \"height\": 3}",
                "{\"place\": \"\\ud83e\", \"height\": 3}",
                "{\"place\": \"x\", \"height\": 3, \"colours\": [\"\\u0000\"]}",
                "{\"place\": 12, \"height\": 3}",
                "{\"place\": 1.5, \"height\": 3}",
                "{\"place\": true, \"height\": 3}",
                "{\"place\": \"x\", \"height\": true}",
                "{\"place\": \"x\", \"height\": 3, \"note\": 12}",
                "{\"place\": \"x\", \"height\": 3, \"note\": false}",
                "{\"place\": \"x\", \"height\": 3, \"colours\": [1]}",
                "{\"place\": \"x\", \"height\": 3, \"litAt\": 1763798400}",
                "{\"place\": \"x\", \"height\": 3, \"litAt\": 1.5}",
                "{\"place\": \"x\", \"height\": 3, \"litAt\": \"1763798400\"}"
            })
    void anythingElseIsRefused(String body) {
        assertThatThrownBy(() -> json.readValue(body, Lamp.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void textKeepsEveryWholeCharacter() {
        var place = "𠮷野家🦊 \u202e \n\t é";

        var read =
                json.readValue(
                        json.writeValueAsString(
                                new Lamp(place, null, 1, null, List.of(place), Map.of(), null)),
                        Lamp.class);

        assertThat(read.place()).isEqualTo(place);
        assertThat(read.colours()).containsExactly(place);
    }
}
