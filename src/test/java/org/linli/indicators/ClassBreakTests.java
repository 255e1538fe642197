package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.cases.history.DemoHistory;
import org.linli.cases.history.HandedOver;
import org.linli.cases.history.HistoryTest;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What stands before and after a change of the classes is not compared as if it were the same. */
@HistoryTest
@TestPropertySource(properties = "linli.test.database=tianmen")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ClassBreakTests {

    private static final String MATTER =
            """
            code,major_code,major_zh,major_en,name_zh,name_en,kind,std_code_47678_5,filing_condition_zh,filing_condition_en,closing_condition_zh,closing_condition_en,limit_urgent,limit_normal,limit_minor,lead_dept_code,lead_dept_zh,lead_dept_en,self_handle,self_handle_condition_zh,privacy_level,first_action_zh,basis,flow
            %s,%s,大类,Class,换类的事项,Reclassed,event,X,条件,Condition,条件,Condition,2WH,4WH,1WD,CG,部门,Unit,Y,,none,,S,case
            """;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;
    @Autowired private JdbcClient sql;

    @BeforeAll
    void aMatterComesUnderAnotherClass() {
        DemoHistory.loadGround(importers);
        var files = new HandedOver(importers);
        assertThat(files.load("matters", MATTER.formatted("97001", "97")).rejections()).isEmpty();
        assertThat(files.load("matters", MATTER.formatted("97001", "98")).rejections()).isEmpty();
        files.load(
                "cases",
                """
                source_system,case_id,matter_code,cell_code,reported_at,filed_at
                classed,1,97001,990104005026004,2011-05-01,2011-05-02
                """);
    }

    @Test
    @Order(1)
    void figuresByClassAcrossAChangeSayThatTheyWereMadeComparable() {
        assertThat(noteOf("by=major")).contains("换过", "今天所属的大类");
        assertThat(noteOf("by=matter")).contains("换过");
    }

    @Test
    @Order(2)
    void theMonthsSayThatTheyAreOfTwoSchemes() {
        assertThat(noteOf("by=month")).contains("两套分类");
    }

    @Test
    @Order(3)
    void nothingIsSaidOfAPeriodWithoutAChange() {
        var rows = ask().json("/api/v1/indicators?name=filed&by=major&to=2020-01-01");

        assertThat(rows).allSatisfy(row -> assertThat(row.get("note").isNull()).isTrue());
    }

    @Test
    @Order(4)
    void aClassWithoutACounterpartIsNotCompared() {
        sql.sql(
                        "update catalogue.matter set valid_to = now() where code = '97001'"
                                + " and valid_to is null")
                .update();

        var refused = ask().get("/api/v1/indicators?name=filed&by=major");

        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("97001");
        assertThat(ask().get("/api/v1/indicators?name=filed&by=major&to=2020-01-01")).hasStatusOk();
    }

    private String noteOf(String query) {
        return ask().json("/api/v1/indicators?name=filed&" + query).get(0).get("note").asString();
    }

    private Asking ask() {
        return new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));
    }
}
