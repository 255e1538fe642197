package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.indicators.RollupCheck;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Services (帮办): over by the word of whoever asked, and by nothing else. */
@LinliTest
class ServiceTests {

    private static final String MEALS = "20002";
    private static final String SUGGESTION = "22005";
    private static final Map<String, String> CANTEEN = Map.of("unitCode", TestDistrict.LIGHTS);

    private static final Actor MEMBER =
            new Actor(
                    "staff:helping-member",
                    "何帮",
                    List.of(
                            new Post(
                                    Role.GRID_MEMBER,
                                    TestDistrict.WEST,
                                    TestDistrict.WEST_PATH,
                                    null)));

    @Autowired private Office office;
    @Autowired private RollupCheck recount;

    @Test
    void aServiceIsTakenOnDoneAndClosedByTheWordOfWhoAsked() {
        var asked = asked();
        var caseNo = asked.get("caseNo").asString();

        office.take(Role.STREET_DISPATCHER, caseNo, "accept", Map.of());
        var matched = office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "明天起送餐"));
        var waiting = tracked(asked);
        confirm(asked, true);

        assertThat(matched.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(matched.get("dueAt").isNull()).isFalse();
        assertThat(waiting.get("flow").asString()).isEqualTo("service");
        assertThat(steps(waiting)).containsExactly("confirm");
        var closed = office.seen(Role.STREET_DISPATCHER, caseNo);
        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("selfHandled").asBoolean()).isFalse();
        assertThat(closed.get("history").findValuesAsString("step"))
                .containsExactly("report", "accept", "match", "handle", "confirm");
        assertThat(steps(tracked(asked))).containsExactlyInAnyOrder("rate", "reopen");
    }

    @Test
    void whereItStandsIsToldInWordsOfItsOwn() {
        var asked = asked();
        var caseNo = asked.get("caseNo").asString();
        assertThat(notes(asked, "zh")).isEqualTo("已上报，待受理");

        office.take(Role.STREET_DISPATCHER, caseNo, "accept", Map.of());
        assertThat(notes(asked, "en")).isEqualTo("Accepted, to be matched");
        office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);
        assertThat(notes(asked, "zh")).isEqualTo("帮办中");
        var refused =
                office.refused(
                        Role.UNIT_HANDLER,
                        caseNo,
                        "unhold",
                        Map.of(),
                        409,
                        "case/step-not-allowed");
        assertThat(refused.get("detail").asString()).contains("帮办中").doesNotContain("处置", "案件");
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "明天起送餐"));
        confirm(asked, true);
        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("state").asString())
                .isEqualTo("CLOSED");
    }

    /** As a client of Open311 that was given the tracking code is told. */
    private String notes(JsonNode asked, String language) {
        var code = asked.get("trackingCode").asString();
        return office.asked("/open311/v2/requests/" + code + ".json?lang=" + language)
                .get(0)
                .get("status_notes")
                .asString();
    }

    @Test
    void whatIsNotDoneYetGoesBackToWhoHelpsOnTheSameClock() {
        var asked = handled();
        var caseNo = asked.get("caseNo").asString();
        var before = office.seen(Role.STREET_DISPATCHER, caseNo);

        confirm(asked, false);

        var after = office.seen(Role.UNIT_HANDLER, caseNo);
        assertThat(after.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(after.get("unitCode").asString()).isEqualTo(TestDistrict.LIGHTS);
        assertThat(after.get("dueAt")).isEqualTo(before.get("dueAt"));
        assertThat(after.get("reworks").asInt()).isZero();
    }

    @Test
    void theOfficeCallsBackWhoDoesNotConfirm() {
        var asked = handled();
        var caseNo = asked.get("caseNo").asString();

        office.refused(
                Role.STREET_DISPATCHER, caseNo, "call-back", Map.of(), 422, "request/missing");
        office.take(Role.STREET_DISPATCHER, caseNo, "call-back", Map.of("reached", false));
        var stays = office.seen(Role.STREET_DISPATCHER, caseNo);
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "call-back",
                Map.of("reached", true),
                422,
                "request/missing");
        office.take(
                Role.SHIFT_LEADER,
                caseNo,
                "call-back",
                Map.of("reached", true, "solved", true, "note", "老人说饭菜可口"));

        assertThat(stays.get("state").asString()).isEqualTo("HANDLED");
        assertThat(stays.get("history").findValuesAsString("step").getLast())
                .isEqualTo("call-back");
        assertThat(state(caseNo)).isEqualTo("CLOSED");
    }

    @Test
    void theUnitThatHelpedDoesNotCallBack() {
        var caseNo = handled().get("caseNo").asString();

        office.refused(
                Role.UNIT_HANDLER,
                caseNo,
                "call-back",
                Map.of("reached", true, "solved", true),
                409,
                "case/not-your-step");
        office.refused(
                Role.GRID_MEMBER,
                caseNo,
                "call-back",
                Map.of("reached", true, "solved", true),
                409,
                "case/not-your-step");
    }

    @Test
    void aStepOfAServiceIsCalledByItsOwnWordWhereItIsForSomebodyElse() {
        var caseNo = asked().get("caseNo").asString();

        var problem =
                office.refused(
                        Role.GRID_MEMBER,
                        caseNo,
                        "refuse",
                        Map.of("reason", "不办"),
                        409,
                        "case/not-your-step");

        assertThat(problem.get("detail").asString()).contains("不予受理");
    }

    @Test
    void theStepsOfACaseAreNoneOfAService() {
        var caseNo = asked().get("caseNo").asString();
        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo))
                .containsExactly("accept", "refuse", "merge", "split", "match");
        assertThat(office.steps(Role.GRID_MEMBER, caseNo)).containsExactly("match", "help");
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "file", Map.of(), 409, "case/service-is-not-filed");
        office.refused(
                Role.GRID_MEMBER,
                caseNo,
                "verify",
                Map.of("found", true),
                409,
                "case/not-of-services");

        office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "办好了"));

        for (var step : List.of("check", "close", "rule", "dispatch", "co-handle", "whistle")) {
            for (var role : List.of(Role.STREET_DISPATCHER, Role.CHECKER)) {
                office.refused(role, caseNo, step, Map.of(), 409, "case/not-of-services");
            }
        }
        assertThat(office.steps(Role.CHECKER, caseNo)).isEmpty();
        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo))
                .contains("call-back")
                .doesNotContain("check", "close", "co-handle", "whistle", "escalate");
    }

    @Test
    void aCaseHasNoneOfTheStepsOfAService() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        office.refused(
                Role.GRID_MEMBER,
                caseNo,
                "help",
                Map.of("answer", "好了"),
                409,
                "case/only-of-services");
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "call-back",
                Map.of("reached", false),
                409,
                "case/only-of-services");
    }

    @Test
    void aReportThatNobodyNamedBecomesAServiceOnceSomebodySaysSo() {
        var caseNo = office.reported().get("caseNo").asString();

        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "match",
                Map.of("matterCode", Office.LAMP),
                409,
                "case/not-a-service");
        office.take(Role.STREET_DISPATCHER, caseNo, "accept", Map.of("matterCode", MEALS));

        var seen = office.seen(Role.STREET_DISPATCHER, caseNo);
        assertThat(seen.get("flow").asString()).isEqualTo("service");
        assertThat(seen.get("matterCode").asString()).isEqualTo(MEALS);
        assertThat(steps(seen)).contains("match").doesNotContain("verify");
    }

    @Test
    void aFaultThatSomebodyTookForAServiceIsFiledAfterAll() {
        var caseNo = asked().get("caseNo").asString();
        office.take(Role.STREET_DISPATCHER, caseNo, "accept", Map.of());
        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo)).contains("file", "match");

        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        var dispatched = office.take(Role.STREET_DISPATCHER, caseNo, "dispatch", CANTEEN);

        assertThat(dispatched.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("flow").asString())
                .isEqualTo("case");
    }

    @Test
    void aServiceOfAnotherNameIsSetRightOnceItIsTakenOnAndStaysOne() {
        var caseNo = asked().get("caseNo").asString();
        office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);
        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo)).contains("correct");

        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "correct",
                Map.of("matterCode", Office.LAMP, "reason", "记错了"),
                409,
                "case/not-a-service");
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "correct",
                Map.of("matterCode", SUGGESTION, "reason", "是提建议，不是订餐"));

        var seen = office.seen(Role.STREET_DISPATCHER, caseNo);
        assertThat(seen.get("matterCode").asString()).isEqualTo(SUGGESTION);
        assertThat(seen.get("flow").asString()).isEqualTo("service");
        assertThat(seen.get("state").asString()).isEqualTo("DISPATCHED");
    }

    @Test
    void servicesAndCasesAreListedApart() {
        var service = asked().get("caseNo").asString();
        var fault = office.reported().get("caseNo").asString();

        assertThat(office.listed(Role.VIEWER, "flow=service"))
                .contains(service)
                .doesNotContain(fault);
        assertThat(office.listed(Role.VIEWER, "flow=case")).contains(fault).doesNotContain(service);
        assertThat(office.get(Role.VIEWER, "/api/v1/cases?flow=mediation")).hasStatus(422);
    }

    @Test
    void theGridTakesOnWhatItCanDoItself() {
        var asked = asked();
        var caseNo = asked.get("caseNo").asString();

        var taken = office.take(Role.GRID_MEMBER, caseNo, "match", Map.of());
        office.take(Role.GRID_MEMBER, caseNo, "help", Map.of("answer", "陪着办好了"));

        assertThat(taken.get("unitCode").isNull()).isTrue();
        assertThat(taken.get("dueAt").isNull()).isFalse();
        assertThat(state(caseNo)).isEqualTo("HANDLED");
        confirm(asked, true);
        assertThat(state(caseNo)).isEqualTo("CLOSED");
    }

    @Test
    void whatTheGridCannotDoGoesToAUnitOnTheSameClock() {
        var caseNo = asked().get("caseNo").asString();
        var taken = office.take(Role.GRID_MEMBER, caseNo, "match", Map.of());

        var given = office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);

        assertThat(given.get("unitCode").asString()).isEqualTo(TestDistrict.LIGHTS);
        assertThat(given.get("dueAt")).isEqualTo(taken.get("dueAt"));
    }

    @Test
    void whoRegisteredAndHelpedAtOnceDoesNotConfirmItByTheCode() {
        var receipt = office.reported(MEMBER, MEALS, "帮李大爷登记了", new NewReport.Solved("登记好了"));
        var caseNo = receipt.get("caseNo").asString();

        assertThat(state(caseNo)).isEqualTo("HANDLED");
        assertThat(steps(tracked(receipt))).isEmpty();
        assertThat(office.byCode(receipt, Map.of("step", "confirm", "solved", true)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/case/confirmed-by-who-helped");
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "call-back",
                Map.of("reached", true, "solved", true));
        assertThat(state(caseNo)).isEqualTo("CLOSED");
    }

    @Test
    void whatAUnitSendsBackIsMatchedAgainOnTheSameClock() {
        var caseNo = asked().get("caseNo").asString();
        var first = office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);

        for (var again = 0; again < 3; again++) {
            office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "人手不够"));
            var next = office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);
            assertThat(next.get("dueAt")).isEqualTo(first.get("dueAt"));
        }
        assertThat(office.seen(Role.STREET_DISPATCHER, caseNo).get("awaiting").isNull()).isTrue();
    }

    @Test
    void figuresOfServicesEqualARecount() {
        confirm(handled(), true);
        confirm(handled(), false);
        handled();
        office.take(
                Role.GRID_MEMBER,
                office.asked(SUGGESTION, "建议加长椅").get("caseNo").asString(),
                "match",
                Map.of());

        assertThat(recount.run().wrong()).isEmpty();
    }

    private JsonNode asked() {
        return office.asked(MEALS, "想给父亲订午餐");
    }

    private JsonNode handled() {
        var asked = asked();
        var caseNo = asked.get("caseNo").asString();
        office.take(Role.STREET_DISPATCHER, caseNo, "match", CANTEEN);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "办好了"));
        return asked;
    }

    private void confirm(JsonNode receipt, boolean solved) {
        assertThat(office.byCode(receipt, Map.of("step", "confirm", "solved", solved)))
                .hasStatusOk();
    }

    private JsonNode tracked(JsonNode receipt) {
        return office.asked("/api/v1/tracking/" + receipt.get("trackingCode").asString());
    }

    private String state(String caseNo) {
        return office.seen(Role.STREET_DISPATCHER, caseNo).get("state").asString();
    }

    private static List<String> steps(JsonNode seen) {
        return seen.get("steps").valueStream().map(JsonNode::asString).toList();
    }
}
