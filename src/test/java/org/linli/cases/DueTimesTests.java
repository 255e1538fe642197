package org.linli.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.linli.calendar.WorkingTime;
import org.linli.platform.log.FollowedLog;
import org.linli.platform.log.Followers;
import org.linli.platform.operation.Operations;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** In a context of its own: what it does to the calendar is nobody else's. */
@LinliTest
@TestPropertySource(properties = "linli.zone=Asia/Shanghai")
class DueTimesTests {

    private static final Actor DISPATCHER = actor("派遣员", Role.STREET_DISPATCHER, null);
    private static final Actor CHECKER = actor("核查员", Role.CHECKER, null);
    private static final Actor HANDLER = actor("电工", Role.UNIT_HANDLER, TestDistrict.LIGHTS);

    private static final TimeLimit DAY = TimeLimit.parse("1WD");

    @TempDir private Path folder;
    @Autowired private Cases cases;
    @Autowired private Operations operations;
    @Autowired private TestDistrict district;
    @Autowired private List<Importer> importers;
    @Autowired private JsonMapper json;
    @Autowired private Calendar calendar;
    @Autowired private Followers followers;
    @Autowired private JdbcClient sql;

    @BeforeEach
    void thereIsADistrict() {
        district.load();
    }

    @Test
    void aHolidayAnnouncedLaterMovesTheDueTimesOfRunningClocksAndSaysSo() throws IOException {
        var caseNo = dispatched();
        var before = cases.see(DISPATCHER, caseNo).clock();
        var lastDay = requireNonNull(before.dueAt()).atZone(calendar.zone()).toLocalDate();

        announce(lastDay);

        var after = cases.see(DISPATCHER, caseNo);
        assertThat(after.clock().dueAt())
                .isAfter(before.dueAt())
                .isEqualTo(expected(requireNonNull(before.startedAt())));
        assertThat(after.history().getLast().step()).isEqualTo("recompute");
    }

    @Test
    void anExtendedAndAHeldClockMoveTooAndEachSaysFromWhenToWhen() throws IOException {
        var extended = dispatched();
        sql.sql("update cases.case_file set extended = 1, due_at = :due where case_no = :no")
                .param("due", Timestamp.from(expected(startedAt(extended), "4WD")))
                .param("no", extended)
                .update();
        var held = dispatched();
        var before = requireNonNull(cases.see(DISPATCHER, held).clock().dueAt());
        hold(held, startedAt(held), calendar.workingTime().part(startedAt(held), DAY, 100));
        var heldBefore = requireNonNull(cases.see(DISPATCHER, held).clock().dueAt());
        assertThat(heldBefore).isAfter(before);

        announce(heldBefore.atZone(calendar.zone()).toLocalDate());

        var last = cases.see(DISPATCHER, extended).history().getLast();
        assertThat(last.step()).isEqualTo("recompute");
        assertThat(last.dueBefore()).isBefore(last.dueAt());
        assertThat(cases.see(DISPATCHER, extended).clock().dueAt())
                .isEqualTo(last.dueAt())
                .isEqualTo(expected(startedAt(extended), "4WD"));
        var told = cases.see(DISPATCHER, held).history().getLast();
        assertThat(told.dueBefore()).isEqualTo(heldBefore);
        assertThat(told.dueAt()).isAfter(heldBefore);
        assertThat(deadline(held)).isEqualTo(told.dueAt());
    }

    @Test
    void workThatWaitsForItsCheckIsDueLaterTooShouldItBeSentBack() throws IOException {
        var caseNo = dispatched();
        var clock = cases.see(DISPATCHER, caseNo).clock();
        take(HANDLER, caseNo, Map.of("step", "handle", "version", 3, "answer", "换了灯泡"));

        announce(requireNonNull(clock.dueAt()).atZone(calendar.zone()).toLocalDate());
        var version = cases.see(DISPATCHER, caseNo).history().size();
        take(CHECKER, caseNo, Map.of("step", "rework", "version", version, "reason", "还是不亮"));

        assertThat(cases.see(DISPATCHER, caseNo).clock().dueAt())
                .isEqualTo(expected(requireNonNull(clock.startedAt())));
    }

    /** As a hold leaves a case that is over by now. */
    private void hold(String caseNo, Instant from, Instant to) {
        var due =
                calendar.workingTime()
                        .resumed(
                                expected(startedAt(caseNo), "2WD"),
                                from,
                                to,
                                TimeLimit.Kind.WORKING_DAYS);
        var affairs = Affairs.NONE.holding(new Hold(Application.Ground.SEASON, from, to, to));
        sql.sql(
                        """
                        update cases.case_file set affairs = :affairs::jsonb, due_at = :due
                        where case_no = :no
                        """)
                .param("affairs", json.writeValueAsString(affairs))
                .param("due", Timestamp.from(due))
                .param("no", caseNo)
                .update();
    }

    private Instant deadline(String caseNo) {
        FollowedLog.catchUp(followers, "cases.deadlines");
        return cases.see(DISPATCHER, caseNo).clock().deadlines().stream()
                .filter(deadline -> deadline.kind().equals("due"))
                .map(CaseDetail.ShownDeadline::at)
                .findFirst()
                .orElseThrow();
    }

    private static Actor actor(String name, Role role, @Nullable String unit) {
        var post = new Post(role, TestDistrict.STREET, TestDistrict.STREET_PATH, unit);
        return new Actor("staff:due-" + role.code(), name, List.of(post));
    }

    private Instant startedAt(String caseNo) {
        return requireNonNull(cases.see(DISPATCHER, caseNo).clock().startedAt());
    }

    private void announce(LocalDate day) throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("days.csv"),
                        "day,working,name_zh\n%s,0,临时放假\n".formatted(day));
        importer("calendar").load(file, ImportOptions.standard(), ImportProgress.SILENT);
    }

    private Instant expected(Instant startedAt) {
        return expected(startedAt, "2WD");
    }

    private Instant expected(Instant startedAt, String limit) {
        WorkingTime time = calendar.workingTime();
        return time.due(startedAt, TimeLimit.parse(limit)).at();
    }

    /** A lamp, two working days by its usual condition. */
    private String dispatched() {
        var place =
                new Place(
                        Placement.PLACED,
                        null,
                        TestDistrict.COUNTY,
                        TestDistrict.WEST,
                        TestDistrict.WEST_PATH,
                        "");
        var report =
                new NewReport(
                        Source.PATROL,
                        "路灯不亮",
                        "12004",
                        2,
                        place,
                        Contact.NONE,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
        var receipt =
                cases.report(
                        DISPATCHER,
                        () -> report,
                        operations.of("due", UUID.randomUUID(), "report"));
        var caseNo = json.readTree(receipt.body()).get("caseNo").asString();
        take(caseNo, Map.of("step", "file", "version", 1));
        take(caseNo, Map.of("step", "dispatch", "version", 2, "unitCode", TestDistrict.LIGHTS));
        return caseNo;
    }

    private void take(String caseNo, Map<String, Object> step) {
        take(DISPATCHER, caseNo, step);
    }

    private void take(Actor actor, String caseNo, Map<String, Object> step) {
        cases.take(
                actor,
                caseNo,
                json.convertValue(step, StepRequest.class),
                operations.of("due", UUID.randomUUID(), step));
    }

    private Importer importer(String kind) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
