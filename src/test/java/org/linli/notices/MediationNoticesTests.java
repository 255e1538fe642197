package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a mediator is told of the parties, and what nobody is told. */
@LinliTest
class MediationNoticesTests {

    private static final String ALL = "/api/v1/mediations";

    @Autowired private MockMvcTester mvc;
    @Autowired private TestDistrict district;
    @Autowired private Staff staff;
    @Autowired private JsonMapper json;

    /** Whoever has no account is counted by where they come from. */
    private final String address = "10.9.7." + ThreadLocalRandom.current().nextInt(1, 255);

    private String mediator = "";
    private String dispatcher = "";
    private String id = "";
    private String applicant = "";

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
        var asked = party(ALL, application());
        id = asked.get("id").asString();
        applicant = asked.get("code").asString();
    }

    @Test
    void thoseWhoMayMediateHearThatSomebodyAsksAndNobodyElse() {
        var member =
                staff.newcomer(Role.GRID_MEMBER, TestDistrict.WEST, TestDistrict.WEST_PATH, null);
        var leader =
                staff.newcomer(
                        Role.DISTRICT_LEADER, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, null);

        party(ALL, application());

        assertThat(told(mediator)).containsExactly("mediation-asked", "mediation-asked");
        assertThat(told(dispatcher)).hasSize(2);
        assertThat(told(member)).isEmpty();
        assertThat(told(leader)).isEmpty();
    }

    @Test
    void whoWritesOneDownForSomebodyIsNotToldOfIt() {
        staff.send("POST", mediator, ALL, application());

        assertThat(told(mediator)).containsExactly("mediation-asked");
        assertThat(told(dispatcher)).hasSize(2);
    }

    @Test
    void theMediatorHearsWhatThePartiesDidAndTheOthersDoNot() {
        var other = invited();
        step(other, Map.of("step", "agree"));
        lead(Map.of("step", "accept"));
        step(other, Map.of("step", "tell", "said", "我只是在修暖气"));
        lead(Map.of("step", "offer", "agreement", "晚十点后不再敲暖气管"));
        var hash = own(applicant).get("agreementHash").asString();
        step(applicant, Map.of("step", "sign", "agreementHash", hash));
        step(other, Map.of("step", "sign", "agreementHash", hash));

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
        step(invited(), Map.of("step", "decline"));
        assertThat(told(mediator)).containsExactly("mediation-declined", "mediation-asked");
        somebodyAsksForAMediation();
        step(applicant, Map.of("step", "withdraw"));
        assertThat(told(mediator)).containsExactly("mediation-asked");
        somebodyAsksForAMediation();
        invited();
        step(applicant, Map.of("step", "withdraw"));

        assertThat(told(mediator)).containsExactly("mediation-left", "mediation-asked");
    }

    @Test
    void aNoticeSaysTheStreetAndNothingOfThePartiesAndWakesNobody() {
        var notice = staff.inbox(mediator).get("items").get(0);

        assertThat(notice.get("said").asString()).isEqualTo("有人申请调解，等待接手");
        assertThat(notice.get("about").asString()).isEqualTo("试验街道");
        assertThat(notice.get("urgent").asBoolean()).isFalse();
        assertThat(notice.toString()).doesNotContain("暖气", "赵大", "钱二", "201", id);
    }

    private String invited() {
        done(mediator, "/taking", Map.of());
        var invitation = done(mediator, "/invitations", Map.of()).get("code").asString();
        return party(ALL + "/codes", Map.of("invitation", invitation)).get("code").asString();
    }

    private void lead(Map<String, ?> step) {
        var more = new HashMap<String, Object>(step);
        more.put("version", staff.get(mediator, ALL + "/" + id).get("version").asInt());
        done(mediator, "/steps", more);
    }

    private JsonNode done(String who, String what, Map<String, ?> more) {
        var result = staff.send("POST", who, ALL + "/" + id + what, once(more));
        assertThat(result.getResponse().getStatus()).as(Staff.text(result)).isLessThan(300);
        return staff.read(result);
    }

    private void step(String code, Map<String, ?> step) {
        party(ALL + "/own/" + code + "/steps", step);
    }

    private JsonNode own(String code) {
        return staff.read(mvc.get().uri(ALL + "/own/" + code).remoteAddress(address).exchange());
    }

    private JsonNode party(String uri, Map<String, ?> body) {
        var result =
                mvc.post()
                        .uri(uri)
                        .remoteAddress(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(once(body)))
                        .exchange();
        assertThat(result.getResponse().getStatus()).as(Staff.text(result)).isLessThan(300);
        return staff.read(result);
    }

    private static Map<String, Object> once(Map<String, ?> body) {
        var once = new HashMap<String, Object>(body);
        once.put("opId", UUID.randomUUID());
        return once;
    }

    private List<String> told(String who) {
        return staff.inbox(who).get("items").findValuesAsString("topic");
    }

    private static Map<String, Object> application() {
        return once(
                Map.of(
                        "lon", TestDistrict.WEST_LON,
                        "lat", TestDistrict.LAT,
                        "about", "楼上半夜敲暖气管",
                        "name", "赵大",
                        "contact", "三号楼 201",
                        "otherName", "钱二",
                        "otherContact", "三号楼 301"));
    }
}
