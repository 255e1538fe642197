package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.platform.log.Follower;
import org.linli.platform.log.Followers;
import org.linli.platform.postgres.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whoever follows the cases gets each event once and in order, whatever happens meanwhile. */
@LinliTest
@TestPropertySource(properties = "linli.log.following=false")
class CaseLogTests {

    private static final String DIARY = "test.diary";

    private static final String MANY =
            """
            insert into cases.case_file (county_code, id, case_no, version, state, flow, source,
                matter_code, matter_version, text, placement, path, address, reported_at, reporter,
                filed_at, handlers, self_handled, sampled, dispatches, returns, reworks, reopenings,
                extensions, times_doubtful)
            select '%1$s', n, '%1$s-261101-' || n, 3, 'FILED', 'case', 'patrol', '12004',
                1, '路灯不亮', 'UNPLACED', '%2$s', '灯塔路', at, 'staff:X1', at, '{}', false, false, 0,
                0, 0, 0, 0, false
            from generate_series(1000001, 1020000) as n,
                lateral (select timestamptz '2026-11-01Z' - n * interval '1 minute') as t (at);
            insert into cases.imported (county_code, case_id, fingerprint, version, listed)
            select county_code, id, '', version, false
            from cases.case_file
            where text = '路灯不亮';
            insert into cases.case_event (county_code, id, case_id, version, step, state, at,
                recorded_at, actor, actor_name, actor_role, note, carried)
            select county_code, 3 * id + 1000000 + n, id, n, 'correction', 'FILED', reported_at, reported_at,
                'import', '', '', '', '{}'
            from cases.case_file, generate_series(1, 3) n
            where text = '路灯不亮';
            analyze cases.case_file;
            analyze cases.case_event;
            analyze cases.imported;
            """
                    .formatted(TestDistrict.COUNTY, TestDistrict.COUNTY_PATH);

    @Autowired private Office office;
    @Autowired private Followers followers;
    @Autowired private Diary diary;
    @Autowired private JdbcClient sql;
    @Autowired private Database database;

    /** Writes down in the database what it was handed, with nothing against writing it twice. */
    static class Diary implements Follower<LoggedEvent> {

        private final CaseLog log;
        private final JdbcClient sql;
        volatile String refused = "";
        volatile Runnable meanwhile = () -> {};

        Diary(CaseLog log, JdbcClient sql) {
            this.log = log;
            this.sql = sql;
        }

        @Override
        public String name() {
            return DIARY;
        }

        @Override
        public CaseLog log() {
            return log;
        }

        @Override
        public Beginning beginning() {
            return Beginning.START;
        }

        @Override
        public void follow(List<LoggedEvent> events) {
            meanwhile.run();
            for (var event : events) {
                if (refused.equals(event.subject().caseNo())) {
                    throw new IllegalStateException("Cannot follow " + event);
                }
                sql.sql("insert into platform.diary (case_no, version, step) values (?, ?, ?)")
                        .params(event.subject().caseNo(), event.version(), event.step())
                        .update();
            }
        }

        @Override
        public void forget() {
            sql.sql("delete from platform.diary").update();
        }
    }

    @TestConfiguration
    static class WithDiary {

        @Bean
        Diary diary(CaseLog log, JdbcClient sql, Database database) throws SQLException {
            asOwner(
                    database,
                    """
                    create table if not exists platform.diary (
                        no bigint generated always as identity, case_no text, version int, step text)
                    """);
            return new Diary(log, sql);
        }
    }

