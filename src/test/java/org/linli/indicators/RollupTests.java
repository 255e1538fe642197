package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.cases.history.DemoHistory;
import org.linli.cases.history.HandedOver;
import org.linli.cases.history.HistoryTest;
import org.linli.platform.log.Followers;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What is kept by day is what a recount gives, whatever happens to it. */
@HistoryTest
@TestPropertySource(properties = {"linli.test.database=rollups", "linli.log.following=false"})
@TestInstance(Lifecycle.PER_CLASS)
class RollupTests {

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;
    @Autowired private JdbcClient sql;
    @Autowired private Followers followers;
    @Autowired private RollupCheck check;

    @BeforeAll
    void loadTheDemo() {
        DemoHistory.loadGround(importers);
        DemoHistory.load(importers, "cases", "cases.csv");
    }

    @Test
    void aRecountFindsNothingWrong() {
        var found = check.run();

        assertThat(found.wrong()).isEmpty();
        assertThat(found.onTheWay()).isZero();
        assertThat(found.days()).isPositive();
    }

    @Test
    void aWrongCounterIsFound() {
        counted();
        miscount(1);

        assertThat(check.run().wrong()).isNotEmpty().allMatch(wrong -> wrong.startsWith("unit "));

        miscount(-1);
        assertThat(check.run().holds()).isTrue();
    }

