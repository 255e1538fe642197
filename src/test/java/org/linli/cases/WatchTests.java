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
import tools.jackson.databind.json.JsonMapper;

/** Those above look after a case: urging, the yellow and the red card, and the third rework. */
@LinliTest
class WatchTests {

    private static final Map<String, String> BECAUSE = Map.of("reason", "居民又来反映");

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
        var before = office.seen(Role.UNIT_HANDLER, caseNo).get("clock");
        var taken = office.take(Role.UNIT_HANDLER, caseNo, "take", Map.of());

        assertThat(taken.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(office.seen(Role.UNIT_HANDLER, caseNo).get("clock")).isEqualTo(before);
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
