package org.linli.intake.systems;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what waits for a meaning. */
@Repository
class QuarantineStore {

    private static final String SELECT =
            """
            select county_code, id, path, system, external_id, received_at, received_by, kind,
                theirs, key_id, payload, settled_at, case_no
            from intake.quarantined
            """;

    private static final String ADD =
            """
            insert into intake.quarantined (county_code, id, path, system, external_id, received_at,
                received_by, kind, theirs, key_id, payload, reason)
            values (:county, :id, :path, :system, :externalId, :receivedAt, :receivedBy, :kind,
                :theirs, :keyId, :payload, '')
            on conflict (county_code, system, external_id) do nothing
            """;

    private static final String WAITING =
            SELECT + " where settled_at is null order by received_at, id limit :limit";

    private static final String COUNT_WAITING =
            """
            select count(*) from intake.quarantined where settled_at is null
            """;

    private static final String WAITING_FOR =
            SELECT
                    + """
                    where settled_at is null and system = :system
                    order by received_at, id
                    limit 1000
                    """;

    private static final String ONE = SELECT + " where id = :id and settled_at is null";

    private static final String OF_SYSTEM =
            SELECT + " where system = :system and external_id = :externalId";

    private static final String SETTLE =
            """
            update intake.quarantined
            set settled_at = :at, settled_by = :by, case_no = :caseNo, reason = :reason
            where county_code = :county and id = :id and settled_at is null
            """;

    private static final String OUTDATED =
            SELECT + " where key_id = any(:keys) limit :atMost for update skip locked";

    private static final String PUT =
            """
            update intake.quarantined
            set key_id = :keyId, payload = :payload
            where county_code = :county and id = :id
            """;

    private static final String COUNT_OUTDATED =
            """
            select count(*) from intake.quarantined where key_id = any(:keys)
            """;

    private final JdbcClient sql;

    QuarantineStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** False if it is there already. */
    boolean add(Quarantined one) {
        return sql.sql(ADD)
                        .param("county", one.countyCode())
                        .param("id", one.id())
                        .param("path", one.path())
                        .param("system", one.system())
                        .param("externalId", one.externalId())
                        .param("receivedAt", one.receivedAt().atOffset(ZoneOffset.UTC))
                        .param("receivedBy", one.receivedBy())
                        .param("kind", one.kind())
                        .param("theirs", one.theirs())
                        .param("keyId", one.keyId())
                        .param("payload", one.payload())
                        .update()
                == 1;
    }

    List<Quarantined> waiting(int limit) {
        return sql.sql(WAITING).param("limit", limit).query(QuarantineStore::read).list();
    }

    int countWaiting() {
        return sql.sql(COUNT_WAITING).query(Integer.class).single();
    }

    List<Quarantined> waitingFor(String system) {
        return sql.sql(WAITING_FOR).param("system", system).query(QuarantineStore::read).list();
    }

    Optional<Quarantined> waiting(UUID id) {
        return sql.sql(ONE).param("id", id).query(QuarantineStore::read).optional();
    }

    Optional<Quarantined> find(String system, String externalId) {
        return sql.sql(OF_SYSTEM)
                .param("system", system)
                .param("externalId", externalId)
                .query(QuarantineStore::read)
                .optional();
    }

    /** False if somebody has settled it already. */
    boolean settle(Quarantined one, Instant at, String by, @Nullable String caseNo, String reason) {
        return sql.sql(SETTLE)
                        .param("county", one.countyCode())
                        .param("id", one.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("caseNo", caseNo)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    List<Quarantined> outdated(Collection<String> keys, int atMost) {
        return sql.sql(OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .param("atMost", atMost)
                .query(QuarantineStore::read)
                .list();
    }

    void put(Quarantined one) {
        sql.sql(PUT)
                .param("county", one.countyCode())
                .param("id", one.id())
                .param("keyId", one.keyId())
                .param("payload", one.payload())
                .update();
    }

    long countOutdated(Collection<String> keys) {
        return sql.sql(COUNT_OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static Quarantined read(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new Quarantined(
                row.getString("county_code"),
                row.getObject("id", UUID.class),
                row.getString("path"),
                row.getString("system"),
                row.getString("external_id"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("received_by"),
                row.getString("kind"),
                row.getString("theirs"),
                row.getString("key_id"),
                row.getString("payload"),
                settled == null ? null : settled.toInstant(),
                row.getString("case_no"));
    }
}
