package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.linli.platform.log.Followers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.TestPropertySource;

/** Who finds what in their inbox, and who does not. */
@LinliTest
@TestPropertySource(properties = "linli.log.following=false")
class InboxTests {

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
        var street =
                staff.newcomer(
                        Role.STREET_DISPATCHER,
                        TestDistrict.STREET,
                        TestDistrict.STREET_PATH,
                        null);
        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        office.take(Role.SHIFT_LEADER, caseNo, "urge", Map.of("note", "快些"));
        office.take(Role.SHIFT_LEADER, caseNo, "yellow-card", Map.of("reason", "太慢"));
        office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "不是路灯"));
        caughtUp();

        assertThat(staff.told(ours, caseNo)).containsExactly("yellow-card", "urged", "dispatched");
        assertThat(staff.told(street, caseNo)).containsExactly("returned");
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
        var street =
                staff.newcomer(
                        Role.STREET_DISPATCHER,
                        TestDistrict.STREET,
                        TestDistrict.STREET_PATH,
                        null);
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

    /** Other databases of the same server may hold the horizon back for a moment. */
    private void caughtUp() {
        var lag = true;
        for (var tries = 0; lag && tries < 1_000; tries++) {
            followers.catchUp("notices");
            lag = followers.lags().stream().anyMatch(one -> one.events() > 0);
        }
    }
}