    @Test
    void aCaseThatWasCountedWronglyIsFound() {
        counted();
        sql.sql(
                        "update indicators.counted set sets = 0 where case_id ="
                                + " (select min(case_id) from indicators.counted)")
                .update();

        assertThat(check.run().wrong()).hasSizeGreaterThan(1);

        followers.rebuild(Rollups.NAME);
        assertThat(check.run().holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'', by=street",
        "'', by=community",
        "'', by=grid",
        "'', by=source",
        "'', by=unit",
        "'', by=matter",
        "'', by=major",
        "'', by=month",
        "area=990104005, by=community",
        "area=990104005, by=matter",
        "area=990104006018, by=grid",
        "area=990104006018, by=source"
    })
    void aBoardShowsWhatTheCasesSay(String area, String by) {
        counted();
        var ask = new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));
        var where = "from=2025-04-01&" + area + "&" + by;

        var board = ask.json("/api/v1/indicators/board?" + where);
        var names = new StringBuilder();
        board.get("names").forEach(name -> names.append("&name=").append(name.asString()));
        var counted = ask.json("/api/v1/indicators?" + where + names);

        var shown = board.get(by.isEmpty() ? "figures" : "groups");
        assertThat(told(shown)).containsExactlyInAnyOrderElementsOf(told(counted));
        assertThat(board.get("rolledUp").asBoolean())
                .isEqualTo(!(area.endsWith("018") && by.equals("by=source")));
    }

    @Test
    void aBoardOfADayToComeShowsWhatWillBeDueThenAsItsListsDo() {
        counted();
        var ask = new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));

        var board = ask.json("/api/v1/indicators/board?from=2025-04-01&to=2198-12-31");

        assertThat(board.get("rolledUp").asBoolean()).isFalse();
        var late = Figures.of(board.get("figures")).get("overdue_open");
        assertThat(late.get("numerator").asLong())
                .isPositive()
                .isEqualTo(ask.json(late.get("cases").asString()).get("total").asLong());
    }

    @Test
    void delayFallsOnTheUnitThatHeldTheTimeAndNeverOnTheStreet() {
        new HandedOver(importers)
                .load(
                        "cases",
                        """
                        source_system,case_id,cell_code,reported_at,filed_at,dispatched_at,unit_code,handled_at,checked_at,closed_at,due_at
                        held,1,990104005026004,2004-03-01T00:00:00,2004-03-01T00:30:00,2004-03-01T01:00:00,CG,2004-03-01T10:00:00,2004-03-01T11:00:00,2004-03-01T12:00:00,2004-03-01T05:00:00
                        """);
        counted();
        var ask = new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));
        var rows = ask.json("/api/v1/indicators/attribution?from=2004-03-01&to=2004-03-31");

        assertThat(rows).hasSize(1);
        var unit = rows.get(0);
        assertThat(unit.get("unit").asString()).isEqualTo("CG");
        assertThat(unit.get("heldHours").asDouble()).isEqualTo(9);
        assertThat(unit.get("lateHours").asDouble()).isEqualTo(5);
        assertThat(unit.get("keptRate").asDouble()).isZero();
        assertThat(ask.json(unit.get("lateCasesBehind").asString()).get("total").asLong())
                .isEqualTo(1);
    }

    @Test
    void aBoardHasEightFiguresAtMostAndNoneThatMisleadsAlone() {
        var leader = accounts.tokenFor(Role.DISTRICT_LEADER);
        var nine = "reported,filed,due,closed,open,held,returned,reworked,overdue_open".split(",");

        assertThat(choose(leader, nine)).hasStatus(422);
        assertThat(choose(leader, "satisfied_rate")).hasStatus(422);
        assertThat(choose(leader, "satisfied_rate ")).hasStatus(422);
        assertThat(choose(leader, "在线率")).hasStatus(422);
        assertThat(choose(leader, "reported", "satisfied_rate", "answer_rate")).hasStatusOk();
        assertThat(
                        new Asking(mvc, accounts.tokenFor(Role.AUDITOR))
                                .json("/api/v1/indicators/board?area=990104005")
                                .get("names"))
                .hasSize(3);
    }

    @Test
    void aContestedFigureIsAnsweredByAnotherPersonAndOnce() {
        var leader = accounts.tokenFor(Role.DISTRICT_LEADER);
        var other = accounts.tokenFor(Role.SHIFT_LEADER);
        var contested =
                send(
                        leader,
                        "POST",
                        "/api/v1/indicators/objections",
                        "\"name\":\"filed_rate\",\"area\":\"990104005\","
                                + "\"from\":\"2025-04-01\",\"reason\":\"退单算错了\"");
        assertThat(contested).hasStatus(201);
        var ask = new Asking(mvc, leader);
        var told = ask.json("/api/v1/indicators/objections?area=990104005&name=filed_rate").get(0);
        assertThat(told.get("denominator").asLong()).isPositive();
        assertThat(told.get("own").asBoolean()).isTrue();
        var answer = "/api/v1/indicators/objections/" + told.get("id").asString() + "/answer";
        var words = "\"upheld\":true,\"answer\":\"确有一件重复\"";

        assertThat(send(leader, "POST", answer, words)).hasStatus(409);
        assertThat(send(accounts.tokenFor(Role.VIEWER), "POST", answer, words)).hasStatus(403);
        assertThat(send(other, "POST", answer, words)).hasStatusOk();
        assertThat(send(other, "POST", answer, words)).hasStatus(409);
        var answered =
                new Asking(mvc, other).json("/api/v1/indicators/objections?area=990104005").get(0);
        assertThat(answered.get("upheld").asBoolean()).isTrue();
        assertThat(answered.get("own").asBoolean()).isFalse();
    }

    /** Miscounts the first day there is by so many. */
    private void miscount(int by) {
        sql.sql(
                        "update indicators.daily set filed = filed + :by"
                                + " where dimension = 'unit' and (path, code, day) ="
                                + " (select path, code, day from indicators.daily"
                                + " where dimension = 'unit' order by path, code, day limit 1)")
                .param("by", by)
                .update();
    }

    /** Whatever happened is counted by now. */
    private void counted() {
        followers.catchUp(Rollups.NAME);
    }

    private MvcTestResult choose(String token, String... names) {
        var listed =
                Arrays.stream(names).map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return send(
                token, "PUT", "/api/v1/indicators/boards/auditor", "\"names\":[" + listed + "]");
    }

    private MvcTestResult send(String token, String method, String uri, String fields) {
        return mvc.method(HttpMethod.valueOf(method))
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"opId\":\"" + UUID.randomUUID() + "\"," + fields + "}")
                .exchange();
    }

    private static List<String> told(JsonNode rows) {
        var told = new ArrayList<String>();
        rows.forEach(row ->
                told.add(
                        Stream.of(
                                        "name",
                                        "group",
                                        "numerator",
                                        "denominator",
                                        "value",
                                        "selfFoundHandled")
                                .map(name -> row.get(name).toString())
                                .collect(Collectors.joining(" "))));
        return told;
    }
}