    @Test
    void theStepsOfACaseComeInTheirOrderAndOnce() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);

        caughtUp();
        followers.catchUp(DIARY);

        assertThat(written(caseNo)).startsWith("1 report").doesNotHaveDuplicates().isSorted();
        assertThat(written(caseNo).getLast()).endsWith(" dispatch");
    }

    @Test
    void whatCommitsLateComesAfterTheHorizonHasPassedItAndNothingIsPassedOver() throws Exception {
        followers.catchUp(DIARY);
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var slow = Executors.newVirtualThreadPerTaskExecutor()) {
            // an import, say, that was given its transaction's id before the case was reported
            var late = slow.submit(() -> openTransaction(begun, mayEnd));
            begun.await();
            var caseNo = office.dispatched(TestDistrict.LIGHTS);

            followers.catchUp(DIARY);
            assertThat(written(caseNo)).isEmpty();
            assertThat(lag().events()).isPositive();

            mayEnd.countDown();
            late.get();
            caughtUp();
            assertThat(written(caseNo)).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void ofTwoWorkersOneFollowsAndTheOtherLeavesItAlone() throws Exception {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        var atIt = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        diary.meanwhile =
                () -> {
                    atIt.countDown();
                    await(mayGoOn);
                };
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = workers.submit(() -> followers.catchUp(DIARY));
            atIt.await();
            var another = new AtomicBoolean();
            diary.meanwhile = () -> another.set(true);
            followers.catchUp(DIARY);
            assertThat(another).as("nobody else is at it").isFalse();

            diary.meanwhile = () -> {};
            mayGoOn.countDown();
            first.get();
        }
        caughtUp();
        assertThat(written(caseNo)).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }

    @Test
    void manyWorkersAtOnceWriteEverythingOnce() throws Exception {
        var cases = new ArrayList<String>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                cases.add(office.dispatched(TestDistrict.LIGHTS));
                var _ = workers.submit(() -> followers.catchUp(DIARY));
                var _ = workers.submit(() -> followers.catchUp(DIARY));
            }
        }
        caughtUp();
        assertThat(cases)
                .allSatisfy(caseNo ->
                        assertThat(written(caseNo))
                                .hasSizeGreaterThan(2)
                                .doesNotHaveDuplicates()
                                .isSorted());
    }

    @Test
    void whatCannotBeFollowedIsTriedAgainAndNothingBeforeItIsDoneTwice() {
        caughtUp();
        var before = office.dispatched(TestDistrict.LIGHTS);
        var bad = office.dispatched(TestDistrict.LIGHTS);
        var after = office.dispatched(TestDistrict.LIGHTS);
        diary.refused = bad;

        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> followers.catchUp(DIARY))
                    .hasMessageContaining("Cannot follow");
        }
        assertThat(written(before)).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(written(bad)).isEmpty();

        diary.refused = "";
        caughtUp();
        assertThat(written(bad)).hasSameSizeAs(written(before)).doesNotHaveDuplicates();
        assertThat(written(after)).hasSameSizeAs(written(before)).doesNotHaveDuplicates();
    }

    @Test
    void aFollowerSetBackForgetsAndFollowsAllAgain() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        caughtUp();
        var told = written(caseNo);

        followers.rebuild(DIARY);
        assertThat(written(caseNo)).isEmpty();

        caughtUp();
        assertThat(written(caseNo)).isEqualTo(told).doesNotHaveDuplicates();
    }

    @Test
    void inARestoredDatabaseItBeginsAgain() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        caughtUp();
        var told = written(caseNo);
        sql.sql(
                        """
                        update platform.bookmark
                        set epoch = epoch - 1, transaction = transaction + 1000000
                        where follower = 'test.diary'
                        """)
                .update();

        caughtUp();
        assertThat(written(caseNo)).isEqualTo(told).doesNotHaveDuplicates();
    }

    /** A look for news that reads more than news would be asked twice a second. */
    @Test
    void aBatchOutOfManyIsReadOffTheIndexInItsOrder() throws SQLException {
        office.dispatched(TestDistrict.LIGHTS);
        asOwner(database, MANY);
        var plan =
                sql.sql("explain (analyze) " + CaseLog.AFTER)
                        .param("transaction", 7)
                        .param("id", 0)
                        .param("below", Long.MAX_VALUE)
                        .param("limit", 1_000)
                        .query(String.class)
                        .list();

        assertThat(plan).anyMatch(line -> line.contains("using case_event_log"));
        assertThat(plan).noneMatch(line -> line.contains("Sort"));
        assertThat(plan)
                .filteredOn(line -> line.contains("Seq Scan"))
                .allMatch(line -> line.contains("never executed"));
    }

    private Followers.Lag lag() {
        return followers.lags().stream()
                .filter(lag -> lag.follower().equals(DIARY))
                .findFirst()
                .orElseThrow();
    }

    /** Other databases of the same server may hold the horizon back for a moment. */
    private void caughtUp() {
        var until = Instant.now().plusSeconds(60);
        do {
            followers.catchUp(DIARY);
        } while (lag().events() > 0 && Instant.now().isBefore(until));
        assertThat(lag().events()).isZero();
    }

    private List<@Nullable String> written(String caseNo) {
        return sql.sql(
                        """
                        select version || ' ' || step from platform.diary
                        where case_no = :caseNo order by no
                        """)
                .param("caseNo", caseNo)
                .query(String.class)
                .list();
    }

    private Void openTransaction(CountDownLatch begun, CountDownLatch mayEnd) throws Exception {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            begun.countDown();
            await(mayEnd);
            connection.commit();
            return null;
        }
    }

    private static void asOwner(Database database, String command) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
