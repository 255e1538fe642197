package org.linli.cases.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Sorts the rows of a file by case in a temporary table of one connection, since the steps of a
 * case may stand anywhere in the file, and the file may be larger than the memory.
 */
final class ListedSteps {

    private static final String BEGIN =
            """
            create temporary table listed_step (system text collate "C", name text collate "C",
                seq bigint, row bigint, at timestamptz, step text, actor_role text, staff_id text,
                unit_code text, note text, state text, details text)
            """;

    private static final String COPY =
            """
            copy listed_step (system, name, seq, row, at, step, actor_role, staff_id, unit_code,
                note, state, details)
            from stdin
            """;

    private static final String SORT =
            """
            create index listed_step_in_order on listed_step (system, name, seq, row)
            """;

    private static final String NEXT =
            """
            with page as (
                select system, name from listed_step
                where (system, name) > (:system, :name)
                group by system, name
                order by system, name
                limit :limit
            )
            select s.system, s.name, s.seq, s.row, s.at, s.step, s.actor_role, s.staff_id,
                s.unit_code, s.note, s.state, s.details
            from page join listed_step s on s.system = page.system and s.name = page.name
            order by s.system, s.name, s.seq, s.row
            """;

    private static final String END =
            """
            drop table if exists listed_step
            """;

    private final Connection connection;
    private final StepDetails details;
    private final JdbcClient sql;

    /**
     * @param connection nobody else's until the end
     */
    ListedSteps(Connection connection, StepDetails details) {
        this.connection = connection;
        this.details = details;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    void begin() {
        end();
        sql.sql(BEGIN).update();
    }

    void add(Map<ListedStep, Origin> steps) {
        var rows = new CopyText();
        steps.forEach((step, origin) ->
                rows.add(origin.system())
                        .add(origin.caseId())
                        .add(step.seq())
                        .add(step.row())
                        .add(step.at())
                        .add(step.kind() == null ? null : step.kind().code())
                        .add(step.actorRole())
                        .add(step.staffId())
                        .add(step.unitCode())
                        .add(step.note())
                        .add(step.state())
                        .add(details.cell(step.details()))
                        .endRow());
        rows.send(connection, COPY);
    }

    void sort() {
        sql.sql(SORT).update();
    }

    /** The lists of the next cases, each in the order of its steps; none at the end. */
    SequencedMap<Origin, List<ListedStep>> next(@Nullable Origin after, int limit) {
        var lists = new LinkedHashMap<Origin, List<ListedStep>>();
        sql.sql(NEXT)
                .param("system", after == null ? "" : after.system())
                .param("name", after == null ? "" : after.caseId())
                .param("limit", limit)
                .query(row -> {
                    var origin = new Origin(row.getString("system"), row.getString("name"));
                    lists.computeIfAbsent(origin, _ -> new ArrayList<>()).add(step(row));
                });
        return lists;
    }

    void end() {
        sql.sql(END).update();
    }

    private ListedStep step(ResultSet row) throws SQLException {
        var step = row.getString("step");
        return new ListedStep(
                row.getLong("row"),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                step == null ? null : StepKind.BY_CODE.get(step),
                row.getString("actor_role"),
                row.getString("staff_id"),
                row.getString("unit_code"),
                row.getString("note"),
                row.getString("state"),
                details.read(row.getString("details")).orElseThrow());
    }
}
