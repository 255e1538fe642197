package org.linli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Rights go along with their area under new seals, and broken ones stay broken. */
@LinliTest
@TestPropertySource(properties = "linli.test.context=seals")
class SealedMovesTests {

    @Autowired private Accounts accounts;
    @Autowired private Tokens tokens;
    @Autowired private Callers callers;
    @Autowired private AreaMoves moves;
    @Autowired private JdbcClient sql;

    private final String area = "M" + UUID.randomUUID();
    private final Post post = new Post(Role.VIEWER, area, "/A/" + area + "/", null);
    private final String there = "/B/" + area + "/";

    @Test
    void whoWorkedInAnAreaWorksThereUnderItsNewParent() {
        var id = person();
        var token = tokens.issue("test", post, "test", Duration.ofDays(1)).token();

        move();

        var moved = List.of(new Post(Role.VIEWER, area, there, null));
        assertThat(accounts.find(id).orElseThrow().isSound()).isTrue();
        assertThat(accounts.actor(id).posts()).isEqualTo(moved);
        assertThat(callers.ofToken(token)).get().extracting(Actor::posts).isEqualTo(moved);
    }

    @Test
    void aMoveMakesNoRightOfWhatWasChangedPastLinli() {
        var id = person();
        var token = tokens.issue("test", post, "test", Duration.ofDays(1)).token();
        sql.sql("update access.post set role = 'district_leader' where area_code = :area")
                .param("area", area)
                .update();
        sql.sql("update access.service_token set role = 'administrator' where area_code = :area")
                .param("area", area)
                .update();

        move();

        assertThat(accounts.find(id).orElseThrow().isSound()).isFalse();
        assertThat(callers.ofToken(token)).isEmpty();
    }

    private String person() {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "陈晓");
        accounts.setPosts(id, List.of(post));
        return id;
    }

    private void move() {
        moves.follow(code -> code.equals(area) ? there : null);
    }
}
