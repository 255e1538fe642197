package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps when somebody is to know of what, each kind of waiting in a table of its own. */
abstract class DueStore {

    /** What has fallen due, and the event that tells of it. */
    record Fallen(Due due, Object news) {}

    /**
     * How it is kept in a table.
     *
     * @param put stores {@code :rows}, those before {@code :known} as settled by {@code :now}
     * @param forget what is to come of {@code :keys}
     * @param forgetAll whatever the log says again
     * @param fallen at most {@code :limit} due by {@code :now}, locked, as {@link Due} names them
     * @param settle by any column of a {@link Due}, and whether it is {@code :told}
     */
    record Statements(String put, String forget, String forgetAll, String fallen, String settle) {}

    final JdbcClient sql;
    final JsonMapper json;

    private final Statements statements;

    DueStore(JdbcClient sql, JsonMapper json, Statements statements) {
        this.sql = sql;
        this.json = json;
        this.statements = statements;
    }

    /** The event that tells of what has fallen due. */
    abstract Object news(Due due, ResultSet row) throws SQLException;

    /**
     * @param known what fell due before this is known otherwise, and settled at once
     */
    void put(List<Due> due, Instant known, Instant now) {
        sql.sql(statements.put())
                .param("rows", json.writeValueAsString(due))
                .param("known", Timestamp.from(known))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Nothing is to come any more of these cases. */
    void forget(Collection<CaseKey> keys) {
        sql.sql(statements.forget()).param("keys", json.writeValueAsString(keys)).update();
    }

    void forgetAll() {
        sql.sql(statements.forgetAll()).update();
    }

    /**
     * What has fallen due by now and nobody else is about to settle, unless its case has moved on
     * while the log is behind.
     */
    List<Fallen> fallen(Instant now, int atMost) {
        return sql.sql(statements.fallen())
                .param("now", Timestamp.from(now))
                .param("limit", atMost)
                .query((row, _) -> fallen(row))
                .list();
    }

    void settle(Due due, boolean told, Instant now) {
        sql.sql(statements.settle())
                .param("county", due.countyCode())
                .param("id", due.caseId())
                .param("kind", due.kind())
                .param("startedAt", Timestamp.from(due.startedAt()))
                .param("at", Timestamp.from(due.at()))
                .param("told", told)
                .param("now", Timestamp.from(now))
                .update();
    }

    private Fallen fallen(ResultSet row) throws SQLException {
        var due =
                new Due(
                        row.getString("county_code"),
                        row.getLong("case_id"),
                        row.getString("kind"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("due_at").toInstant());
        return new Fallen(due, news(due, row));
    }
}
