package org.linli.access;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What browsers are asked, in {@code access.challenge}. */
@Repository
class ChallengeStore {

    private static final String ASK =
            """
            with gone as (delete from access.challenge where expires_at < :now)
            insert into access.challenge (hash, browser, expires_at)
            values (:hash, :browser, :expiresAt)
            """;

    private static final String TAKE =
            """
            delete from access.challenge
            where hash = :hash and browser = :browser and expires_at > :now
            """;

    private final JdbcClient sql;

    ChallengeStore(JdbcClient sql) {
        this.sql = sql;
    }

    void ask(byte[] hash, byte[] browser, Instant now, Instant expiresAt) {
        sql.sql(ASK)
                .param("hash", hash)
                .param("browser", browser)
                .param("now", AccountStore.at(now))
                .param("expiresAt", AccountStore.at(expiresAt))
                .update();
    }

    /** Whether the browser was asked this, and has not answered; from now on it has. */
    boolean take(byte[] hash, byte[] browser, Instant now) {
        return sql.sql(TAKE)
                        .param("hash", hash)
                        .param("browser", browser)
                        .param("now", AccountStore.at(now))
                        .update()
                == 1;
    }
}
