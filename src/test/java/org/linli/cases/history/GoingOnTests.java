package org.linli.cases.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.linli.cases.CaseDetail;
import org.linli.cases.Cases;
import org.linli.cases.StepRequest;
import org.linli.platform.operation.Operations;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Imported cases that somebody goes on with here, though their file named no filing condition. */
@HistoryTest
@TestInstance(Lifecycle.PER_CLASS)
class GoingOnTests {

    private static final String AREA = "990104005";
    private static final String PATH = "/990000/990100/990104/" + AREA + "/";
    private static final Actor DISPATCHER = worker("staff:going-on", Role.STREET_DISPATCHER);
    private static final Actor MEMBER = worker("staff:going-on-2", Role.GRID_MEMBER);

    @Autowired private List<Importer> importers;
    @Autowired private Cases cases;
    @Autowired private Calendar calendar;
    @Autowired private Operations operations;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;

    @BeforeAll
    void loadTheGround() {
        DemoHistory.loadGround(importers);
    }

    @Test
    void aReopenedCaseIsDueByTheUsualConditionOfItsMatterAndTheHistorySaysSo() {
        var caseNo = closed("going-on-reopened", "12004");
        take(
                worker("staff:W0018", Role.GRID_MEMBER),
                caseNo,
                Map.of("step", "reopen", "reason", "x"));

        var dispatched = take(DISPATCHER, caseNo, Map.of("step", "dispatch", "unitCode", "SZ"));

        var started = requireNonNull(dispatched.clock().startedAt());
        assertThat(dispatched.clock().dueAt())
                .isEqualTo(calendar.workingTime().due(started, TimeLimit.parse("2WD")).at());
        assertThat(requireNonNull(dispatched.filing()).limit()).isEqualTo("2WD");
        assertThat(dispatched.history().getLast().step()).isEqualTo("dispatch");
        assertThat(dispatched.history().getLast().conditionNo()).isEqualTo(2);
    }

    @Test
    void aCaseThatCameFiledIsSolvedByTheGridUnderTheUsualCondition() {
        var caseNo = filed("going-on-solved", "12004");

        var solved = take(MEMBER, caseNo, Map.of("step", "self-handle", "note", "换了灯泡"));

        assertThat(solved.item().row().state()).isEqualTo("CLOSED");
        assertThat(solved.item().row().dueAt()).isNotNull();
        assertThat(solved.history().getLast().conditionNo()).isEqualTo(2);
    }

    @Test
    void aCaseThatAUnitSendsBackKeepsTheClockItCameWith() {
        var caseNo =
                loaded("going-on-returned", "1,2020-05-01,2020-05-02,2020-05-03,HW,,", "12004");
        take(
                worker("staff:hw", Role.UNIT_HANDLER),
                caseNo,
                Map.of("step", "return", "reason", "x"));

        var again = take(DISPATCHER, caseNo, Map.of("step", "dispatch", "unitCode", "HW"));

        assertThat(again.clock().startedAt()).isEqualTo("2020-05-02T16:00:00Z");
        assertThat(again.clock().dueAt()).isNull();
        assertThat(again.history().getLast().conditionNo()).isNull();
    }

    @Test
    void aMatterThatNobodyHasDescribedStaysWithoutALimit() {
        var caseNo = filed("going-on-local", "L-GOING-ON");

        var dispatched = take(DISPATCHER, caseNo, Map.of("step", "dispatch", "unitCode", "HW"));

        assertThat(dispatched.clock().dueAt()).isNull();
        assertThat(dispatched.history().getLast().conditionNo()).isNull();
        take(
                worker("staff:hw", Role.UNIT_HANDLER),
                caseNo,
                Map.of("step", "return", "reason", "x"));
        var solved = take(MEMBER, caseNo, Map.of("step", "self-handle"));
        assertThat(solved.item().row().state()).isEqualTo("CLOSED");
    }

    private String filed(String system, String matter) {
        return loaded(system, "1,2020-05-01,2020-05-02,,,,", matter);
    }

    private String closed(String system, String matter) {
        var caseNo =
                loaded(
                        system,
                        "1,2020-05-01,2020-05-02,2020-05-03,HW,2020-05-04,2020-05-05",
                        matter);
        new HandedOver(importers)
                .load(
                        "case-events",
                        """
                        case_id,source_system,seq,at,step,staff_id,unit_code
                        1,%1$s,1,2020-05-01,report,W0018,
                        1,%1$s,2,2020-05-02,file,,
                        1,%1$s,3,2020-05-03,dispatch,,HW
                        1,%1$s,4,2020-05-04,handle,,
                        1,%1$s,5,2020-05-05,close,,
                        """
                                .formatted(system));
        return caseNo;
    }

    /** A row of case, report, filing, dispatch, unit, handling and closing. */
    private String loaded(String system, String row, String matter) {
        var usual = ImportOptions.standard();
        var report =
                new HandedOver(importers)
                        .load(
                                "cases",
                                """
                                case_id,reported_at,filed_at,dispatched_at,unit_code,handled_at,\
                                closed_at,source_system,cell_code,matter_code
                                %s,%s,990104005026004,%s
                                """
                                        .formatted(row, system, matter),
                                new ImportOptions(usual.zone(), usual.datum(), null, true, false));
        assertThat(report.rejections()).isEmpty();
        return sql.sql(
                        """
                        select case_no from cases.case_file
                        where source_system = :system and external_id = '1'
                        """)
                .param("system", system)
                .query(String.class)
                .single();
    }

    private CaseDetail take(Actor actor, String caseNo, Map<String, Object> step) {
        var request = new HashMap<>(step);
        request.put("version", cases.see(actor, caseNo).item().row().version());
        cases.take(
                actor,
                caseNo,
                json.convertValue(request, StepRequest.class),
                operations.of(actor.id(), UUID.randomUUID(), request));
        return cases.see(DISPATCHER, caseNo);
    }

    private static Actor worker(String id, Role role) {
        return new Actor(
                id,
                id,
                List.of(new Post(role, AREA, PATH, role == Role.UNIT_HANDLER ? "HW" : null)));
    }
}
