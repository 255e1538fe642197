package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up and down the ladder of offices, and whose time is whose. */
@LinliTest
class LadderTests {

    private static final Map<String, String> BECAUSE = Map.of("reason", "超出街道权限");
    private static final Map<String, String> TO_LIGHTS = Map.of("unitCode", TestDistrict.LIGHTS);

    @Autowired private Office office;
    @Autowired private JdbcClient sql;

    private String caseNo = "";

    @BeforeEach
    void theStreetHasACase() {
        caseNo = office.reported().get("caseNo").asString();
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
    }

    @Test
    void whatTheStreetCannotSettleTheDistrictDispatches() {
        office.refused(
                Role.STREET_DISPATCHER, caseNo, "escalate", Map.of(), 422, "request/missing");
        var up = office.take(Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE);

        assertThat(up.get("level").asString()).isEqualTo("district");
        assertThat(up.get("state").asString()).isEqualTo("FILED");
        for (var role : List.of(Role.STREET_DISPATCHER, Role.SHIFT_LEADER)) {
            office.refused(role, caseNo, "dispatch", TO_LIGHTS, 409, "case/not-your-step");
        }
        var dispatched = office.take(Role.DISTRICT_DISPATCHER, caseNo, "dispatch", TO_LIGHTS);
        assertThat(dispatched.get("unitCode").asString()).isEqualTo(TestDistrict.LIGHTS);
        assertThat(office.listed(Role.DISTRICT_DISPATCHER, "level=district")).contains(caseNo);
        assertThat(office.get(Role.VIEWER, "/api/v1/cases?level=heaven")).hasStatus(422);
    }

    @Test
    void whatIsSentBackGoesBackToTheOfficeThatGaveIt() {
        office.take(Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE);
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "dispatch", TO_LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "不归我们管"));

        assertThat(office.steps(Role.STREET_DISPATCHER, caseNo)).doesNotContain("dispatch");
        assertThat(office.steps(Role.DISTRICT_DISPATCHER, caseNo))
                .contains("dispatch", "escalate", "assign");
    }

    @Test
    void aboveTheStreetWhoeverDispatchesHasTheLastWord() {
        office.take(Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE);
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "dispatch", TO_LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "return", Map.of("reason", "不归我们管"));
        office.take(
                Role.DISTRICT_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.CLEANING));
        office.as(Office.CLEANER, caseNo, "return", Map.of("reason", "也不归我们管"));
        var ruling = Map.of("unitCode", TestDistrict.LIGHTS, "reason", "区里定了");

        office.refused(Role.SHIFT_LEADER, caseNo, "rule", ruling, 409, "case/not-your-step");
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "rule", ruling);
    }

    @Test
    void theTimeOfAnOfficeIsItsOwn() {
        office.take(Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE);
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "assign", Map.of("level", "street"));
        office.take(Role.STREET_DISPATCHER, caseNo, "dispatch", TO_LIGHTS);

        assertThat(segments()).containsExactly("-", "-", TestDistrict.COUNTY, "-", "-");
        var segments = office.seen(Role.VIEWER, caseNo).get("clock").get("segments");
        assertThat(segments.get(2).get("areaName").asString()).isEqualTo("试验区");
    }

    @Test
    void whatIsGivenDownIsClosedBelowOrComesBackUp() {
        office.take(Role.STREET_DISPATCHER, caseNo, "assign", Map.of("level", "community"));
        assertThat(office.steps(Role.GRID_MEMBER, caseNo)).doesNotContain("self-handle");
        office.take(Role.GRID_HEAD, caseNo, "assign", Map.of("level", "grid"));
        assertThat(office.steps(Role.GRID_MEMBER, caseNo)).contains("self-handle", "escalate");

        office.take(Role.GRID_MEMBER, caseNo, "escalate", Map.of("reason", "要登高车"));
        var up = office.take(Role.GRID_HEAD, caseNo, "escalate", Map.of("reason", "要登高车"));

        assertThat(up.get("level").isNull()).isTrue();
        assertThat(office.steps(Role.GRID_MEMBER, caseNo)).doesNotContain("escalate");
        office.take(Role.STREET_DISPATCHER, caseNo, "dispatch", TO_LIGHTS);
    }

    @Test
    void aCaseIsNotAssignedUpwardsNorWhereItDoesNotLie() {
        for (var level : List.of("district", "street", "province")) {
            office.refused(
                    Role.STREET_DISPATCHER,
                    caseNo,
                    "assign",
                    Map.of("level", level),
                    409,
                    "case/not-below");
        }
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "assign",
                Map.of("level", "microgrid"),
                422,
                "case/no-such-office");
        office.refused(
                Role.STREET_DISPATCHER,
                caseNo,
                "assign",
                Map.of("level", "heaven"),
                422,
                "request/value");
    }

    @Test
    void aUnitThatHasACaseLeavesNothingToSendUp() {
        office.take(Role.STREET_DISPATCHER, caseNo, "dispatch", TO_LIGHTS);

        office.refused(
                Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE, 409, "case/step-not-allowed");
    }

    @Test
    void figuresCanCountWhatLeftTheStreet() {
        office.take(Role.STREET_DISPATCHER, caseNo, "assign", Map.of("level", "community"));
        office.take(Role.GRID_HEAD, caseNo, "escalate", BECAUSE);
        assertThat(escalations()).isZero();
        office.take(Role.STREET_DISPATCHER, caseNo, "escalate", BECAUSE);
        office.take(Role.DISTRICT_DISPATCHER, caseNo, "escalate", BECAUSE);

        assertThat(escalations()).isEqualTo(2);
        office.refused(
                Role.DISTRICT_DISPATCHER,
                caseNo,
                "escalate",
                BECAUSE,
                409,
                "case/step-not-allowed");
    }

    private int escalations() {
        return AccessContext.asSystem(
                "test",
                () ->
                        sql.sql("select escalations from cases.published_case where case_no = :no")
                                .param("no", caseNo)
                                .query(Integer.class)
                                .single());
    }

    private List<String> segments() {
        return office
                .seen(Role.VIEWER, caseNo)
                .get("clock")
                .get("segments")
                .findValues("areaCode")
                .stream()
                .map(area -> area.isNull() ? "-" : area.asString())
                .toList();
    }
}
