package org.linli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.operation.Operations;
import org.linli.platform.postgres.Database;
import org.linli.platform.postgres.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sealed, when, and what is told of it. */
@LinliTest
@TestPropertySource(
        properties = {"linli.audit.sealing=false", "linli.audit.anchors=target/tampering-anchors"})
class SealerTests {

    @Autowired private AuditTrail trail;
    @Autowired private Sealer sealer;
    @Autowired private SealStore store;
    @Autowired private Operations operations;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient sql;
    @Autowired private Database database;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void whatCommitsLateIsSealedAfterWhatCommittedBeforeIt() throws Exception {
        var recorded = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var slow = Executors.newVirtualThreadPerTaskExecutor()) {
            var late =
                    slow.submit(() ->
                            transaction.executeWithoutResult(_ -> {
                                trail.record(event("late"));
                                recorded.countDown();
                                await(mayCommit);
                            }));
            await(recorded);
            transaction.executeWithoutResult(_ -> trail.record(event("early")));

            sealer.seal();
            assertThat(sealed()).isEmpty();

            mayCommit.countDown();
            late.get();
        }
        sealedAll();
        assertThat(sealed()).containsExactlyInAnyOrder("late", "early");
    }

    @Test
    void anActOutsideOfItsTransactionIsNotRecordedButRefused() {
        assertThatThrownBy(() -> trail.record(event("alone")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anActWhoseRecordFailsDoesNotHappen() {
        TestServer.asSuperuser(
                database.url(),
                "alter table audit.event add constraint planted check (actor <> 'test') not valid");
        try {
            assertThatThrownBy(() ->
                            transaction.executeWithoutResult(_ -> {
                                sql.sql("create temporary table " + tableName() + " ()").update();
                                trail.record(event("refused"));
                            }))
                    .isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            TestServer.asSuperuser(
                    database.url(), "alter table audit.event drop constraint planted");
        }

        assertThat(exists()).isFalse();
    }

    @Test
    void whoeverWatchesIsToldOnceSealingIsAMinuteBehind() {
        sealedAll();
        transaction.executeWithoutResult(_ -> trail.record(event("waiting")));

        assertThat(healthIn(Duration.ofSeconds(50)).alarm()).isEmpty();
        assertThat(healthIn(Duration.ofSeconds(70)).alarm())
                .hasValueSatisfying(told -> assertThat(told.code()).isEqualTo("audit/behind"));

        sealedAll();
        assertThat(healthIn(Duration.ofSeconds(70)).alarm()).isEmpty();
    }

    private TrailHealth healthIn(Duration time) {
        return new TrailHealth(store, operations, Clock.offset(Clock.systemUTC(), time));
    }

    private AuditEvent event(String act) {
        return AuditEvent.of(
                Clock.systemUTC().instant(), "test", Act.PHOTO_READ, Thing.PHOTO, mark + "." + act);
    }

    /** Those of this test's events that are sealed, in order. */
    private List<@Nullable String> sealed() {
        return sql.sql(
                        """
                        select split_part(e.object, '.', 2)
                        from audit.seal s cross join unnest(s.events) with ordinality as of (id, n)
                            join audit.event e on e.id = of.id
                        where e.object like :mark || '.%'
                        order by s.first_no, of.n
                        """)
                .param("mark", mark)
                .query(String.class)
                .list();
    }

    /** Other databases of the same server may hold the horizon back for a moment. */
    private void sealedAll() {
        var until = Instant.now().plusSeconds(60);
        do {
            sealer.seal();
        } while (!store.notSealed(Long.MAX_VALUE, 1).isEmpty() && Instant.now().isBefore(until));
        assertThat(store.notSealed(Long.MAX_VALUE, 1)).isEmpty();
    }

    private String tableName() {
        return "t" + mark.replace("-", "");
    }

    private boolean exists() {
        return sql.sql("select exists (select from pg_class where relname = :name)")
                .param("name", tableName())
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
