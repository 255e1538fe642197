package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * A whole published month, with its sources, classes and types: Tianmen, December 2016
 * (www.hbcic.net.cn/info/wcm/74587.htm), where only what falls due in the month counts as due.
 */
@HistoryTest
@TestPropertySource(properties = "linli.test.database=tianmen")
@TestInstance(Lifecycle.PER_CLASS)
class TianmenTests {

    private static final String MONTH = "from=2016-12-01&to=2016-12-31";

    private static final int ACCEPTED = 1_054;
    private static final int EVENTS = 971;
    private static final int COMPONENTS = 25;
    private static final int FOUND_BY_COLLECTORS = 953;
    private static final int IN_TIME = 737;

    /** Fly-posting, other appearance, things piled up; the rest is of a fourth type. */
    private static final Map<String, Integer> TYPES =
            Map.of("11006", 474, "11003", 147, "11007", 128);

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;

    private final StringBuilder ledger =
            new StringBuilder(
                    "source_system,case_id,source,matter_code,cell_code,reported_at,filed_at,"
                            + "refused_at,closed_at,due_at\n");
    private int written;

    @BeforeAll
    void writeTheLedger() {
        DemoHistory.loadGround(importers);
        TYPES.forEach((matter, count) -> filed(matter, count, count, count));
        var rest = EVENTS - written;
        filed("11001", rest, rest - (EVENTS - 956), rest - (EVENTS - 902));
        filed("12001", COMPONENTS, 16, 9);
        while (written < ACCEPTED) {
            var at = at();
            ledger.append(
                    "tianmen,%d,patrol,,990104005026004,%s,,%s,,%n"
                            .formatted(written++, at, at.plusHours(1)));
        }
        var report = new HandedOver(importers).load("cases", ledger.toString());
        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted()).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "filed_rate, 996, 1054, 94.50",
        "closed_rate_of_due, 911, 972, 93.72",
        "on_time_rate_of_due, 737, 972, 75.82",
        "on_time_rate_of_closed, 737, 911, 80.90"
    })
    void theRatesOfTheMonthAreThosePrinted(
            String name, long numerator, long denominator, String printed) {
        var figures = ask().figures(MONTH);

        assertThat(figures.get(name).get("numerator").asLong()).isEqualTo(numerator);
        assertThat(figures.get(name).get("denominator").asLong()).isEqualTo(denominator);
        assertThat(figures.percent(name)).isEqualTo(printed);
    }

    @Test
    void collectorsFoundMostOfWhatWasFiled() {
        var figures = ask().figures(MONTH + "&by=source&name=filed");

        assertThat(figures.count("patrol", "filed")).isEqualTo(FOUND_BY_COLLECTORS);
        assertThat(figures.count("hotline_12345", "filed")).isEqualTo(43);
    }

    @Test
    void eventsAndComponentsHaveDuesOfTheirOwn() {
        var majors = ask().figures(MONTH + "&by=major&name=filed&name=due&name=due_closed");

        assertThat(majors.count("11", "filed")).isEqualTo(EVENTS);
        assertThat(majors.count("11", "due")).isEqualTo(956);
        assertThat(majors.count("11", "due_closed")).isEqualTo(902);
        assertThat(majors.count("12", "filed")).isEqualTo(COMPONENTS);
        assertThat(majors.count("12", "due")).isEqualTo(16);
        assertThat(majors.count("12", "due_closed")).isEqualTo(9);
    }

    @Test
    void theTypesAddUpAsPrinted() {
        var matters = ask().figures(MONTH + "&by=matter&name=filed");

        TYPES.forEach((matter, count) ->
                assertThat(matters.count(matter, "filed")).as(matter).isEqualTo((long) count));
    }

    private Asking ask() {
        return new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));
    }

    /** So many filed, the first of them due within the month, the first of those closed. */
    private void filed(String matter, int count, int due, int closed) {
        for (int i = 0; i < count; i++) {
            var at = at();
            var inTime = written < IN_TIME;
            ledger.append(
                    "tianmen,%d,%s,%s,990104005026004,%s,%s,,%s,%s%n"
                            .formatted(
                                    written,
                                    written < FOUND_BY_COLLECTORS ? "patrol" : "hotline_12345",
                                    matter,
                                    at,
                                    at.plusMinutes(1),
                                    i < closed ? at.plusHours(inTime ? 2 : 6) : "",
                                    i < due ? at.plusHours(4) : at.plusMonths(2)));
            written++;
        }
    }

    private LocalDateTime at() {
        return LocalDateTime.of(2016, 12, 1, 8, 0).plusMinutes(written * 25L);
    }
}
