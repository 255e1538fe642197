package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Flow;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of all cases, for those who follow it: everything that happened, once. */
@Repository
public class CaseLog implements EventLog<LoggedEvent> {

    private static final TypeReference<Map<String, Object>> CARRIED = new TypeReference<>() {};

    static final String AFTER =
            """
            select e.xid::text::bigint as transaction, e.id, e.county_code, e.case_id, e.version,
                e.step, e.state, e.at, e.recorded_at, e.actor, e.actor_role, e.unit_code, e.note,
                e.carried, f.case_no, f.version as case_version, f.state as case_state, f.source,
                f.source_system, f.reporter, f.matter_code, f.flow, f.condition_no, f.path, f.cell_code,
                f.unit_code as case_unit, f.reported_at, f.due_at, f.held_until,
                f.level, f.awaiting, f.merged_into, i.found is not null as imported
            from cases.case_event e
            join cases.case_file f on f.county_code = e.county_code and f.id = e.case_id
            left join lateral (
                select true as found
                from cases.imported
                where county_code = e.county_code and case_id = e.case_id
                limit 1
            ) i on true
            where (e.xid, e.id) > (:transaction::text::xid8, :id) and e.xid < :below::text::xid8
            order by e.xid, e.id
            limit :limit
            """;

    private static final String BEHIND =
            """
            select count(*) as events, min(recorded_at) as oldest
            from (
                select recorded_at
                from cases.case_event
                where (xid, id) > (:transaction::text::xid8, :id)
                limit :limit
            ) e
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    CaseLog(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<Entry<LoggedEvent>> after(Position position, long below, int atMost) {
        return sql.sql(AFTER)
                .param("transaction", position.transaction())
                .param("id", position.id())
                .param("below", below)
                .param("limit", atMost)
                .query((row, _) ->
                        new Entry<>(
                                new Position(row.getLong("transaction"), row.getLong("id")),
                                event(row)))
                .list();
    }

    @Override
    public Behind behind(Position position) {
        return sql.sql(BEHIND)
                .param("transaction", position.transaction())
                .param("id", position.id())
                .param("limit", Behind.COUNTED)
                .query((row, _) -> new Behind(row.getLong("events"), instant(row, "oldest")))
                .single();
    }

    private LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getLong("id"),
                new CaseKey(row.getString("county_code"), row.getLong("case_id")),
                row.getInt("version"),
                row.getString("step"),
                row.getString("state"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("unit_code"),
                row.getString("note"),
                json.readValue(row.getString("carried"), CARRIED),
                subject(row));
    }

    private static LoggedEvent.Subject subject(ResultSet row) throws SQLException {
        return new LoggedEvent.Subject(
                row.getString("case_no"),
                row.getInt("case_version"),
                row.getString("case_state"),
                row.getString("source"),
                row.getString("source_system"),
                row.getBoolean("imported"),
                row.getString("matter_code"),
                row.getString("flow").equals(Flow.SERVICE.code()),
                row.getObject("condition_no", Integer.class),
                row.getString("path"),
                row.getString("cell_code"),
                row.getString("case_unit"),
                row.getString("reporter"),
                row.getTimestamp("reported_at").toInstant(),
                instant(row, "due_at"),
                instant(row, "held_until"),
                row.getString("level"),
                row.getString("awaiting"),
                row.getObject("merged_into", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
