package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What was recorded wrongly is set right, and what was forgotten entered late; nothing is lost. */
@LinliTest
class CorrectingTests {

    @Autowired private Office office;

    @Test
    void aCorrectionChangesTheCaseAndKeepsWhatWasThere() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var due = office.seen(Role.VIEWER, caseNo).get("dueAt");
        office.take(
                Role.SHIFT_LEADER,
                caseNo,
                "correct",
                Map.of("place", "灯塔路北口", "conditionNo", 1, "reason", "受理时选错"));

        var seen = office.seen(Role.VIEWER, caseNo);
        assertThat(seen.get("address").asString()).isEqualTo("灯塔路北口");
        assertThat(seen.get("filing").get("conditionNo").asInt()).isEqualTo(1);
        assertThat(seen.get("dueAt")).isNotEqualTo(due);
        var entry = last(seen);
        assertThat(entry.get("was").get("place").asString()).isEqualTo("灯塔路");
        assertThat(entry.get("was").get("conditionNo").asInt()).isEqualTo(2);
        assertThat(entry.get("actorRole").asString()).isEqualTo("shift_leader");
        assertThat(office.listed(Role.VIEWER, "text=灯塔路北口")).contains(caseNo);
    }

    @Test
    void theTimeOfTheHandlingIsSetRightByOthersThanWhoHandledIt() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var dispatchedAt =
                Instant.parse(office.seen(Role.VIEWER, caseNo).get("dispatchedAt").asString());
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "修好了"));
        var told = Map.of("handledAt", dispatchedAt.toString(), "reason", "当时没有网络");
        office.refused(Role.UNIT_HANDLER, caseNo, "correct", told, 409, "case/not-your-step");
        var impossible =
                Map.of("handledAt", dispatchedAt.minusSeconds(1).toString(), "reason", "x");
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "correct", impossible, 409, "case/impossible-time");
        office.take(Role.STREET_DISPATCHER, caseNo, "correct", told);

        var seen = office.seen(Role.VIEWER, caseNo);
        assertThat(Instant.parse(seen.get("handledAt").asString())).isEqualTo(dispatchedAt);
        assertThat(last(seen).get("was").get("handledAt").isNull()).isFalse();
        var segments = seen.get("clock").get("segments").valueStream().toList();
        assertThat(segments.getLast().get("from").asString())
                .isEqualTo(segments.get(segments.size() - 2).get("to").asString());
    }

    @Test
    void aHandlingIsNotSetBeforeTheReworkThatItAnswers() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "换了灯泡"));
        office.take(Role.CHECKER, caseNo, "rework", Map.of("reason", "还是黑的"));
        var reworked = last(office.seen(Role.VIEWER, caseNo)).get("at").asString();
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "换了电缆"));

        var before = Instant.parse(reworked).minusMillis(1).toString();
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "correct",
                Map.of("handledAt", before, "reason", "当时没有网络"),
                409,
                "case/impossible-time");
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "correct",
                Map.of("handledAt", reworked, "reason", "当时没有网络"));
    }

    @Test
    void aCorrectionSaysWhatAndWhy() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        for (var missing : List.of(Map.of("place", "x"), Map.of("reason", "x"))) {
            office.refused(
                    Role.STREET_DISPATCHER, caseNo, "correct", missing, 422, "request/missing");
        }
    }

    @Test
    void whatWasForgottenIsEnteredLateAndMarked() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var before = Instant.now().minus(Duration.ofHours(5));
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "co-handle",
                Map.of("units", List.of(Map.of("unitCode", TestDistrict.CLEANING, "asked", "清扫"))));
        office.take(Role.SHIFT_LEADER, caseNo, "urge", Map.of("occurredAt", before.toString()));

        var seen = office.seen(Role.VIEWER, caseNo);
        var told = seen.get("history").valueStream().toList();
        // not before what was told before it
        assertThat(last(seen).get("at")).isEqualTo(told.get(told.size() - 2).get("at"));
        assertThat(last(seen).get("lateEntry").asBoolean()).isFalse();
        office.refused(
                Role.SHIFT_LEADER,
                caseNo,
                "urge",
                Map.of("occurredAt", Instant.now().plusSeconds(60).toString()),
                422,
                "case/in-the-future");
        office.refused(
                Role.SHIFT_LEADER,
                caseNo,
                "urge",
                Map.of("occurredAt", Instant.now().minus(Duration.ofDays(40)).toString()),
                422,
                "case/too-late-to-enter");
    }

    private static JsonNode last(JsonNode seen) {
        return seen.get("history").valueStream().toList().getLast();
    }
}
