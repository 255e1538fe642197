package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** What a mediator is told of the parties, and what nobody is told. */
@LinliTest
class MediationNoticesTests {

    @Autowired private MockMvcTester mvc;
    @Autowired private TestDistrict district;
    @Autowired private Staff staff;
    @Autowired private JsonMapper json;

    private String mediator = "";
    private String dispatcher = "";
    private Quarrel quarrel;

    @BeforeEach
    void somebodyAsksForAMediation() {
        district.load();
        mediator =
                staff.newcomer(
                        Role.GRID_HEAD, TestDistrict.COMMUNITY, TestDistrict.COMMUNITY_PATH, null);
        dispatcher =
                staff.newcomer(
                        Role.STREET_DISPATCHER,
                        TestDistrict.STREET,
                        TestDistrict.STREET_PATH,
                        null);
        quarrel = asked();
    }

    @Test
    void thoseWhoMayMediateHearThatSomebodyAsksAndNobodyElse() {
        var member =
                staff.newcomer(Role.GRID_MEMBER, TestDistrict.WEST, TestDistrict.WEST_PATH, null);
        var leader =
                staff.newcomer(
                        Role.DISTRICT_LEADER, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, null);

        asked();

        assertThat(told(mediator)).containsExactly("mediation-asked", "mediation-asked");
        assertThat(told(dispatcher)).hasSize(2);
        assertThat(told(member)).isEmpty();
        assertThat(told(leader)).isEmpty();
    }

    @Test
    void whoWritesOneDownForSomebodyIsNotToldOfIt() {
        staff.send("POST", mediator, Quarrel.ALL, Quarrel.application("三号楼 201", "三号楼 301"));

        assertThat(told(mediator)).containsExactly("mediation-asked");
        assertThat(told(dispatcher)).hasSize(2);
    }

    @Test
    void theMediatorHearsWhatThePartiesDidAndTheOthersDoNot() {
        var other = quarrel.invited();
        quarrel.step(other, Map.of("step", "agree"));
        quarrel.lead(Map.of("step", "accept"));
        quarrel.step(other, Map.of("step", "tell", "said", "我只是在修暖气"));
        quarrel.lead(Map.of("step", "offer", "agreement", "晚十点后不再敲暖气管"));
        quarrel.sign(quarrel.applicant);
        quarrel.sign(other);

        assertThat(told(mediator))
                .containsExactly(
                        "mediation-signed",
                        "mediation-told",
                        "mediation-agreed",
                        "mediation-asked");
        assertThat(told(dispatcher)).containsExactly("mediation-asked");
    }

    @Test
    void thatNothingCameOfItIsToldToWhoeverTookItOn() {
        quarrel.step(quarrel.invited(), Map.of("step", "decline"));
        assertThat(told(mediator)).containsExactly("mediation-declined", "mediation-asked");
        somebodyAsksForAMediation();
        quarrel.step(quarrel.applicant, Map.of("step", "withdraw"));
        assertThat(told(mediator)).containsExactly("mediation-asked");
        somebodyAsksForAMediation();
        quarrel.invited();
        quarrel.step(quarrel.applicant, Map.of("step", "withdraw"));

        assertThat(told(mediator)).containsExactly("mediation-left", "mediation-asked");
    }

    @Test
    void aNoticeSaysTheStreetAndNothingOfThePartiesAndWakesNobody() {
        var notice = staff.inbox(mediator).get("items").get(0);

        assertThat(notice.get("said").asString()).isEqualTo("有人申请调解，等待接手");
        assertThat(notice.get("about").asString()).isEqualTo("试验街道");
        assertThat(notice.get("urgent").asBoolean()).isFalse();
        assertThat(notice.toString()).doesNotContain("暖气", "赵大", "钱二", "201", quarrel.id());
    }

    private Quarrel asked() {
        return new Quarrel(mvc, staff, json, mediator, "三号楼 201", "三号楼 301");
    }

    private List<String> told(String who) {
        return staff.inbox(who).get("items").findValuesAsString("topic");
    }
}
