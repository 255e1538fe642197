package org.linli.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
            select first_no, events, leaves, head, below, epoch
            from audit.seal
            order by first_no desc
            limit 1
            """;

    private static final String AFTER =
            """
            select first_no, events, leaves, head, below, epoch
            from audit.seal
            where first_no > :no
            order by first_no
            limit :limit
            """;

    private static final String HORIZON =
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            """;

    private static final String EVENT =
            """
            select e.id, e.xid::text::bigint as transaction, e.at, e.actor, e.act, e.kind, e.object,
                e.subject, e.purpose, e.result, e.records, e.request
            from audit.event e
            """;

    /** In the order of transactions, which is nearly that of time. */
    private static final String SINCE =
            EVENT
                    + """
                    where e.xid >= :from::text::xid8 and e.xid < :below::text::xid8
                    order by e.xid, e.id
                    limit :limit
                    """;

    private static final String NOT_SEALED =
            EVENT
                    + """
                    where e.xid < :below::text::xid8
                        and not exists (
                            select from (select unnest(events) as id from audit.seal) s
                            where s.id = e.id)
                    order by e.xid, e.id
                    limit :limit
                    """;

    private static final String BY_ID =
            EVENT
                    + """
                    where e.id = any(:ids)
                    """;

    private static final String SEAL =
            """
            insert into audit.seal
                (first_no, last_no, events, leaves, head, below, epoch, at)
            values (:first, :last, :events, :leaves, :head, :below, :epoch, :at)
            """;

    private static final String OLDEST_UNSEALED =
            """
            select at
            from audit.event
            where xid >= :from::text::xid8
            order by xid, id
            limit 1
            """;

    private static final String NEXT_TRANSACTION =
            """
            select pg_snapshot_xmax(pg_current_snapshot())::text::bigint
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

    /** Below this transaction everything is committed that ever will be. */
    long horizon() {
        return sql.sql(HORIZON).query(Long.class).single();
    }

    /** Events of transactions from one on, below another. */
    List<Recorded> since(long from, long below, int limit) {
        return sql.sql(SINCE)
                .param("from", from)
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    /** Events of transactions below this one that no seal holds. */
    List<Recorded> notSealed(long below, int limit) {
        return sql.sql(NOT_SEALED)
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    /** Those of these events that are there. */
    Map<Long, Recorded> events(List<Long> ids) {
        return sql
                .sql(BY_ID)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> event(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Recorded::id, Function.identity()));
    }

    void add(Seal seal, Instant now) {
        sql.sql(SEAL)
                .param("first", seal.first())
                .param("last", seal.last())
                .param("events", seal.events().toArray(Long[]::new))
                .param("leaves", seal.leaves())
                .param("head", seal.head())
                .param("below", seal.below())
                .param("epoch", seal.epoch())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When the oldest event of transactions from this one on happened; empty if there is none. */
    Optional<Instant> oldestSince(long from) {
        return sql.sql(OLDEST_UNSEALED)
                .param("from", from)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** An event of a transaction that has not been; empty if there is none, as it should be. */
    Optional<Recorded> fromTheFuture(long transaction) {
        return since(transaction, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The number that no transaction has yet. */
    long nextTransaction() {
        return sql.sql(NEXT_TRANSACTION).query(Long.class).single();
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
                List.of((Long[]) row.getArray("events").getArray()),
                row.getBytes("leaves"),
                row.getBytes("head"),
                row.getLong("below"),
                row.getInt("epoch"));
    }

    private static Recorded event(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("id"),
                row.getLong("transaction"),
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
