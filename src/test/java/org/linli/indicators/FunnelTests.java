package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.cases.history.DemoHistory;
import org.linli.cases.history.HandedOver;
import org.linli.cases.history.HistoryTest;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/**
 * Cells are compared with cells of their kind and their mix of cases. Nine cells of a community
 * close nine tenths of what is easy in time and half of what is hard; one has nothing but the hard,
 * and one does little of the easy.
 */
@HistoryTest
@TestInstance(Lifecycle.PER_CLASS)
class FunnelTests {

    private static final String COMMUNITY = "990104005037";
    private static final String EASY = "11001";
    private static final String HARD = "12001";
    private static final String HARD_CELL = COMMUNITY + "001";
    private static final String SLOW_CELL = COMMUNITY + "002";

    private static final String ASKED =
            "/api/v1/indicators/funnel?name=on_time_rate_of_closed&from=1996-05-01&to=1996-05-31&area="
                    + COMMUNITY;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;

    private final StringBuilder ledger =
            new StringBuilder(
                    "source_system,case_id,source,matter_code,cell_code,reported_at,filed_at,"
                            + "closed_at,due_at,self_handled\n");
    private int written;

    @BeforeAll
    void loadACommunity() {
        DemoHistory.loadGround(importers);
        write(HARD_CELL, HARD, 40, 20);
        write(SLOW_CELL, EASY, 30, 10);
        write(SLOW_CELL, HARD, 10, 5);
        for (var cell : List.of("003", "004", "005", "006", "007", "009", "010", "011", "012")) {
            write(COMMUNITY + cell, EASY, 30, 27);
            write(COMMUNITY + cell, HARD, 10, 5);
        }
        write(COMMUNITY + "008", EASY, 30, 10);
        var report = new HandedOver(importers).load("cases", ledger.toString());
        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted() + report.unchanged()).isEqualTo(written);
    }

    @Test
    void cellsAreComparedWithCellsOfTheirKind() {
        var peers = ask(ASKED).get("peers");

        assertThat(told(peers, "kind")).containsExactly("base", "dedicated");
        assertThat(peers.get(0).get("kindName").asString()).isEqualTo("基础网格");
        assertThat(peers.get(0).get("members")).hasSize(12);
        assertThat(peers.get(0).get("funnel")).isNotEmpty();
        assertThat(told(peers.get(0).get("members"), "group")).isSorted();
    }

    @Test
    void whoHasHarderCasesIsExpectedToDoLessOfThem() {
        var hard = member(HARD_CELL);

        assertThat(hard.get("value").asDouble()).isEqualTo(0.5);
        assertThat(hard.get("limits").get("expected").asDouble()).isCloseTo(20, within(1e-9));
        assertThat(hard.get("standing").asString()).isEqualTo("within");
    }

    /** Of the easy 9 x 27 + 10 in 300 are in time, and half of the hard. */
    @Test
    void whoDoesLessOfTheSameIsBelowWhatIsExpected() {
        var slow = member(SLOW_CELL);

        assertThat(slow.get("numerator").asLong()).isEqualTo(15);
        assertThat(slow.get("limits").get("expected").asDouble())
                .isCloseTo(30 * 253.0 / 300 + 5, within(1e-9));
        assertThat(slow.get("standing").asString()).isEqualTo("much_lower");
        assertThat(slow.get("selfFoundHandledOfBase").asLong()).isEqualTo(40);
        assertThat(ask(slow.get("cases").asString()).get("total").asLong())
                .isEqualTo(slow.get("numerator").asLong());
    }

    @Test
    void fewPeersAreNotCompared() {
        var dedicated = ask(ASKED).get("peers").get(1);

        assertThat(dedicated.get("comparable").asBoolean()).isFalse();
        assertThat(told(dedicated.get("members"), "standing"))
                .containsExactly("too_few", "nothing");
        assertThat(dedicated.get("members").get(1).get("value").isNull()).isTrue();
    }

    @Test
    void theMethodIsToldInBothLanguages() {
        assertThat(ask(ASKED).get("method").asString()).contains("Spiegelhalter", "间接标准化");
    }

    /** No matter what is told apart, it is never who did the work. */
    @Test
    void nothingIsToldApartByPerson() {
        assertThat(Grouping.values())
                .containsExactly(
                        Grouping.NONE,
                        Grouping.STREET,
                        Grouping.COMMUNITY,
                        Grouping.GRID,
                        Grouping.SOURCE,
                        Grouping.UNIT,
                        Grouping.MATTER,
                        Grouping.MAJOR,
                        Grouping.MONTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "handler", "member", "reporter", "source", "month", "none"})
    void onlyAreasAndUnitsAreCompared(String by) {
        assertThat(asking().get(ASKED + "&by=" + by)).hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource({
        "name=filed, 422",
        "name=frequent_rate, 422",
        "name=happiness, 422",
        "name=filed_rate&area=NOWHERE, 404"
    })
    void whatCannotBeComparedIsRefusedWithAReason(String query, int status) {
        var answer = asking().get("/api/v1/indicators/funnel?" + query);

        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"street", "community", "unit"})
    void everyMemberIsInOneGroupOnly(String by) {
        var peers = ask(ASKED.replace("&area=" + COMMUNITY, "") + "&by=" + by).get("peers");
        var members = new ArrayList<String>();
        peers.forEach(group -> members.addAll(told(group.get("members"), "group")));

        assertThat(members).doesNotHaveDuplicates().doesNotContain("none", "grid");
    }

    private JsonNode member(String code) {
        return StreamSupport.stream(
                        ask(ASKED).get("peers").get(0).get("members").spliterator(), false)
                .filter(member -> member.get("group").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Objects.requireNonNull(row.get(field)).asString())
                .toList();
    }

    private JsonNode ask(String uri) {
        return asking().json(uri);
    }

    private Asking asking() {
        return new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));
    }

    /** So many closed, the first of them in time. */
    private void write(String cell, String matter, int cases, int inTime) {
        for (int i = 0; i < cases; i++) {
            var at = LocalDateTime.of(1996, 5, 1, 8, 0).plusMinutes(written);
            ledger.append(
                    "funnel,%d,patrol,%s,%s,%s,%s,%s,%s,1%n"
                            .formatted(
                                    written++,
                                    matter,
                                    cell,
                                    at,
                                    at.plusMinutes(1),
                                    at.plusHours(i < inTime ? 1 : 5),
                                    at.plusHours(4)));
        }
    }
}
