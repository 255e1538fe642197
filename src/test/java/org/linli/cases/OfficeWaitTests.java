package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.calendar.Calendar;
import org.linli.platform.log.FollowedLog;
import org.linli.platform.log.Followers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The minutes that the rules give an office are minded, and told once when they are over. */
@LinliTest
class OfficeWaitTests {

    @Autowired private Office office;
    @Autowired private OfficeWaits waits;
    @Autowired private Followers followers;
    @Autowired private Calendar calendar;
    @Autowired private HeardDeadlines heard;
    @Autowired private JsonMapper json;

    private String caseNo = "";

    @BeforeEach
    void somebodyReports() {
        caseNo = office.reported().get("caseNo").asString();
    }

    @Test
    void eachStandGivesTheOfficeItsMinutesOfWorkingTimeUntilAUnitHasIt() {
        assertThat(waits("ACCEPT")).isEqualTo(15);
        office.take(Role.STREET_DISPATCHER, caseNo, "accept", Map.of());
        assertThat(waits("VERIFY")).isEqualTo(30);
        office.take(Role.GRID_MEMBER, caseNo, "verify", Map.of("found", true));
        assertThat(waits("DISPATCH")).isEqualTo(15);
        office.dispatched(caseNo, TestDistrict.LIGHTS);
        assertThat(waiting().isNull()).isTrue();
        office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "不归我们管"));
        assertThat(waits("DISPATCH")).isEqualTo(15);
    }

    @Test
    void aListTellsUntilWhenTheOfficeMayWait() {
        var due = waiting().get("dueAt");

        var listed =
                json.readTree(
                                Office.text(
                                        office.get(
                                                Role.STREET_DISPATCHER,
                                                "/api/v1/cases?state=REPORTED&limit=200")))
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("caseNo").asString().equals(caseNo))
                        .findFirst()
                        .orElseThrow();
        assertThat(listed.get("officeDueAt")).isEqualTo(due);
    }

    @Test
    void theOfficeIsToldOnceThatItIsLate() {
        var due = Instant.parse(waiting().get("dueAt").asString());
        tell(due.minusMillis(1));
        assertThat(heard.late(caseNo)).isZero();

        tell(due);
        tell(due.plus(Duration.ofHours(1)));

        assertThat(heard.late(caseNo)).isEqualTo(1);
    }

    @Test
    void nobodyIsToldOfWhatHasMovedOn() {
        var due = Instant.parse(waiting().get("dueAt").asString());
        office.take(Role.STREET_DISPATCHER, caseNo, "refuse", Map.of("reason", "已修好"));
        // the log has yet to be followed
        tell(due);

        assertThat(heard.late(caseNo)).isZero();
    }

    private long waits(String kind) {
        var wait = waiting();
        assertThat(wait.get("kind").asString()).isEqualTo(kind);
        var since = Instant.parse(wait.get("since").asString());
        var due = Instant.parse(wait.get("dueAt").asString());
        for (var minutes : new long[] {15, 30}) {
            var end = calendar.workingTime().after(since, Duration.ofMinutes(minutes));
            if (due.equals(end)) {
                return minutes;
            }
        }
        return -1;
    }

    private JsonNode waiting() {
        followed();
        return office.seen(Role.STREET_DISPATCHER, caseNo).get("clock").get("office");
    }

    private void followed() {
        FollowedLog.catchUp(followers, "cases.office-waits");
    }

    private void tell(Instant now) {
        AccessContext.asSystem("test", () -> waits.tell(now));
    }
}
