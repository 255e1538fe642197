package org.linli.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the trail as it stands, and adds its seals. */
@Repository
class SealStore {

    /** An id of our own among the advisory locks. */
    private static final long LOCK = 0x6C696E6C69L;

    private static final String ALONE =
            """
            select pg_try_advisory_xact_lock(:lock)
            """;

    private static final String DATABASE =
            """
            select id from audit.trail
            """;

    private static final String LAST =
            """
            select first_no, last_no, below::text as below, leaves, head
            from audit.seal
            order by first_no desc
            limit 1
            """;

    private static final String AFTER =
            """
            select first_no, last_no, below::text as below, leaves, head
            from audit.seal
            where first_no > :no
            order by first_no
            limit :limit
            """;

    /** Up to here all is committed that ever will be; a transaction is sealed whole. */
    private static final String HORIZON =
            """
            select least(
                pg_snapshot_xmin(pg_current_snapshot()),
                coalesce(
                    (
                        select ((xid::text::bigint + 1)::text)::xid8
                        from audit.event
                        where xid >= :from::xid8
                        order by xid
                        offset :most
                        limit 1),
                    pg_snapshot_xmin(pg_current_snapshot())))::text
            """;

    private static final String EVENT =
            """
            select e.xid::text as transaction, e.id, e.at, e.actor, e.act, e.kind, e.object,
                e.subject, e.purpose, e.result, e.records, e.request
            from audit.event e
            """;

    private static final String BETWEEN =
            EVENT
                    + """
                    where xid >= :from::xid8 and xid < :below::xid8
                    order by xid, id
                    """;

    private static final String PAGE =
            EVENT
                    + """
                    where (xid, id) > (:xid::xid8, :id)
                    order by xid, id
                    limit :limit
                    """;

    private static final String SEAL =
            """
            insert into audit.seal (first_no, last_no, below, leaves, head, at)
            values (:first, :last, :below::xid8, :leaves, :head, :at)
            """;

    private static final String OLDEST_UNSEALED =
            """
            select at
            from audit.event
            where xid >= coalesce(
                (select below from audit.seal order by first_no desc limit 1), '0'::xid8)
            order by xid, id
            limit 1
            """;

    private static final String NEXT_TRANSACTION =
            """
            select pg_snapshot_xmax(pg_current_snapshot())::text
            """;

    private static final String CHECKPOINT =
            """
            insert into audit.checkpoint (signer, no, line)
            values (:signer, :no, :line)
            on conflict (signer, no) do nothing
            """;

    private static final String CHECKPOINTS =
            """
            select signer, no, line from audit.checkpoint order by signer, no
            """;

    private final JdbcClient sql;

    SealStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether nobody else seals; holds until the transaction ends. */
    boolean alone() {
        return sql.sql(ALONE).param("lock", LOCK).query(Boolean.class).single();
    }

    /** Which database this is; empty if somebody has wiped even that. */
    Optional<UUID> database() {
        return sql.sql(DATABASE).query(UUID.class).optional();
    }

    Optional<Seal> last() {
        return sql.sql(LAST).query((row, _) -> seal(row)).optional();
    }

    /** Seals whose first event comes after this number, in order. */
    List<Seal> sealsAfter(long no, int limit) {
        return sql.sql(AFTER)
                .param("no", no)
                .param("limit", limit)
                .query((row, _) -> seal(row))
                .list();
    }

    /**
     * Below which transaction everything is committed that ever will be.
     *
     * @param from the first transaction that is not sealed
     * @param most about so many events, if there are more
     */
    String horizon(String from, int most) {
        return sql.sql(HORIZON)
                .param("from", from)
                .param("most", most)
                .query(String.class)
                .single();
    }

    List<Recorded> between(String from, String below) {
        return sql.sql(BETWEEN)
                .param("from", from)
                .param("below", below)
                .query((row, _) -> event(row))
                .list();
    }

    /** Events after this one, in the order they are sealed in. */
    List<Recorded> page(String xid, long id, int limit) {
        return sql.sql(PAGE)
                .param("xid", xid)
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    void add(Seal seal, Instant now) {
        sql.sql(SEAL)
                .param("first", seal.first())
                .param("last", seal.last())
                .param("below", seal.below())
                .param("leaves", seal.leaves())
                .param("head", seal.head())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When the oldest event happened that is not sealed; empty if all are. */
    Optional<Instant> oldestUnsealed() {
        return sql.sql(OLDEST_UNSEALED)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The number that no transaction has yet. */
    String nextTransaction() {
        return sql.sql(NEXT_TRANSACTION).query(String.class).single();
    }

    void add(byte[] signer, Checkpoint checkpoint) {
        sql.sql(CHECKPOINT)
                .param("signer", signer)
                .param("no", checkpoint.no())
                .param("line", checkpoint.hash())
                .update();
    }

    /** What the database was told of checkpoints, by signer and number. */
    List<Witnessed> witnessed() {
        return sql.sql(CHECKPOINTS)
                .query((row, _) ->
                        new Witnessed(
                                HexFormat.of().formatHex(row.getBytes("signer")),
                                row.getLong("no"),
                                HexFormat.of().formatHex(row.getBytes("line"))))
                .list();
    }

    /**
     * A checkpoint as the database was told of it.
     *
     * @param line SHA-256 of its line, in hex
     */
    record Witnessed(String signer, long no, String line) {}

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("first_no"),
                row.getLong("last_no"),
                row.getString("below"),
                row.getBytes("leaves"),
                row.getBytes("head"));
    }

    private static Recorded event(ResultSet row) throws SQLException {
        return new Recorded(
                row.getString("transaction"),
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("kind"),
                row.getString("object"),
                row.getString("subject"),
                row.getString("purpose"),
                row.getString("result"),
                row.getInt("records"),
                row.getBytes("request"));
    }
}
