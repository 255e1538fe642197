package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.cases.Deadline.DUE;
import static org.linli.cases.Deadline.OVERDUE;
import static org.linli.cases.Deadline.WARN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Role;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.linli.platform.log.FollowedLog;
import org.linli.platform.log.Followers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What comes up on a clock is told once, in time, and never of what has moved on. */
@LinliTest
class DeadlinesTests {

    private static final Map<String, String> BECAUSE = Map.of("reason", "要等材料到货");

    @Autowired private Office office;
    @Autowired private Deadlines deadlines;
    @Autowired private HeardDeadlines heard;
    @Autowired private Followers followers;
    @Autowired private Calendar calendar;
    @Autowired private JdbcClient sql;

    private String caseNo = "";

    @BeforeEach
    void aUnitHasACase() {
        caseNo = office.dispatched(TestDistrict.LIGHTS);
    }

    @Test
    void aWarningComesAfterThreeQuartersOfTheWorkingTimeAndTheOthersInTurn() {
        var clock = clock();
        var started = Instant.parse(clock.get("startedAt").asString());
        var limit = TimeLimit.parse(limit());

        assertThat(at(WARN)).isEqualTo(calendar.workingTime().part(started, limit, 75));
        assertThat(at(DUE)).isEqualTo(Instant.parse(clock.get("dueAt").asString()));
        assertThat(at(OVERDUE)).isEqualTo(calendar.workingTime().part(at(DUE), limit, 25));
    }

    @Test
    void eachIsToldOnceOnAnyNumberOfNodes() throws Exception {
        for (var deadline : List.of(WARN, DUE, OVERDUE)) {
            var at = at(deadline);
            tell(at.minusMillis(1));
            assertThat(heard.of(caseNo)).doesNotContain(deadline);
            together(4, () -> tell(at));
        }
        tell(at(OVERDUE).plus(Duration.ofHours(1)));

        assertThat(heard.of(caseNo)).containsExactly(WARN, DUE, OVERDUE);
        assertThat(deadlines().valueStream().filter(one -> one.get("toldAt").isNull())).isEmpty();
    }

    @Test
    void whoStartsLateTellsTheGravestAloneAndNothingThatIsLongPast() {
        var other = office.dispatched(TestDistrict.CLEANING);
        tell(at(OVERDUE).plus(Duration.ofHours(2)));

        assertThat(heard.of(caseNo)).containsExactly(OVERDUE);
        assertThat(toldAt(WARN).isNull()).isTrue();

        caseNo = office.dispatched(TestDistrict.LIGHTS);
        tell(at(OVERDUE).plus(Duration.ofDays(3)));
        assertThat(heard.of(caseNo)).isEmpty();
        assertThat(heard.of(other)).containsExactly(OVERDUE);
    }

    @Test
    void nobodyIsToldOfWhatIsHandled() {
        var due = at(DUE);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "修好了"));
        // also while the log has yet to be followed
        tell(due);

        assertThat(heard.of(caseNo)).isEmpty();
        followed();
        assertThat(deadlines().isEmpty()).isTrue();
    }

    @Test
    void anExtensionMovesWhatIsToComeAndWarnsOnceMore() {
        var before = at(WARN);
        tell(before);
        office.take(Role.UNIT_HANDLER, caseNo, "ask-extension", BECAUSE);
        office.take(Role.STREET_DISPATCHER, caseNo, "approve", Map.of());
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        followed();

        assertThat(at(WARN)).isAfter(before);
        assertThat(toldAt(WARN).isNull()).isTrue();
        tell(at(WARN));
        assertThat(heard.of(caseNo)).containsExactly(WARN, WARN);
    }

    @Test
    void nothingComesUpOnHold() {
        var due = at(DUE);
        var ends = LocalDate.ofInstant(Instant.now(), calendar.zone()).plusDays(30);
        office.take(
                Role.UNIT_HANDLER,
                caseNo,
                "ask-hold",
                Map.of("ground", "season", "until", ends, "reason", "冬季不能施工"));
        office.take(Role.SHIFT_LEADER, caseNo, "approve", Map.of());
        tell(due);
        followed();
        assertThat(heard.of(caseNo)).isEmpty();
        assertThat(deadlines().isEmpty()).isTrue();

        office.take(Role.SHIFT_LEADER, caseNo, "unhold", Map.of());
        followed();
        assertThat(at(DUE)).isAfterOrEqualTo(due);
        tell(at(DUE));
        assertThat(heard.of(caseNo)).containsExactly(DUE);
    }

    @Test
    void whatIsLostIsMadeAnewFromTheLogAndNothingIsToldAgain() {
        var warn = at(WARN);
        tell(warn);
        followers.rebuild("cases.deadlines");
        followed();

        assertThat(toldAt(WARN).isNull()).isFalse();
        assertThat(at(DUE)).isAfter(warn);
        tell(warn.plusSeconds(1));
        assertThat(heard.of(caseNo)).containsExactly(WARN);
    }

    private void tell(Instant now) {
        AccessContext.asSystem("test", () -> deadlines.tell(now));
    }

    private static void together(int nodes, Runnable work) throws Exception {
        var barrier = new CyclicBarrier(nodes);
        var all = new ArrayList<Callable<Boolean>>();
        for (var node = 0; node < nodes; node++) {
            all.add(() -> {
                barrier.await();
                work.run();
                return true;
            });
        }
        try (var pool = Executors.newFixedThreadPool(nodes)) {
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
        }
    }

    /** Follows the log past the last event of the case, whoever else follows it too. */
    private void followed() {
        FollowedLog.catchUp(followers, "cases.deadlines");
    }

    private JsonNode clock() {
        return office.seen(Role.STREET_DISPATCHER, caseNo).get("clock");
    }

    private String limit() {
        return sql.sql("select time_limit from cases.case_file where case_no = :no")
                .param("no", caseNo)
                .query(String.class)
                .single();
    }

    private JsonNode deadlines() {
        return clock().get("deadlines");
    }

    private Instant at(Deadline deadline) {
        followed();
        return Instant.parse(shown(deadline).get("at").asString());
    }

    private JsonNode toldAt(Deadline deadline) {
        return shown(deadline).get("toldAt");
    }

    private JsonNode shown(Deadline deadline) {
        var kind = deadline.name().toLowerCase(Locale.ROOT);
        return deadlines()
                .valueStream()
                .filter(one -> one.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
