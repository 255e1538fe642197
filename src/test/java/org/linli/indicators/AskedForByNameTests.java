package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.cases.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Figures of what units do, by the steps that they take. */
@LinliTest
class AskedForByNameTests {

    @Autowired private MockMvcTester mvc;
    @Autowired private Office office;

    private Instant begun = Instant.EPOCH;
    private String one = "";
    private String other = "";

    @BeforeEach
    void twoCasesOfAUnit() {
        begun = Instant.now().truncatedTo(ChronoUnit.MICROS);
        one = office.dispatched(TestDistrict.LIGHTS);
        other = office.dispatched(TestDistrict.LIGHTS);
    }

    @Test
    void whatAUnitTookOrSentBackWithinADayWasAcknowledged() {
        assertParts("taken_in_time_rate", Duration.ZERO, 0, 2);
        office.take(Role.UNIT_HANDLER, one, "take", Map.of());

        assertParts("taken_in_time_rate", Duration.ZERO, 1, 2);
        office.take(Role.UNIT_HANDLER, other, "return", Map.of("reason", "不归我们管"));

        assertParts("taken_in_time_rate", Duration.ofDays(2), 2, 2);
    }

    @Test
    void aReporterWasAnsweredIfReachedAndSoWrittenDownWithinADay() {
        var reached = office.dispatched(reachable(null), TestDistrict.LIGHTS);
        var missed = office.dispatched(reachable(null), TestDistrict.LIGHTS);
        office.take(Role.UNIT_HANDLER, reached, "contact", spokenTo(true, null));
        office.take(Role.UNIT_HANDLER, missed, "contact", spokenTo(false, null));
        // one and other left no word how to reach them: nobody can

        assertParts("response_rate", Duration.ZERO, 1, 2);
        assertParts("response_rate", Duration.ofDays(2), 1, 2);
    }

    @Test
    void whatIsEnteredAfterTheDayWasNotToldInTimeWhenEverItWasDone() {
        var longAgo = begun.minus(Duration.ofDays(9));
        var before = figureAt("response_rate", longAgo);
        var caseNo = reachable(longAgo);
        var at = longAgo.plusSeconds(60).toString();
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "file",
                Map.of("matterCode", Office.LAMP, "occurredAt", at));
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.LIGHTS, "occurredAt", at));
        office.take(Role.UNIT_HANDLER, caseNo, "contact", spokenTo(true, at));

        var after = figureAt("response_rate", longAgo);
        assertThat(after.get("denominator").asLong() - before.get("denominator").asLong())
                .isEqualTo(1);
        assertThat(after.get("numerator").asLong()).isEqualTo(before.get("numerator").asLong());
    }

    private String reachable(@Nullable Instant at) {
        return office.reportedByName(at).get("caseNo").asString();
    }

    private static Map<String, Object> spokenTo(boolean reached, @Nullable String at) {
        var said = new HashMap<String, Object>(Map.of("means", "phone", "reached", reached));
        if (at != null) {
            said.put("occurredAt", at);
        }
        return said;
    }

    private JsonNode figureAt(String name, Instant from) {
        return asking().figures("name=" + name + "&from=" + from).get(name);
    }

    @Test
    void everybodyWhoWasCalledHadToComeInTime() {
        var meeting =
                Map.of(
                        "units",
                        List.of(
                                Map.of("unitCode", TestDistrict.CLEANING, "asked", "清垃圾"),
                                Map.of("unitCode", TestDistrict.LIGHTS, "asked", "断电")),
                        "place",
                        "灯塔路口",
                        "reason",
                        "灯杆漏电，垃圾未清",
                        "meetAt",
                        Instant.now().plus(Duration.ofHours(1)).toString());
        office.take(Role.STREET_DISPATCHER, one, "whistle", meeting);
        office.take(Role.STREET_DISPATCHER, other, "whistle", meeting);
        office.take(Role.UNIT_HANDLER, one, "arrive", Map.of());
        office.as(Office.CLEANER, one, "arrive", Map.of());
        office.take(Role.UNIT_HANDLER, other, "arrive", Map.of());

        assertParts("whistle_answer_rate", Duration.ZERO, 0, 0);
        assertParts("whistle_answer_rate", Duration.ofHours(2), 1, 2);
    }

    @Test
    void aHoldIsLongAfterNinetyDays() {
        var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(150).toString();
        office.take(
                Role.UNIT_HANDLER,
                one,
                "ask-hold",
                Map.of("reason", "冻土", "ground", "season", "until", until));
        office.take(Role.SHIFT_LEADER, one, "approve", Map.of());

        assertParts("long_hold_rate", Duration.ofDays(89), 0, 1);
        assertParts("long_hold_rate", Duration.ofDays(91), 1, 1);
    }

    @Test
    void theyAreNotCountedForWhoeverAsksForNothingByName() {
        var names = asking().figures("from=" + begun).byGroup().get("");

        assertThat(names).containsKey("hold_rate").doesNotContainKey("taken_in_time_rate");
    }

    /** A case in the numerator is in the list behind it, and those alone. */
    private void assertParts(String name, Duration later, long numerator, long denominator) {
        var figure = figure(name, later);

        assertThat(figure.get("numerator").asLong()).as(name).isEqualTo(numerator);
        assertThat(figure.get("denominator").asLong()).as(name).isEqualTo(denominator);
        assertThat(listed(figure, "cases")).isEqualTo(numerator);
        assertThat(listed(figure, "denominatorCases")).isEqualTo(denominator);
    }

    private long listed(JsonNode figure, String link) {
        return asking().json(figure.get(link).asString()).get("total").asLong();
    }

    private JsonNode figure(String name, Duration later) {
        var until = Instant.now().plus(later);
        return asking().figures("name=" + name + "&from=" + begun + "&to=" + until).get(name);
    }

    private Asking asking() {
        return new Asking(mvc, office.token(Role.STREET_DISPATCHER));
    }
}
