package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Who may ask for which figures, and what they are told. */
@HistoryTest
@TestInstance(Lifecycle.PER_CLASS)
class IndicatorRequestTests {

    private static final String STREET = "/990000/990100/990104/990104005/";

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;

    @BeforeAll
    void loadTwoCasesInTwoStreets() {
        DemoHistory.loadGround(importers);
        new HandedOver(importers)
                .load(
                        "cases",
                        """
                        source_system,case_id,cell_code,reported_at,filed_at,closed_at,due_at
                        asked,1,990104005026004,2001-05-01,2001-05-02,2001-05-03,
                        asked,2,990104006015001,2001-05-01,2001-05-02,2001-05-01T01:00:00,2001-05-04
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "area=NOWHERE, 404",
        "area=990104006, 404",
        "from=yesterday, 422",
        "to=2001-13-01, 422",
        "from=2001-05-02&to=2001-05-01, 422",
        "from=0001-01-01, 422",
        "name=happiness, 422",
        "by=phase_of_the_moon, 422",
        "by=none, 422"
    })
    void aQuestionThatCannotBeAnsweredIsRefusedWithAReason(String query, int status) {
        var answer = streetAsks().get("/api/v1/indicators?" + query);

        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "name=happiness, 422",
        "name=filed&part=remainder, 422",
        "name=filed&part=denominator, 422",
        "name=filed&limit=0, 422",
        "name=filed&limit=201, 422",
        "name=filed&cursor=bananas, 422",
        "part=numerator, 422"
    })
    void aListThatCannotBeOpenedIsRefusedWithAReason(String query, int status) {
        assertThat(streetAsks().get("/api/v1/indicators/cases?" + query)).hasStatus(status);
    }

    @Test
    void aStreetSeesTheFiguresOfItsOwnCasesOnly() {
        assertThat(streetAsks().figures("from=2001-05-01&to=2001-05-31").count("", "filed"))
                .isEqualTo(1);
        assertThat(districtAsks().figures("from=2001-05-01&to=2001-05-31").count("", "filed"))
                .isEqualTo(2);
        assertThat(streetAsks().figures("from=2001-05-01&area=990104").count("", "reports"))
                .isLessThan(districtAsks().figures("from=2001-05-01").count("", "reports"));
    }

    @Test
    void aGridMemberSeesNoFigures() {
        var token = accounts.tokenFor(Role.GRID_MEMBER, STREET, null);

        assertThat(new Asking(mvc, token).get("/api/v1/indicators")).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/indicators")).hasStatus(401);
    }

    @Test
    void nothingToDivideByIsNoRate() {
        var nothing = districtAsks().figures("from=1950-01-01&to=1950-12-31&name=filed_rate");

        assertThat(nothing.get("filed_rate").get("value").isNull()).isTrue();
        assertThat(nothing.get("filed_rate").get("denominator").asLong()).isZero();
    }

    @Test
    void aCaseWithoutADueTimeIsNeitherDueNorOnTime() {
        var figures = streetAsks().figures("from=2001-05-01&to=2001-05-31");

        assertThat(figures.count("", "closed")).isEqualTo(1);
        assertThat(figures.count("", "due")).isZero();
        assertThat(figures.count("", "on_time")).isZero();
    }

    @Test
    void theLastDayOfThePeriodIsInItToItsLastMoment() {
        new HandedOver(importers)
                .load(
                        "cases",
                        """
                        source_system,case_id,reported_at
                        asked,3,1999-12-31T23:59:59.999999
                        asked,4,2000-01-01T00:00:00
                        """);

        assertThat(districtAsks().figures("from=1999-12-31&to=1999-12-31").count("", "reports"))
                .isEqualTo(1);
        assertThat(
                        districtAsks()
                                .figures(
                                        "from=2000-01-01T00:00:00+08:00"
                                                + "&to=2000-01-01T00:00:00+08:00")
                                .count("", "reports"))
                .isEqualTo(1);
    }

    @Test
    void whatIsDueLaterTodayIsNotDueYet() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        var figure = districtAsks().figures("from=2001-01-01&to=" + today).get("due");

        var end = UriComponentsBuilder.fromUriString(figure.get("cases").asString()).build();
        assertThat(Instant.parse(String.valueOf(end.getQueryParams().getFirst("to"))))
                .isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void everyFigureIsDefinedInBothLanguages() {
        var definitions = districtAsks().json("/api/v1/indicators/definitions");

        assertThat(definitions).hasSize(Indicator.ALL.size());
        for (var definition : definitions) {
            assertThat(definition.get("definitionZh").asString())
                    .contains(definition.get("labelZh").asString());
            assertThat(definition.get("definitionEn").asString())
                    .contains(definition.get("labelEn").asString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "在线率, 在线时长",
        "online_rate, 在线时长",
        "打卡数, 打卡",
        "log_count, 指尖上的形式主义",
        "日志量, 指尖上的形式主义",
        "mediation_success_rate, 自愿"
    })
    void whatMustNotBeCountedIsRefusedWithTheRule(String name, String rule) {
        var answer = streetAsks().get("/api/v1/indicators?name=" + name);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(rule);
    }

    @Test
    void noFigureHasANameThatIsBarred() {
        assertThat(Indicator.ALL)
                .allSatisfy(figure -> assertThat(Barred.reason(figure.name())).isEmpty());
    }

    @Test
    void everyDefinitionSaysItsVersionItsCohortAndWhatToReadItWith() {
        for (var definition : districtAsks().json("/api/v1/indicators/definitions")) {
            assertThat(definition.get("version").asInt()).isPositive();
            assertThat(definition.get("cohortZh").asString()).contains("期内");
            assertThat(definition.get("cohortEn").asString()).contains("period");
            definition
                    .get("readWith")
                    .forEach(name -> assertThat(Indicator.named(name.asString())).isPresent());
        }
    }

    @Test
    void noDurationIsAnAverageAlone() {
        var alone = Indicator.named("mean_hours").orElseThrow();

        assertThat(alone.readWith()).contains("median_hours", "p90_hours");
    }

    private Asking streetAsks() {
        return new Asking(mvc, accounts.tokenFor(Role.STREET_DISPATCHER, STREET, null));
    }

    private Asking districtAsks() {
        return new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));
    }
}
