package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of cases that are one, one goes on, whoever merges them and when. */
@LinliTest
class MergingTests {

    private static final String HOLD =
            """
            select id from cases.case_file where case_no in (:one, :other) order by id for update
            """;

    private static final String WAITING =
            """
            select count(distinct pid) from pg_locks where not granted
            """;

    @Autowired private Office office;
    @Autowired private JdbcClient sql;
    @Autowired private TransactionTemplate transaction;

    @Test
    @Timeout(60)
    void ofTwoCasesThatAreMergedIntoEachOtherAtOnceOneGoesOn() throws Exception {
        var one = office.reported().get("caseNo").asString();
        var other = office.reported().get("caseNo").asString();

        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused =
                    transaction.execute(_ -> {
                        sql.sql(HOLD).param("one", one).param("other", other).query().listOfRows();
                        var there = CompletableFuture.supplyAsync(() -> merged(one, other), desks);
                        var back = CompletableFuture.supplyAsync(() -> merged(other, one), desks);
                        awaitWaiting(2);
                        return List.of(there, back);
                    });

            assertThat(refused.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder("", "case/cannot-merge-into");
        }
        assertThat(List.of(state(one), state(other)))
                .containsExactlyInAnyOrder("REPORTED", "MERGED");
    }

    /** The code of what speaks against it; empty where it is done. */
    private String merged(String caseNo, String into) {
        var post =
                new Post(
                        Role.STREET_DISPATCHER,
                        TestDistrict.STREET,
                        TestDistrict.STREET_PATH,
                        null);
        try {
            office.take(
                    new Actor("staff:" + caseNo, "", List.of(post)),
                    caseNo,
                    Map.of("step", "merge", "into", into));
            return "";
        } catch (Problem refusal) {
            return refusal.told().code();
        }
    }

    private void awaitWaiting(int many) {
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        while (sql.sql(WAITING).query(Integer.class).single() < many) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.onSpinWait();
        }
    }

    private String state(String caseNo) {
        return office.seen(Role.STREET_DISPATCHER, caseNo).get("state").asString();
    }
}
