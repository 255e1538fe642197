package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.linli.cases.history.HistoryTest;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the demo district are those it was made with, to the last digit. */
@HistoryTest
@TestPropertySource(properties = "linli.test.database=figures")
@TestInstance(Lifecycle.PER_CLASS)
class ExpectedFiguresTests {

    private static final String PERIOD = "from=2025-04-01&to=2025-06-30T18:00:00";

    /** Where a figure's name differs from that of the file. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "open_overdue", "overdue_open",
                    "median_hours_dispatch_to_close", "median_hours");

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;

    private Asking ask;
    private JsonNode expected;

    @BeforeAll
    void loadTheDemo() throws IOException {
        DemoHistory.loadGround(importers);
        DemoHistory.load(importers, "cases", "cases.csv");
        ask = new Asking(mvc, accounts.tokenFor(Role.VIEWER));
        try (var file = new ClassPathResource("demo/expected_figures.json").getInputStream()) {
            expected = new JsonMapper().readTree(file);
        }
    }

    @Test
    void theWholeDistrict() {
        var figures = ask.figures(PERIOD);

        assertFigures("", expected.get("overall"), figures);
        assertThat(figures.percent("on_time_rate_of_due")).isEqualTo("99.54");
    }

    @ParameterizedTest
    @ValueSource(strings = {"street", "community", "source", "major", "unit"})
    void groupByGroup(String by) {
        var groups = expected.get("by_" + by);

        var figures = ask.figures(PERIOD + "&by=" + by);

        assertThat(figures.groups()).isEqualTo(new HashSet<>(groups.propertyNames()));
        groups.forEachEntry((group, counted) -> assertFigures(group, counted, figures));
    }

    @Test
    void aCommunityAskedForAloneHasTheFiguresOfItsGroup() {
        var figures = ask.figures(PERIOD + "&area=990104006018");

        assertFigures("", expected.get("by_community").get("990104006018"), figures);
    }

    @ParameterizedTest
    @CsvSource({
        "on_time_rate_of_filed, area=990104005",
        "closed_rate_of_due, area=990104",
        "satisfied_rate, by=source",
        "return_rate, by=unit",
        "filed_rate, by=month",
        "on_time_rate_of_due, by=month",
        "self_handled_rate, by=major",
        "rework_rate, by=matter",
        "outside, by=street",
        "overdue_open, by=community",
        "median_hours, by=grid"
    })
    void theListBehindAFigureHasExactlyItsCases(String name, String query) {
        var rows = ask.json("/api/v1/indicators?" + PERIOD + "&name=" + name + "&" + query);

        assertThat(rows).isNotEmpty();
        for (var row : rows) {
            assertListHas(row.get("cases").asString(), row.get("numerator").asLong());
            if (!row.get("denominator").isNull()) {
                assertListHas(
                        row.get("denominatorCases").asString(), row.get("denominator").asLong());
            }
        }
    }

    @Test
    void theListBehindAFigureGoesOnPageByPage() {
        var row = ask.json("/api/v1/indicators?" + PERIOD + "&name=dispatched").get(0);
        var link = row.get("cases").asString() + "&limit=100";
        var seen = new HashSet<String>();

        var page = ask.json(link);
        while (true) {
            for (var item : page.get("items")) {
                assertThat(seen.add(item.get("caseNo").asString())).isTrue();
                assertThat(item.get("dispatchedAt").isNull()).isFalse();
            }
            if (page.get("next").isNull()) {
                break;
            }
            page = ask.json(link + "&cursor=" + page.get("next").asString());
        }

        assertThat(seen).hasSize(312);
    }

    @Test
    void theMonthsAddUpToTheQuarter() {
        var months = ask.figures(PERIOD + "&by=month&name=filed&name=due&name=reported");

        assertThat(months.groups()).containsExactlyInAnyOrder("2025-04", "2025-05", "2025-06");
        for (var name : List.of("filed", "due", "reported")) {
            assertThat(months.groups().stream().mapToLong(month -> months.count(month, name)).sum())
                    .isEqualTo(expected.get("overall").get(name).asLong());
        }
    }

    private void assertListHas(String link, long cases) {
        var list = ask.json(link + "&limit=1");
        assertThat(list.get("total").asLong()).as(link).isEqualTo(Math.min(cases, 10_000));
        assertThat(list.get("more").asBoolean()).as(link).isEqualTo(cases > 10_000);
        assertThat(list.get("items")).as(link).hasSize(cases > 0 ? 1 : 0);
    }

    private static void assertFigures(String group, JsonNode counted, Figures figures) {
        counted.forEachEntry((name, value) ->
                assertThat(printed(figures.get(group, NAMES.getOrDefault(name, name)).get("value")))
                        .as(group + " " + name)
                        .isEqualTo(printed(value)));
    }

    private static String printed(JsonNode value) {
        return value.isNull()
                ? "—"
                : value.decimalValue()
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
