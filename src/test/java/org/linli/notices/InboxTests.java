package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.cases.CaseKey;
import org.linli.cases.Deadline;
import org.linli.cases.DeadlineReached;
import org.linli.cases.Office;
import org.linli.platform.log.FollowedLog;
import org.linli.platform.log.Followers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;

/** Who finds what in their inbox, and who does not. */
@LinliTest
@TestPropertySource(properties = "linli.log.following=false")
class InboxTests {

    private static final Map<String, String> BECAUSE = Map.of("reason", "不归我们管");

    @Autowired private TestDistrict district;
    @Autowired private Office office;
    @Autowired private Staff staff;
    @Autowired private Followers followers;
    @Autowired private Notices notices;
    @Autowired private ApplicationEventPublisher events;

    @BeforeEach
    void whatWasIsTold() {
        district.load();
        followers.catchUp("notices");
    }

    @Test
    void theUnitIsToldOfItsCaseAndNobodyElse() {
        var ours = staff.handler(TestDistrict.LIGHTS);
        var others = staff.handler(TestDistrict.CLEANING);

        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        caughtUp();

        assertThat(staff.told(ours, caseNo)).containsExactly("dispatched");
        assertThat(staff.told(others, caseNo)).isEmpty();
        assertThat(staff.inbox(ours).get("unread").asInt()).isEqualTo(1);
    }

    @Test
    void aNoticeSaysAMatterAStreetAndANumberAndNothingThatSomebodyWrote() {
        var ours = staff.handler(TestDistrict.LIGHTS);

        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        caughtUp();

        var notice = staff.inbox(ours).get("items").get(0);
        assertThat(notice.get("said").asString()).isEqualTo("有一件新案件派给你们单位");
        assertThat(notice.get("about").asString()).isEqualTo("路灯不亮 · 试验街道 · " + caseNo);
        assertThat(notice.toString()).doesNotContain("门口的灯黑了", "灯塔路");
    }

