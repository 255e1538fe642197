package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What each figure counts, on a handful of cases that anybody can count by hand. */
@HistoryTest
@TestInstance(Lifecycle.PER_CLASS)
class RegistryTests {

    private static final String MONTH = "from=2003-03-01&to=2003-03-31";

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;

    private Figures figures = new Figures(Map.of());

    @BeforeAll
    void loadAHandful() {
        DemoHistory.loadGround(importers);
        var report =
                new HandedOver(importers)
                        .load(
                                "cases",
                                """
                                source_system,case_id,source,cell_code,reported_at,filed_at,dispatched_at,unit_code,handled_at,checked_at,closed_at,due_at,self_handled,rating,returns,reworks,extensions
                                few,1,patrol,990104005026004,2003-03-01,2003-03-01,,,2003-03-01T01:00:00,,2003-03-01T01:00:00,2003-03-02,1,,,,
                                few,2,resident,990104005026004,2003-03-01,2003-03-01,,,2003-03-01T01:00:00,,2003-03-01T01:00:00,2003-03-02,1,5,,,
                                few,3,resident,990104005026004,2003-03-01,2003-03-01,2003-03-01T01:00:00,CG,2003-03-01T10:00:00,2003-03-01T11:00:00,2003-03-01T11:00:00,2003-03-02,0,2,1,,1
                                few,4,patrol,990104005026004,2003-03-01,2003-03-01,2003-03-01T01:00:00,CG,2003-03-01T20:00:00,2003-03-01T21:00:00,2003-03-01T21:00:00,2003-03-02,0,,,1,
                                few,5,hotline_12345,990104005026004,2003-03-01,2003-03-01,2003-03-01T01:00:00,CG,2003-03-03,,,2003-03-02,0,,,,
                                few,6,hotline_12345,990104005026004,2003-03-01,,,,,,,,0,,,,
                                """);
        assertThat(report.rejections()).isEmpty();
        figures =
                new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER))
                        .figures(MONTH + "&area=990104005");
    }

    @ParameterizedTest
    @CsvSource({
        "filed_rate, 5, 6",
        "valid_rate, 6, 6",
        "self_handled_rate, 2, 5",
        "done_rate, 5, 5",
        "closed_rate_of_filed, 4, 5",
        "hold_rate, 0, 5",
        "return_rate, 1, 3",
        "shirking_rate, 0, 3",
        "accurate_dispatch_rate, 2, 3",
        "extension_rate, 1, 3",
        "rework_rate, 1, 3",
        "first_check_rate, 1, 2",
        "reopen_rate, 0, 4",
        "answer_rate, 2, 2",
        "satisfied_rate, 1, 2"
    })
    void eachRateSaysWhatItDividesByWhat(String name, long numerator, long denominator) {
        var figure = figures.get(name);

        assertThat(figure.get("numerator").asLong()).isEqualTo(numerator);
        assertThat(figure.get("denominator").asLong()).isEqualTo(denominator);
    }

    @Test
    void whatTheGridFoundAndClosedItselfIsToldApartInEveryFigure() {
        var closed = figures.get("on_time_rate_of_closed");

        assertThat(closed.get("numerator").asLong()).isEqualTo(4);
        assertThat(closed.get("selfFoundHandled").asLong()).isEqualTo(1);
        assertThat(closed.get("selfFoundHandledOfBase").asLong()).isEqualTo(1);
        assertThat(figures.count("", "self_found_handled")).isEqualTo(1);
        assertThat(figures.count("", "self_found")).isEqualTo(2);
    }

    @Test
    void theAverageOfTheHoursStandsBesideWhatHalfAndNineInTenTook() {
        assertThat(figures.get("mean_hours").get("value").asDouble()).isEqualTo(15);
        assertThat(figures.get("median_hours").get("value").asDouble()).isEqualTo(15);
        assertThat(figures.get("p90_hours").get("value").asDouble()).isEqualTo(19);
    }

    @Test
    void nothingToDivideByIsNoRate() {
        assertThat(figures.get("solved_rate").get("value").isNull()).isTrue();
    }
}
