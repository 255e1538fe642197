package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that nobody wants: the second return brings them before the shift leader (定责). */
@LinliTest
class RulingTests {

    @Autowired private Office office;

    private String caseNo = "";

    @BeforeEach
    void twoUnitsHaveSentItBack() {
        caseNo = office.dispatched(TestDistrict.LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "不归我们管"));
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.CLEANING));
        office.as(Office.CLEANER, caseNo, "return", Map.of("reason", "也不归我们管"));
    }

    @Test
    void theSecondReturnMakesTheCaseWaitForTheShiftLeaderAlone() {
        var seen = office.seen(Role.STREET_DISPATCHER, caseNo);

        assertThat(seen.get("state").asString()).isEqualTo("FILED");
        assertThat(seen.get("awaiting").asString()).isEqualTo("ruling");
        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo))
                .containsExactly("merge", "ask-forced-close");
        assertThat(office.steps(Role.SHIFT_LEADER, caseNo))
                .containsExactly("rule", "urge", "yellow-card", "red-card");
        for (var role : List.of(Role.STREET_DISPATCHER, Role.SHIFT_LEADER)) {
            office.refused(
                    role,
                    caseNo,
                    "dispatch",
                    Map.of("unitCode", TestDistrict.LIGHTS),
                    409,
                    "case/ruling-needed");
        }
    }

    @Test
    void nobodyButTheShiftLeaderRules() {
        for (var role :
                List.of(Role.STREET_DISPATCHER, Role.DISTRICT_DISPATCHER, Role.DISTRICT_LEADER)) {
            office.refused(role, caseNo, "rule", ruling(null), 409, "case/not-your-step");
        }
    }

    @Test
    void theRulingBindsTheUnitItNames() {
        var ruled = office.take(Role.SHIFT_LEADER, caseNo, "rule", ruling(TestDistrict.LIGHTS));

        assertThat(ruled.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(ruled.get("unitCode").asString()).isEqualTo(TestDistrict.LIGHTS);
        assertThat(ruled.get("awaiting").isNull()).isTrue();
        assertThat(office.steps(Role.UNIT_HANDLER, caseNo))
                .contains("handle")
                .doesNotContain("return");
        office.refused(
                Role.UNIT_HANDLER,
                caseNo,
                "return",
                Map.of("reason", "还是不归我们管"),
                409,
                "case/bound-by-ruling");
    }

    @Test
    void theTimeLostCountsAgainstWhomWasFoundResponsibleWhileTheRecordStays() {
        office.take(Role.SHIFT_LEADER, caseNo, "rule", ruling(TestDistrict.CLEANING));

        assertThat(segments("unitCode"))
                .containsExactly(
                        "-",
                        "-",
                        TestDistrict.LIGHTS,
                        "-",
                        TestDistrict.CLEANING,
                        "-",
                        TestDistrict.LIGHTS);
        assertThat(segments("chargedTo"))
                .containsExactly(
                        "-",
                        "-",
                        TestDistrict.LIGHTS,
                        "-",
                        TestDistrict.CLEANING,
                        TestDistrict.CLEANING,
                        TestDistrict.LIGHTS);
    }

    @Test
    void theFirstThatSentItBackAnswersForEverythingSince() {
        office.take(Role.SHIFT_LEADER, caseNo, "rule", ruling(TestDistrict.LIGHTS));

        var lights = TestDistrict.LIGHTS;
        assertThat(segments("chargedTo"))
                .containsExactly("-", "-", lights, lights, lights, lights, lights);
    }

    @Test
    void theOfficeAnswersForWhatItDispatchedWrongly() {
        office.take(Role.SHIFT_LEADER, caseNo, "rule", ruling(null));

        assertThat(segments("chargedTo"))
                .containsExactly("-", "-", "-", "-", "-", "-", TestDistrict.LIGHTS);
    }

    @Test
    void onlyWhoSentItBackCanBeFoundResponsible() {
        office.refused(
                Role.SHIFT_LEADER, caseNo, "rule", ruling("T-OTHER"), 422, "case/not-returned-by");
    }

    @Test
    void aRulingGivesItsReasonAndItsUnit() {
        for (var missing : List.of("reason", "unitCode")) {
            var ruling = new HashMap<>(ruling(null));
            ruling.remove(missing);
            office.refused(Role.SHIFT_LEADER, caseNo, "rule", ruling, 422, "request/missing");
        }
    }

    @Test
    void aListShowsWhatWaitsForARuling() {
        assertThat(office.listed(Role.SHIFT_LEADER, "awaiting=ruling")).contains(caseNo);
        office.take(Role.SHIFT_LEADER, caseNo, "rule", ruling(null));
        assertThat(office.listed(Role.SHIFT_LEADER, "awaiting=ruling")).doesNotContain(caseNo);
        assertThat(office.get(Role.SHIFT_LEADER, "/api/v1/cases?awaiting=godot")).hasStatus(422);
    }

    private static Map<String, Object> ruling(@Nullable String responsible) {
        var lights = TestDistrict.LIGHTS;
        return responsible == null
                ? Map.of("unitCode", lights, "reason", "路灯归路灯管理所")
                : Map.of("unitCode", lights, "reason", "路灯归路灯管理所", "responsible", responsible);
    }

    private List<String> segments(String field) {
        return office.seen(Role.SHIFT_LEADER, caseNo)
                .get("clock")
                .get("segments")
                .valueStream()
                .map(segment -> segment.get(field))
                .map(unit -> unit.isNull() ? "-" : unit.asString())
                .toList();
    }
}
