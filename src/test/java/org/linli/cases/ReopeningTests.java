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

/** What the reporter did not accept goes to another handler, unless the shift leader says why. */
@LinliTest
class ReopeningTests {

    private static final Map<String, String> TO_THE_SAME = Map.of("unitCode", TestDistrict.LIGHTS);
    private static final Map<String, String> AND_WHY =
            Map.of("unitCode", TestDistrict.LIGHTS, "reason", "只有这一家修路灯");

    @Autowired private Office office;

    private String caseNo = "";

    @BeforeEach
    void theReporterDidNotAcceptWhatTheUnitDid() {
        var receipt = office.solved(TestDistrict.LIGHTS);
        caseNo = receipt.get("caseNo").asString();
        office.reopen(receipt);
    }

    @Test
    void theUnitWhoseWorkWasNotAcceptedIsNotSimplyGivenTheCaseAgain() {
        for (var role : List.of(Role.STREET_DISPATCHER, Role.SHIFT_LEADER)) {
            office.refused(role, caseNo, "dispatch", TO_THE_SAME, 409, "case/other-handler-needed");
        }
        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo)).doesNotContain("dispatch-again");
        var seen = office.seen(Role.STREET_DISPATCHER, caseNo);
        assertThat(seen.get("rejected").findValuesAsString("name")).containsExactly("路灯管理所");
    }

    @Test
    void anotherUnitIsGivenIt() {
        var dispatched = toTheCleaners();

        assertThat(dispatched.get("unitCode").asString()).isEqualTo(TestDistrict.CLEANING);
    }

    @Test
    void theShiftLeaderGivesItToTheSameUnitAgainAndSaysWhy() {
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch-again",
                AND_WHY,
                409,
                "case/not-your-step");
        office.refused(
                Role.SHIFT_LEADER, caseNo, "dispatch-again", TO_THE_SAME, 422, "request/missing");
        office.take(Role.SHIFT_LEADER, caseNo, "dispatch-again", AND_WHY);

        var last = office.seen(Role.UNIT_HANDLER, caseNo).get("history").valueStream().toList();
        assertThat(last.getLast().get("reason").asString()).isEqualTo("只有这一家修路灯");
    }

    @Test
    void whatTheOtherUnitReturnsDoesNotGoBackUnsaid() {
        toTheCleaners();
        office.as(Office.CLEANER, caseNo, "return", Map.of("reason", "不归我们管"));

        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                TO_THE_SAME,
                409,
                "case/other-handler-needed");
    }

    @Test
    void onlyAUnitThatHadItIsGivenItAgain() {
        office.refused(
                Role.SHIFT_LEADER,
                caseNo,
                "dispatch-again",
                Map.of("unitCode", TestDistrict.CLEANING, "reason", "试试"),
                409,
                "case/had-it-not");
    }

    @Test
    void aMemberWhoClosedACaseDoesNotCloseItAgainWhenItIsReopened() {
        var receipt = office.reported();
        var other = receipt.get("caseNo").asString();
        var solving = Map.of("matterCode", Office.LAMP, "note", "拧紧了");
        office.take(Role.GRID_MEMBER, other, "self-handle", solving);
        office.reopen(receipt);

        assertThat(office.steps(Role.GRID_MEMBER, other)).doesNotContain("self-handle");
        office.as(office.newcomer(Role.GRID_MEMBER), other, "self-handle", solving);

        assertThat(office.steps(Role.CHECKER, other)).contains("check");
    }

    private JsonNode toTheCleaners() {
        return office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.CLEANING));
    }
}
