package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Several units on one case: one leads, others answer for their part or come where they are called.
 */
@LinliTest
class JointTests {

    private static final Map<String, Object> SWEEPING =
            Map.of("units", List.of(Map.of("unitCode", TestDistrict.CLEANING, "asked", "清理灯下垃圾")));
    private static final Map<String, String> DONE = Map.of("answer", "修好了");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Times as the clock on the wall shows them. */
    private static final Pattern BOUNDS =
            Pattern.compile("meetAt 超出范围，应在 (\\S+ \\d\\d:\\d\\d) 到 (\\S+ \\d\\d:\\d\\d) 之间。");

    @Autowired private Office office;

    private String caseNo = "";
    private String address = "";

    @BeforeEach
    void aUnitLeads() {
        caseNo = office.dispatched(TestDistrict.LIGHTS);
        address = "/api/v1/cases/" + caseNo;
    }

    @Test
    void aUnitThatIsAskedToHelpSeesTheCaseAndAnswersForItself() {
        assertThat(office.get(Office.CLEANER, address)).hasStatus(404);
        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", SWEEPING);

        assertThat(office.get(Office.CLEANER, address)).hasStatusOk();
        assertThat(Office.text(office.get(Office.CLEANER, "/api/v1/cases?limit=200")))
                .contains(caseNo);
        office.refused(
                Role.UNIT_HANDLER,
                caseNo,
                "co-answer",
                Map.of("answer", "x"),
                409,
                "case/not-your-step");
        office.refused(Office.CLEANER, caseNo, "handle", DONE, 409, "case/not-your-step");
        office.as(Office.CLEANER, caseNo, "co-answer", Map.of("answer", "扫干净了"));

        var assist = office.seen(Role.UNIT_HANDLER, caseNo).get("assists").get(0);
        assertThat(assist.get("asked").asString()).isEqualTo("清理灯下垃圾");
        assertThat(assist.get("answer").asString()).isEqualTo("扫干净了");
        assertThat(assist.get("unit").get("name").asString()).isEqualTo("环卫所");
    }

    @Test
    void theUnitThatLeadsWaitsForTheOthersOrSaysWhyNot() {
        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", SWEEPING);
        office.refused(
                Role.UNIT_HANDLER, caseNo, "handle", DONE, 409, "case/others-have-not-answered");
        var alone = new HashMap<>(DONE);
        alone.put("reason", "垃圾已被居民清走");
        var handled = office.take(Role.UNIT_HANDLER, caseNo, "handle", alone);

        assertThat(handled.get("state").asString()).isEqualTo("HANDLED");
        assertThat(office.get(Office.CLEANER, address)).hasStatus(404);
    }

    @Test
    void whatOthersWereAskedIsWithdrawnBeforeACaseIsSentBack() {
        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", SWEEPING);
        var notOurs = Map.of("reason", "不归我们管");
        office.refused(Role.UNIT_HANDLER, caseNo, "return", notOurs, 409, "case/withdraw-first");
        office.take(
                Role.UNIT_HANDLER,
                caseNo,
                "co-withdraw",
                Map.of("unitCode", TestDistrict.CLEANING, "reason", "退单前撤回"));

        assertThat(office.get(Office.CLEANER, address)).hasStatus(404);
        office.take(Role.UNIT_HANDLER, caseNo, "return", notOurs);
    }

    @Test
    void neitherTheUnitThatLeadsNorOneAskedAlreadyIsAsked() {
        office.take(Role.STREET_DISPATCHER, caseNo, "co-handle", SWEEPING);
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "co-handle", SWEEPING, 409, "case/asked-already");
        var itself = List.of(Map.of("unitCode", TestDistrict.LIGHTS, "asked", "自己"));
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "co-handle",
                Map.of("units", itself),
                409,
                "case/leads-already");
        office.refused(Role.UNIT_HANDLER, caseNo, "co-handle", SWEEPING, 409, "case/not-your-step");
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "co-handle", Map.of(), 422, "request/missing");
    }

    @Test
    void unitsThatAreCalledComeAndWhoCameWhenIsAFact() {
        office.take(Role.STREET_DISPATCHER, caseNo, "whistle", whistle(Duration.ofHours(1)));
        var there = Map.of("lon", TestDistrict.WEST_LON, "lat", TestDistrict.LAT);
        var nowhere = Map.of("lon", 500, "lat", TestDistrict.LAT);
        office.refused(Office.CLEANER, caseNo, "arrive", nowhere, 422, "request/out-of-range");
        var half = Map.of("lon", TestDistrict.WEST_LON);
        office.refused(Office.CLEANER, caseNo, "arrive", half, 422, "request/missing");
        office.as(Office.CLEANER, caseNo, "arrive", there);
        office.refused(Office.CLEANER, caseNo, "arrive", there, 409, "case/not-called");
        office.refused(
                Role.UNIT_HANDLER, caseNo, "handle", DONE, 409, "case/others-have-not-answered");
        office.take(Role.STREET_DISPATCHER, caseNo, "joint-answer", Map.of("answer", "先断电再清理"));
        office.take(Role.UNIT_HANDLER, caseNo, "handle", DONE);

        var meeting = office.seen(Role.STREET_DISPATCHER, caseNo).get("meeting");
        assertThat(meeting.get("place").asString()).isEqualTo("灯塔路口");
        assertThat(meeting.get("answer").asString()).isEqualTo("先断电再清理");
        var units = meeting.get("units").valueStream().toList();
        assertThat(units.getFirst().get("minutes").asInt()).isZero();
        assertThat(units.getFirst().get("metres").asInt()).isLessThan(5);
        assertThat(units.getLast().get("arrivedAt").isNull()).isTrue();
    }

    @Test
    void nobodyIsCalledForYesterday() {
        var before = LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
        var refused =
                office.refused(
                        Role.STREET_DISPATCHER,
                        caseNo,
                        "whistle",
                        whistle(Duration.ofHours(-1)),
                        422,
                        "request/out-of-range");

        var told = BOUNDS.matcher(refused.get("detail").asString());
        assertThat(told.matches()).as(refused.toString()).isTrue();
        var first = LocalDateTime.parse(told.group(1).replace(' ', 'T'));
        assertThat(first).isBetween(before, LocalDateTime.now(ZONE));
        assertThat(told.group(2).replace(' ', 'T')).isEqualTo(first.plusDays(31).toString());
        office.refused(
                Role.UNIT_HANDLER,
                caseNo,
                "whistle",
                whistle(Duration.ofHours(1)),
                409,
                "case/not-your-step");
    }

    private static Map<String, Object> whistle(Duration ahead) {
        return Map.of(
                "units",
                List.of(
                        Map.of("unitCode", TestDistrict.CLEANING),
                        Map.of("unitCode", TestDistrict.LIGHTS)),
                "place",
                "灯塔路口",
                "reason",
                "灯杆漏电，垃圾未清",
                "meetAt",
                Instant.now().plus(ahead).toString());
    }
}
