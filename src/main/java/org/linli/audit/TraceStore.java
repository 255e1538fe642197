package org.linli.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds events in {@code audit.event}. */
@Repository
class TraceStore {

    private static final String FIND =
            """
            select e.id, e.at, e.actor, e.act, e.kind, e.object,
                e.subject, e.purpose, e.result, e.records, e.request,
                e.xid < (
                    select coalesce(max(below), 0)::text::xid8
                    from (select below from audit.seal order by first_no desc limit 1) last
                ) as sealed
            from audit.event e
            where e.id < :before
                and (:actor::text is null or e.actor = :actor)
                and (:object::text is null or e.object = :object)
                and (:from::timestamptz is null or e.at >= :from)
                and (:to::timestamptz is null or e.at < :to)
            order by e.id desc
            limit :limit
            """;

    private final JdbcClient sql;

    TraceStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Trace> find(TraceFilter filter) {
        return sql.sql(FIND)
                .param("before", filter.before())
                .param("actor", filter.actor())
                .param("object", filter.object())
                .param("from", time(filter.from()))
                .param("to", time(filter.to()))
                .param("limit", filter.limit())
                .query((row, _) -> trace(row))
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Trace trace(ResultSet row) throws SQLException {
        var request = row.getBytes("request");
        return new Trace(
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
                request == null ? null : HexFormat.of().formatHex(request),
                row.getBoolean("sealed"));
    }
}
