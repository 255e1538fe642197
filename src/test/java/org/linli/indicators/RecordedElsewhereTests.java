package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.cases.history.DemoHistory;
import org.linli.cases.history.HandedOver;
import org.linli.cases.history.HistoryTest;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Figures of what is written down beside the case: other cases, draws and checks of premises. */
@HistoryTest
@TestInstance(Lifecycle.PER_CLASS)
class RecordedElsewhereTests {

    private static final String MONTH = "from=1997-03-01&to=1997-03-31";

    /** Ten metres from the first one; a hundred; another matter; too late; and two more matters. */
    private static final String CASES =
            """
            source_system,case_id,source,matter_code,lon,lat,reported_at,filed_at
            beside,1,patrol,11001,123.24600,30.43990,1997-03-01T08:00:00,1997-03-01T09:00:00
            beside,2,patrol,11001,123.24610,30.43990,1997-03-06T08:00:00,1997-03-06T09:00:00
            beside,3,patrol,11001,123.24510,30.43990,1997-03-07T08:00:00,1997-03-07T09:00:00
            beside,4,patrol,11003,123.24600,30.43990,1997-03-08T08:00:00,1997-03-08T09:00:00
            beside,5,patrol,11001,123.24600,30.43990,1997-03-28T08:00:00,1997-03-28T09:00:00
            beside,6,patrol,12001,123.24600,30.43990,1997-03-28T08:00:00,1997-03-28T09:00:00
            beside,7,patrol,13003,123.24600,30.43990,1997-03-28T08:00:00,1997-03-28T09:00:00
            """;

    private static final String DRAW =
            """
            insert into checks.task (county_code, case_id, version, kind, case_no, path, handler,
                drawn_at, done_at, done_by, outcome)
            select county_code, id, version, 'check', case_no, path, 'h', reported_at,
                case when outcome is null then null else reported_at end,
                case when outcome is null then null else 'c' end, outcome
            from cases.case_file
            join (values ('1', 'solved'), ('2', 'wanting'), ('3', null), ('4', 'overtaken'))
                as found (no, outcome) on no = external_id
            where source_system = 'beside'
            """;

    private static final String CHECK =
            """
            insert into premises.inspection (county_code, id, version, state, cell_code, path,
                premises, address, checklist, checklist_version, due_on, planned_by, planned_at,
                first_visitor)
            select county_code, :id, 2, 'FAULTY', cell_code, path, '小餐馆', '', 'kitchen', 1,
                date '1997-03-01', 'p', reported_at, 'v'
            from cases.case_file
            where source_system = 'beside' and external_id = '1'
            """;

    private static final String FAULTS =
            """
            insert into premises.finding (county_code, inspection, item_no, path, result, note,
                case_no, mended)
            select county_code, :id, external_id::int, path, 'fault', '', case_no,
                case external_id when '1' then true when '2' then false end
            from cases.case_file
            where source_system = 'beside' and external_id < '4'
            """;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;
    @Autowired private JdbcClient sql;

    @BeforeAll
    void loadAHandful() {
        DemoHistory.loadGround(importers);
        var report = new HandedOver(importers).load("cases", CASES);
        assertThat(report.rejections()).isEmpty();
        var id = UUID.randomUUID();
        AccessContext.asSystem(
                "test",
                () ->
                        sql.sql(DRAW).update()
                                + sql.sql(CHECK).param("id", id).update()
                                + sql.sql(FAULTS).param("id", id).update());
    }

    @ParameterizedTest
    @CsvSource({
        "recurrence_rate, 1, 7",
        "frequent_rate, 6, 7",
        "check_done_rate, 2, 3",
        "mended_rate, 1, 3"
    })
    void eachRateSaysWhatItDividesByWhat(String name, long numerator, long denominator) {
        var figure = asking().figures(MONTH + "&name=" + name).get(name);

        assertThat(figure.get("numerator").asLong()).isEqualTo(numerator);
        assertThat(figure.get("denominator").asLong()).isEqualTo(denominator);
        assertThat(asking().json(figure.get("cases").asString()).get("total").asLong())
                .isEqualTo(numerator);
    }

    @Test
    void whatRollUpsHaveComesFirstAndHasABitEach() {
        assertThat(CaseSet.BY_DAY).hasSizeLessThan(Long.SIZE);
        assertThat(CaseSet.BY_DAY).allMatch(set -> set.ordinal() < CaseSet.BY_DAY.size());
    }

    private Asking asking() {
        return new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER));
    }
}
