package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for, and decided by others: extensions, holds, forced closings, appeals. */
@LinliTest
class ApplicationTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> BECAUSE = Map.of("reason", "要等材料到货");

    @Autowired private Office office;
    @Autowired private Holds holds;
    @Autowired private JdbcClient sql;
    @Autowired private Clock clock;

    private JsonNode receipt;
    private String caseNo = "";

    ApplicationTests(@Autowired JsonMapper json) {
        receipt = json.createObjectNode();
    }

    @BeforeEach
    void aUnitHasACase() {
        receipt = office.reported();
        caseNo = office.dispatched(receipt.get("caseNo").asString(), TestDistrict.LIGHTS);
    }

    @Test
    void anExtensionIsApprovedInTheStreetAndThenAboveAndAddsTheLimitOnceMore() {
        var before = due(office.seen(Role.STREET_DISPATCHER, caseNo));
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        assertThat(awaiting()).isEqualTo("extension");

        office.refused(Role.SHIFT_LEADER, caseNo, "approve", Map.of(), 409, "case/not-your-step");
        office.take(Role.STREET_DISPATCHER, caseNo, "approve", Map.of());
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "approve", Map.of(), 409, "case/not-your-step");
        var granted = office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());

        assertThat(due(granted)).isAfter(before);
        assertThat(granted.get("awaiting").isNull()).isTrue();
    }

    @Test
    void theLimitIsExtendedTwiceAtMostAndARefusalDoesNotCount() {
        extended();
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        office.take(Role.STREET_DISPATCHER, caseNo, "decline", BECAUSE);
        extended();

        office.refused(
                Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE, 409, "case/extended-enough");
        assertThat(office.steps(Role.UNIT_HANDLER, caseNo)).doesNotContain("ask-extension");
    }

    @Test
    void whoIsLateAsksForNoExtension() {
        late();

        office.refused(
                Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE, 409, "case/not-before-due");
    }

    @Test
    void oneThingIsAskedForAtATimeAndTakenBackByWhoAsked() {
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);

        office.refused(
                Role.UNIT_HANDLER, caseNo, "ask-hold", hold(30), 409, "case/application-pending");
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "withdraw", Map.of(), 409, "case/not-your-step");
        office.take(Role.UNIT_HANDLER, caseNo, "withdraw", Map.of());
        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("awaiting").isNull()).isTrue();
    }

    @Test
    void whatIsAskedForIsShownToWhoDecidesAndListedForThem() {
        office.take(Role.UNIT_HANDLER, caseNo, "ask-hold", hold(30));

        var asked = office.seen(Role.SHIFT_LEADER, caseNo).get("application");
        assertThat(asked.get("subject").asString()).isEqualTo("hold");
        assertThat(asked.get("reason").asString()).isEqualTo("要等材料到货");
        assertThat(asked.get("ground").asString()).isEqualTo("season");
        assertThat(office.listed(Role.SHIFT_LEADER, "awaiting=decision")).contains(caseNo);
        assertThat(office.listed(Role.SHIFT_LEADER, "awaiting=ruling")).doesNotContain(caseNo);
        assertThat(office.steps(Role.SHIFT_LEADER, caseNo)).contains("approve", "decline");
    }

    @Test
    void anApplicationLapsesWhereTheCaseMovesOn() {
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "已修好"));

        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("awaiting").isNull()).isTrue();
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "approve", Map.of(), 409, "case/step-not-allowed");
    }

    @Test
    void onHoldTheClockStandsStillAndGoesOnByItselfAtItsDate() {
        var before = due(office.seen(Role.STREET_DISPATCHER, caseNo));
        office.take(Role.UNIT_HANDLER, caseNo, "ask-hold", hold(30));
        var held = office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        var until = Instant.parse(held.get("heldUntil").asString());

        assertThat(office.steps(Role.UNIT_HANDLER, caseNo)).doesNotContain("handle", "return");
        holds.end(until.minusSeconds(1));
        assertThat(heldUntil().isNull()).isFalse();
        holds.end(until);

        assertThat(heldUntil().isNull()).isTrue();
        var after = office.seen(Role.STREET_DISPATCHER, caseNo);
        assertThat(due(after)).isAfter(before.plus(Duration.ofDays(28)));
        assertThat(after.get("clock").get("segments").findValues("held"))
                .extracting(JsonNode::asBoolean)
                .containsExactly(false, false, false, true, false);
        office.refused(Role.UNIT_HANDLER, caseNo, "ask-hold", hold(30), 409, "case/held-before");
    }

    @Test
    void aHoldEndsBeforeItsDateByHand() {
        office.take(Role.STREET_DISPATCHER, caseNo, "ask-hold", hold(30));
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());

        office.take(Role.STREET_DISPATCHER, caseNo, "unhold", Map.of());

        assertThat(heldUntil().isNull()).isTrue();
        assertThat(office.steps(Role.UNIT_HANDLER, caseNo)).contains("handle");
    }

    @Test
    void aHoldHasAGroundAndAnEndWithinAYear() {
        for (var wrong :
                List.of(
                        Map.of("reason", "忙", "ground", "busy", "until", day(30)),
                        Map.of("reason", "忙", "ground", "season", "until", day(0)),
                        Map.of("reason", "忙", "ground", "season", "until", day(367)))) {
            var type =
                    "busy".equals(wrong.get("ground")) ? "request/value" : "request/out-of-range";
            office.refused(Role.UNIT_HANDLER, caseNo, "ask-hold", wrong, 422, type);
        }
    }

    @Test
    void everybodySeesWhatIsOnHoldAndNothingOfWhatWasWritten() {
        office.take(Role.UNIT_HANDLER, caseNo, "ask-hold", hold(30));
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());

        var shown = office.asked("/api/v1/held");
        assertThat(shown.findValuesAsString("caseNo")).contains(caseNo);
        assertThat(shown.toString()).contains("season", "试验街道").doesNotContain("门口的灯黑了", "灯塔路");
        var tracked = office.asked("/api/v1/tracking/" + receipt.get("trackingCode").asString());
        assertThat(tracked.get("heldFor").asString()).isEqualTo("season");
        assertThat(tracked.get("history").findValuesAsString("step"))
                .containsExactly("report", "file", "dispatch", "hold");
    }

    @Test
    void twoPeopleCloseACaseUnsolvedAndItIsMarked() {
        office.take(Role.STREET_DISPATCHER, caseNo, "ask-forced-close", BECAUSE);
        var closed = office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());

        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("forced").asBoolean()).isTrue();
        assertThat(closed.get("handledAt").isNull()).isTrue();
        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("forced").asBoolean()).isTrue();
    }

    @Test
    void itsReporterIsToldThatACaseWasClosedUnsolvedAndCanHaveItOpenedAgain() {
        office.take(Role.STREET_DISPATCHER, caseNo, "ask-forced-close", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());

        var tracked = office.asked("/api/v1/tracking/" + receipt.get("trackingCode").asString());
        assertThat(tracked.get("history").findValuesAsString("step"))
                .containsExactly("report", "file", "dispatch", "forced-close");
        assertThat(tracked.get("steps").toString()).contains("reopen");
    }

    @Test
    void nobodyDecidesWhatTheyAskedFor() {
        var both =
                new Actor(
                        "staff:both",
                        "",
                        List.of(post(Role.STREET_DISPATCHER), post(Role.SHIFT_LEADER)));
        office.take(both, caseNo, Map.of("step", "ask-forced-close", "reason", "没法办"));

        for (var step : List.of("approve", "decline")) {
            var decision = Map.of("step", step, "reason", "同意");
            assertThatExceptionOfType(CannotApply.class)
                    .isThrownBy(() -> office.take(both, caseNo, decision))
                    .satisfies(
                            own -> assertThat(own.told().code()).isEqualTo("case/own-application"));
        }
    }

    /** A street's one dispatcher takes the calls, too. */
    @Test
    void whoWroteAReportDownForACallerDecidesOnItsExtension() {
        var dispatcher = new Actor("staff:takes-calls", "", List.of(post(Role.STREET_DISPATCHER)));
        var leader = new Actor("staff:leads", "", List.of(post(Role.SHIFT_LEADER)));
        var typed = office.reported(dispatcher, null, "门口的灯黑了", null);
        caseNo = office.dispatched(typed.get("caseNo").asString(), TestDistrict.LIGHTS);
        var before = due(office.seen(Role.STREET_DISPATCHER, caseNo));
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);

        office.take(dispatcher, caseNo, Map.of("step", "approve"));
        office.take(leader, caseNo, Map.of("step", "approve"));

        assertThat(due(office.seen(Role.STREET_DISPATCHER, caseNo))).isAfter(before);
    }

    @Test
    void nobodyDecidesForTheirOwnUnit() {
        var both =
                new Actor(
                        "staff:two-desks",
                        "",
                        List.of(
                                post(Role.STREET_DISPATCHER),
                                new Post(
                                        Role.UNIT_HANDLER,
                                        TestDistrict.STREET,
                                        TestDistrict.STREET_PATH,
                                        TestDistrict.LIGHTS)));
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);

        assertThatExceptionOfType(NotYourStep.class)
                .isThrownBy(() -> office.take(both, caseNo, Map.of("step", "approve")));
        assertThat(awaiting()).isEqualTo("extension");
    }

    @Test
    void aLateUnitAppealsOnceAndTwoDecideWhileTheFactStays() {
        late();
        closed();
        office.take(Role.UNIT_HANDLER, caseNo, "appeal", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        office.refused(Role.SHIFT_LEADER, caseNo, "approve", Map.of(), 409, "case/own-application");
        var excused = office.take(Role.DISTRICT_DISPATCHER, caseNo, "approve", Map.of());

        assertThat(excused.get("exempt").asBoolean()).isTrue();
        assertThat(due(excused)).isBefore(Instant.parse(excused.get("handledAt").asString()));
        office.refused(Role.UNIT_HANDLER, caseNo, "appeal", BECAUSE, 409, "case/appealed-before");
    }

    @Test
    void aDeclinedAppealIsNotHeardAgainAndWhoWasInTimeHasNone() {
        var other = office.dispatched(TestDistrict.LIGHTS);
        closed();
        office.refused(Role.UNIT_HANDLER, caseNo, "appeal", BECAUSE, 409, "case/not-late");

        caseNo = other;
        late();
        closed();
        office.take(Role.UNIT_HANDLER, caseNo, "appeal", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "decline", BECAUSE);
        office.refused(Role.UNIT_HANDLER, caseNo, "appeal", BECAUSE, 409, "case/appealed-before");
    }

    @Test
    void whoHandlesAReopenedCaseAnswersForALatenessOfTheirOwn() {
        late();
        closed();
        office.take(Role.UNIT_HANDLER, caseNo, "appeal", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "approve", Map.of());
        office.reopen(receipt);
        var another = Map.of("unitCode", TestDistrict.CLEANING);
        var again = office.take(Role.STREET_DISPATCHER, caseNo, "dispatch", another);
        assertThat(again.get("exempt").asBoolean()).isFalse();

        late();
        office.as(Office.CLEANER, caseNo, "handle", Map.of("answer", "修好了"));
        office.take(Role.CHECKER, caseNo, "check", Map.of());
        office.take(Role.STREET_DISPATCHER, caseNo, "close", Map.of());
        office.as(Office.CLEANER, caseNo, "appeal", BECAUSE);
        assertThat(awaiting()).isEqualTo("appeal");
    }

    @Test
    void nothingIsPutOnHoldUntilADayThatHasCome() {
        office.take(Role.UNIT_HANDLER, caseNo, "ask-hold", hold(30));
        sql.sql(
                        """
                        update cases.case_file
                        set affairs =
                            jsonb_set(affairs, '{application,until}', '"2020-01-01T00:00:00Z"')
                        where case_no = :no
                        """)
                .param("no", caseNo)
                .update();

        office.refused(Role.SHIFT_LEADER, caseNo, "approve", Map.of(), 409, "case/hold-is-past");
        office.take(Role.SHIFT_LEADER, caseNo, "decline", BECAUSE);
        assertThat(heldUntil().isNull()).isTrue();
    }

    private static Post post(Role role) {
        return new Post(role, TestDistrict.STREET, TestDistrict.STREET_PATH, null);
    }

    private void extended() {
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        office.take(Role.STREET_DISPATCHER, caseNo, "approve", Map.of());
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
    }

    private void closed() {
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "修好了"));
        office.take(Role.CHECKER, caseNo, "check", Map.of());
        office.take(Role.STREET_DISPATCHER, caseNo, "close", Map.of());
    }

    /** As if it had been dispatched three days ago, and been due since yesterday. */
    private void late() {
        AccessContext.asSystem(
                "a late case",
                () ->
                        sql.sql(
                                        """
                                        update cases.case_file
                                        set dispatched_at = dispatched_at - interval '3 days',
                                            due_at = now() - interval '1 day'
                                        where case_no = :no
                                        """)
                                .param("no", caseNo)
                                .update());
    }

    private Map<String, String> hold(int days) {
        return Map.of("reason", "要等材料到货", "ground", "season", "until", day(days));
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZONE).plusDays(days).toString();
    }

    private String awaiting() {
        return office.seen(Role.STREET_DISPATCHER, caseNo).get("awaiting").asString();
    }

    private JsonNode heldUntil() {
        return office.seen(Role.STREET_DISPATCHER, caseNo).get("heldUntil");
    }

    private static Instant due(JsonNode file) {
        return Instant.parse(file.get("dueAt").asString());
    }
}
