package org.linli.register;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes and sessions of residents. */
@Repository
class ResidentStore {

    private static final String ISSUE =
            """
            with gone as (delete from register.resident_code where expires_at < :now)
            insert into register.resident_code (hash, county_code, person, issued_by, issued_at,
                expires_at)
            values (:hash, :county, :person, :issuedBy, :now, :expiresAt)
            """;

    private static final String USE =
            """
            update register.resident_code
            set used_at = :now
            where hash = :hash and used_at is null and expires_at > :now
            returning person
            """;

    private static final String OPEN =
            """
            with gone as (delete from register.resident_session where expires_at < :now)
            insert into register.resident_session (hash, county_code, person, opened_at,
                last_seen_at, expires_at)
            select :hash, county_code, id, :now, :now, :expiresAt
            from register.person
            where id = :person
            """;

    /** Whose session it is, noting that they were seen. */
    private static final String SEEN =
            """
            update register.resident_session
            set last_seen_at = :now
            where hash = :hash and expires_at > :now and last_seen_at > :idleSince
            returning person
            """;

    private static final String END =
            """
            delete from register.resident_session where hash = :hash
            """;

    private final JdbcClient sql;

    ResidentStore(JdbcClient sql) {
        this.sql = sql;
    }

    void issue(byte[] hash, Person person, String issuedBy, Instant now, Instant expiresAt) {
        sql.sql(ISSUE)
                .param("hash", hash)
                .param("county", person.countyCode())
                .param("person", person.id())
                .param("issuedBy", issuedBy)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Uses a code up and says whose it was, or empty if it cannot be used. */
    Optional<UUID> use(byte[] hash, Instant now) {
        return sql.sql(USE)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("person", UUID.class))
                .optional();
    }

    void open(byte[] hash, UUID person, Instant now, Instant expiresAt) {
        sql.sql(OPEN)
                .param("hash", hash)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<UUID> seen(byte[] hash, Instant now, Instant idleSince) {
        return sql.sql(SEEN)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("idleSince", idleSince.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("person", UUID.class))
                .optional();
    }

    void end(byte[] hash) {
        sql.sql(END).param("hash", hash).update();
    }
}
