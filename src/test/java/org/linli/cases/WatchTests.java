package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case is looked after: urging, the yellow and the red card, the third rework, and speaking to
 * whoever reported it.
 */
@LinliTest
class WatchTests {

    private static final Map<String, String> BECAUSE = Map.of("reason", "居民又来反映");

    private static final Map<String, ?> REACHED = Map.of("means", "in_person", "reached", true);

    private static final Map<String, ?> MISSED = Map.of("means", "phone", "reached", false);

    @Autowired private Office office;
    @Autowired private JsonMapper json;

    private String caseNo = "";

    @BeforeEach
    void aUnitHasACase() {
        caseNo = office.dispatched(TestDistrict.LIGHTS);
    }

    @Test
    void aCaseIsUrgedAsOftenAsItTakes() {
        office.take(Role.SHIFT_LEADER, caseNo, "urge", Map.of());
        office.take(Role.DISTRICT_LEADER, caseNo, "urge", Map.of("note", "请尽快"));

        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("urged").asInt()).isEqualTo(2);
    }

    @Test
    void cardsGoUpAndNoneIsShownTwice() {
        var yellow = office.take(Role.SHIFT_LEADER, caseNo, "yellow-card", BECAUSE);
        office.refused(
                Role.DISTRICT_LEADER, caseNo, "yellow-card", BECAUSE, 409, "case/card-shown");
        var red = office.take(Role.DISTRICT_LEADER, caseNo, "red-card", BECAUSE);
        for (var card : List.of("yellow-card", "red-card")) {
            office.refused(Role.SHIFT_LEADER, caseNo, card, BECAUSE, 409, "case/card-shown");
        }

        assertThat(yellow.get("card").asString()).isEqualTo("yellow");
        assertThat(red.get("card").asString()).isEqualTo("red");
        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("card").asString())
                .isEqualTo("red");
    }

    @Test
    void nobodyBelowShowsCardsAndEachSaysWhy() {
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "red-card", BECAUSE, 409, "case/not-your-step");
        office.refused(Role.UNIT_HANDLER, caseNo, "urge", Map.of(), 409, "case/not-your-step");
        office.refused(Role.SHIFT_LEADER, caseNo, "yellow-card", Map.of(), 422, "request/missing");
    }

    @Test
    void aUnitTakesWhatItWasGivenOnceAndItsClockTakesNoNotice() {
        var before = clock();
        var taken = office.take(Role.UNIT_HANDLER, caseNo, "take", Map.of());

        assertThat(taken.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(clock()).isEqualTo(before);
        assertThat(office.steps(Role.UNIT_HANDLER, caseNo)).doesNotContain("take");
        office.refused(Role.SHIFT_LEADER, caseNo, "take", Map.of(), 409, "case/step-not-allowed");
    }

    @Test
    void whoeverIsGivenACaseAfterAnotherHasYetToTakeIt() {
        office.take(Role.UNIT_HANDLER, caseNo, "take", Map.of());
        office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "不归我们管"));
        assertThat(office.steps(Role.SHIFT_LEADER, caseNo)).doesNotContain("take");
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.CLEANING));

        office.refused(Role.UNIT_HANDLER, caseNo, "take", Map.of(), 404, "case/not-found");
        office.as(Office.CLEANER, caseNo, "take", Map.of());
    }

    @Test
    void whoeverSpokeToTheReporterWritesDownHowAndTheReporterSeesIt() {
        var receipt = office.reportedByName(null);
        caseNo = office.dispatched(receipt.get("caseNo").asString(), TestDistrict.LIGHTS);
        var before = clock();

        office.take(Role.UNIT_HANDLER, caseNo, "contact", MISSED);
        office.take(Role.STREET_DISPATCHER, caseNo, "contact", REACHED);

        var seen = office.seen(Role.UNIT_HANDLER, caseNo);
        assertThat(seen.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(clock()).isEqualTo(before);
        var told = seen.get("history").valueStream().filter(WatchTests::isContact).toList();
        assertThat(told)
                .extracting(entry -> entry.get("means").asString())
                .containsExactly("phone", "in_person");
        assertThat(told)
                .extracting(entry -> entry.get("reached").asBoolean())
                .containsExactly(false, true);
        var tracked = office.asked("/api/v1/tracking/" + receipt.get("trackingCode").asString());
        assertThat(tracked.get("history").findValuesAsString("step"))
                .endsWith("contact-missed", "contact");
    }

    /** By when it is due and who had it; what comes up on the way is kept a moment later. */
    private List<JsonNode> clock() {
        var clock = office.seen(Role.UNIT_HANDLER, caseNo).get("clock");
        return List.of(clock.get("startedAt"), clock.get("dueAt"), clock.get("segments"));
    }

    private static boolean isContact(JsonNode entry) {
        return entry.get("step").asString().equals("contact");
    }

    @Test
    void theReporterIsSpokenToByTheUnitOrTheOfficeOnceThereIsAUnit() {
        var reported = office.reported().get("caseNo").asString();
        office.refused(
                Role.STREET_DISPATCHER, reported, "contact", REACHED, 409, "case/step-not-allowed");
        office.refused(Role.CHECKER, caseNo, "contact", REACHED, 409, "case/not-your-step");
        office.refused(
                Role.UNIT_HANDLER,
                caseNo,
                "contact",
                Map.of("means", "pigeon", "reached", true),
                422,
                "request/value");
        office.refused(
                Role.UNIT_HANDLER,
                caseNo,
                "contact",
                Map.of("means", "phone"),
                422,
                "request/missing");

        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "修好了"));
        assertThat(office.steps(Role.UNIT_HANDLER, caseNo)).contains("contact");
    }

    @Test
    void whatWasWrittenBeforeThereWereCardsIsRead() {
        var written = "{\"application\":null,\"hold\":null,\"appealed\":false,\"exempt\":false}";

        assertThat(json.readValue(written, Affairs.class)).isEqualTo(Affairs.NONE);
    }

    @Test
    void whatIsOverOrNobodysYetIsNotUrged() {
        var reported = office.reported().get("caseNo").asString();

        office.refused(Role.SHIFT_LEADER, reported, "urge", Map.of(), 409, "case/step-not-allowed");
    }

    @Test
    void theThirdReworkBringsTheCaseBeforeTheShiftLeader() {
        for (var times = 0; times < 3; times++) {
            office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "修好了"));
            office.take(Role.CHECKER, caseNo, "rework", Map.of("reason", "还是不亮"));
        }

        var seen = office.seen(Role.SHIFT_LEADER, caseNo);
        assertThat(seen.get("awaiting").asString()).isEqualTo("ruling");
        assertThat(seen.get("reworks").asInt()).isEqualTo(3);
        var ruled =
                office.take(
                        Role.SHIFT_LEADER,
                        caseNo,
                        "rule",
                        Map.of(
                                "unitCode", TestDistrict.CLEANING,
                                "responsible", TestDistrict.LIGHTS,
                                "reason", "换一家单位"));
        assertThat(ruled.get("unitCode").asString()).isEqualTo(TestDistrict.CLEANING);
    }
}