    @Test
    void aUnitHearsOfReworkAndUrgingAndCardsAndTheStreetOfReturns() {
        var ours = staff.handler(TestDistrict.LIGHTS);
        var street = streetDispatcher();
        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        office.take(Role.SHIFT_LEADER, caseNo, "urge", Map.of("note", "快些"));
        office.take(Role.SHIFT_LEADER, caseNo, "yellow-card", Map.of("reason", "太慢"));
        office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "不是路灯"));
        caughtUp();

        assertThat(staff.told(ours, caseNo)).containsExactly("yellow-card", "urged", "dispatched");
        assertThat(staff.told(street, caseNo)).containsExactly("returned");
    }

    @Test
    void whoHelpsHearsThatTheyAreWantedAndThatItIsNotDoneYet() {
        var ours = staff.handler(TestDistrict.LIGHTS);
        var asked = office.asked("20002", "想给父亲订午餐");
        var caseNo = asked.get("caseNo").asString();
        office.take(
                Role.STREET_DISPATCHER, caseNo, "match", Map.of("unitCode", TestDistrict.LIGHTS));
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "送到了"));
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "call-back",
                Map.of("reached", true, "solved", false));
        caughtUp();

        assertThat(staff.told(ours, caseNo)).containsExactly("not-done", "matched");
    }

    @Test
    void unitsThatAreAskedToHelpOrCalledHearOfItAndTheUnitThatLeadsOfWhatTheySaid() {
        var leading = staff.handler(TestDistrict.LIGHTS);
        var helping = staff.handler(TestDistrict.CLEANING);
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var cleaning = List.of(Map.of("unitCode", TestDistrict.CLEANING, "asked", "清理灯下垃圾"));

        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", Map.of("units", cleaning));
        office.as(Office.CLEANER, caseNo, "co-answer", Map.of("answer", "扫干净了"));
        var onSite =
                Map.of(
                        "units",
                        cleaning,
                        "place",
                        "灯塔路口",
                        "meetAt",
                        Instant.now().plus(Duration.ofHours(1)).toString(),
                        "reason",
                        "一起看一看");
        office.take(Role.STREET_DISPATCHER, caseNo, "whistle", onSite);
        office.take(Role.STREET_DISPATCHER, caseNo, "joint-answer", Map.of("answer", "先断电"));
        caughtUp();

        assertThat(staff.told(helping, caseNo)).containsExactly("whistle", "co-handle");
        assertThat(staff.told(leading, caseNo))
                .containsExactly("joint-answer", "co-answered", "dispatched");
    }

    @Test
    void aUnitThatNeedNotHelpAnyMoreHearsOfThatToo() {
        var helping = staff.handler(TestDistrict.CLEANING);
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var units = List.of(Map.of("unitCode", TestDistrict.CLEANING, "asked", "清理灯下垃圾"));

        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", Map.of("units", units));
        office.take(
                Role.UNIT_HANDLER,
                caseNo,
                "co-withdraw",
                Map.of("unitCode", TestDistrict.CLEANING, "reason", "居民已清走"));
        caughtUp();

        assertThat(staff.told(helping, caseNo)).containsExactly("co-withdrawn", "co-handle");
    }

    @Test
    void whatIsSentUpIsToldToTheOfficeItGoesToAndComesBackToIt() {
        var street = streetDispatcher();
        var district = newcomer(Role.DISTRICT_DISPATCHER, TestDistrict.COUNTY_PATH);
        var caseNo = filed();

        office.take(Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE);
        var unit = Map.of("unitCode", TestDistrict.LIGHTS);
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "dispatch", unit);
        office.take(Role.UNIT_HANDLER, caseNo, "return", BECAUSE);
        caughtUp();

        assertThat(staff.told(district, caseNo)).containsExactly("returned", "escalated");
        assertThat(staff.told(street, caseNo)).isEmpty();
    }

    @Test
    void whatIsGivenDownIsToldToThoseOnTheSpotAndSoIsWhatHasToBeSeen() {
        var member = newcomer(Role.GRID_MEMBER, TestDistrict.WEST_PATH);
        var elsewhere = newcomer(Role.GRID_MEMBER, TestDistrict.EAST_PATH);
        var caseNo = office.reported().get("caseNo").asString();

        office.take(Role.STREET_DISPATCHER, caseNo, "accept", Map.of());
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "assign",
                Map.of("level", "grid", "reason", "就在楼下"));
        caughtUp();

        assertThat(staff.told(member, caseNo)).containsExactly("assigned", "verify");
        assertThat(staff.told(elsewhere, caseNo)).isEmpty();
    }

    @Test
    void anExtensionIsAskedOfOneAfterTheOtherAndGrantedByTheLast() {
        var unit = staff.handler(TestDistrict.LIGHTS);
        var street = streetDispatcher();
        var leader = newcomer(Role.SHIFT_LEADER, TestDistrict.STREET_PATH);
        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        caughtUp();
        assertThat(staff.told(street, caseNo)).containsExactly("asked");
        assertThat(staff.told(leader, caseNo)).isEmpty();

        office.take(Role.STREET_DISPATCHER, caseNo, "approve", Map.of());
        caughtUp();
        assertThat(staff.told(leader, caseNo)).containsExactly("asked");
        assertThat(staff.told(unit, caseNo)).containsExactly("dispatched");

        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        caughtUp();
        assertThat(staff.told(unit, caseNo)).containsExactly("granted", "dispatched");
    }

    @Test
    void whoAskedForAForcedCloseHearsThatItWasDeclined() {
        var street = streetDispatcher();
        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        office.take(Role.STREET_DISPATCHER, caseNo, "ask-forced-close", BECAUSE);
        office.take(Role.SHIFT_LEADER, caseNo, "decline", BECAUSE);
        caughtUp();

        assertThat(staff.told(street, caseNo)).containsExactly("declined");
    }

    @Test
    void aUnitHearsThatTheTimeLostIsChargedToIt() {
        var lights = staff.handler(TestDistrict.LIGHTS);
        var cleaning = staff.handler(TestDistrict.CLEANING);
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "return", BECAUSE);
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.CLEANING));
        office.as(Office.CLEANER, caseNo, "return", BECAUSE);

        office.take(
                Role.SHIFT_LEADER,
                caseNo,
                "rule",
                Map.of(
                        "unitCode", TestDistrict.CLEANING,
                        "responsible", TestDistrict.LIGHTS,
                        "reason", "灯具归灯管所，垃圾归环卫所"));
        caughtUp();

        assertThat(staff.told(lights, caseNo)).containsExactly("charged", "dispatched");
        assertThat(staff.told(cleaning, caseNo)).containsExactly("ruled", "dispatched");
    }

    @Test
    void whoReportedFromTheirPostHearsWhatBecameOfIt() {
        var member = newcomer(Role.GRID_MEMBER, TestDistrict.WEST_PATH);
        var refused = reportedBy(member);
        var merged = reportedBy(member);
        var other = office.reported().get("caseNo").asString();

        office.take(Role.STREET_DISPATCHER, refused, "refuse", BECAUSE);
        office.take(Role.STREET_DISPATCHER, merged, "merge", Map.of("into", other));
        caughtUp();

        assertThat(staff.told(member, refused)).containsExactly("refused");
        assertThat(staff.told(member, merged)).containsExactly("report-merged");
    }

    @Test
    void aUnitHearsThatItsCaseWasSetRightOrIsNoCaseOfItsOwnAnyMore() {
        var unit = staff.handler(TestDistrict.LIGHTS);
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var other = office.reported().get("caseNo").asString();

        office.take(
                Role.DISTRICT_DISPATCHER,
                caseNo,
                "correct",
                Map.of("place", "灯塔路9号", "reason", "记错了"));
        office.take(Role.STREET_DISPATCHER, caseNo, "merge", Map.of("into", other));
        caughtUp();

        assertThat(staff.told(unit, caseNo)).containsExactly("merged", "corrected", "dispatched");
    }

    private String reportedBy(String who) {
        var report =
                Map.of(
                        "opId",
                        UUID.randomUUID(),
                        "matterCode",
                        Office.LAMP,
                        "text",
                        "路口的灯黑了",
                        "lon",
                        TestDistrict.WEST_LON,
                        "lat",
                        TestDistrict.LAT,
                        "source",
                        "patrol");
        var result = staff.send("POST", who, "/api/v1/reports", report);
        assertThat(result).as(Staff.text(result)).hasStatus(201);
        return staff.read(result).get("caseNo").asString();
    }

    private String filed() {
        var caseNo = office.reported().get("caseNo").asString();
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        return caseNo;
    }

    private String streetDispatcher() {
        return newcomer(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH);
    }

    private String newcomer(Role role, String path) {
        var codes = path.substring(1, path.length() - 1);
        return staff.newcomer(role, codes.substring(codes.lastIndexOf('/') + 1), path, null);
    }

    @Test
    void whatHasBeenSeenIsUnreadNoMoreAndOnlyInOnesOwnInbox() {
        var one = staff.handler(TestDistrict.LIGHTS);
        var other = staff.handler(TestDistrict.LIGHTS);
        office.dispatched(TestDistrict.LIGHTS);
        office.dispatched(TestDistrict.LIGHTS);
        caughtUp();
        var newest = staff.inbox(one).get("items").get(0).get("id").asLong();

        var put = staff.put(one, "/api/v1/notices/read", Map.of("only", newest));
        assertThat(put).hasStatus(204);
        assertThat(staff.get(one, "/api/v1/notices/unread").get("unread").asInt()).isEqualTo(1);

        staff.put(one, "/api/v1/notices/read", Map.of("upTo", newest));
        assertThat(staff.get(one, "/api/v1/notices/unread").get("unread").asInt()).isZero();
        assertThat(staff.get(other, "/api/v1/notices/unread").get("unread").asInt()).isEqualTo(2);
    }

    @Test
    void whoeverIsToldAgainOfTheSameIsNotTold() {
        var one = staff.handler(TestDistrict.LIGHTS);
        var other = staff.handler(TestDistrict.LIGHTS);
        var news = new News("test:" + UUID.randomUUID(), Topic.CALLED, true, null);

        notices.tell(List.of(one), news);
        notices.tell(List.of(one, other), news);

        assertThat(staff.inbox(one).get("items")).hasSize(1);
        assertThat(staff.inbox(other).get("items")).hasSize(1);
        assertThat(staff.get(one, "/api/v1/notices/unread").get("urgent").asInt()).isEqualTo(1);
    }

    @Test
    void whoHasACaseHearsThatItsTimeRunsOutAndTheStreetOnceItIsOver() {
        var ours = staff.handler(TestDistrict.LIGHTS);
        var street = streetDispatcher();
        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        reached(caseNo, Deadline.WARN);
        reached(caseNo, Deadline.OVERDUE);
        reached(caseNo, Deadline.OVERDUE);

        assertThat(staff.told(ours, caseNo)).containsExactly("overdue", "due-soon");
        assertThat(staff.told(street, caseNo)).containsExactly("overdue");
    }

    private void reached(String caseNo, Deadline deadline) {
        var at = Instant.parse("2026-11-20T02:00:00Z");
        events.publishEvent(
                new DeadlineReached(
                        new CaseKey(TestDistrict.COUNTY, 1),
                        caseNo,
                        deadline,
                        at,
                        at,
                        TestDistrict.LIGHTS,
                        TestDistrict.WEST_PATH,
                        null));
    }

    @Test
    void aLongInboxComesInPages() {
        var one = staff.handler(TestDistrict.LIGHTS);
        for (var i = 0; i < 5; i++) {
            notices.tell(
                    List.of(one), new News("test:" + UUID.randomUUID(), Topic.DUE, false, null));
        }

        var first = staff.get(one, "/api/v1/notices?limit=3");
        var second = staff.get(one, "/api/v1/notices?limit=3&before=" + first.get("next"));

        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
    }

    private void caughtUp() {
        FollowedLog.catchUp(followers, "notices");
    }
}
