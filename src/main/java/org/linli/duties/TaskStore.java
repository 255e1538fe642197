package org.linli.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what departments asked of grids, and what the grids answered. */
@Repository
class TaskStore {

    private static final String ADD =
            """
            insert into duties.task (county_code, id, entry, unit_code, title, text, fields,
                area_code, due_on, asked_by, asked_by_name, asked_at)
            values (:county, :id, :entry, :unit, :title, :text, :fields, :area, :dueOn, :askedBy,
                :askedByName, :askedAt)
            """;

    private static final String ASSIGN =
            """
            insert into duties.assignment (county_code, task, grid_code, path, unit_code, due_on,
                minutes, note, answered_by_name)
            select :county, :id, grid.code, grid.path, :unit, :dueOn, grid.minutes, '', ''
            from unnest(:codes::text[], :paths::text[], :minutes::int[])
                as grid (code, path, minutes)
            """;

    /** How many grids, and how many have answered, of those that the caller may see. */
    private static final String LATEST =
            """
            select t.id, t.entry, t.unit_code, t.title, t.text, t.fields, t.area_code, t.due_on,
                t.asked_by_name, t.asked_at, a.grids, a.answered, a.minutes
            from duties.task t
            cross join lateral (
                select count(*) as grids, count(answered_at) as answered, sum(minutes) as minutes
                from duties.assignment
                where county_code = t.county_code and task = t.id
                    and (unit_code = any (:units::text[]) or path ^@ any (:areas::text[]))
            ) a
            where a.grids > 0
            order by a.grids = a.answered, t.due_on, t.id
            limit :atMost
            """;

    private static final String ASSIGNMENTS =
            """
            select task, grid_code, path, done, note, answered_by_name, answered_at
            from duties.assignment
            where task = any (:tasks::uuid[])
                and (unit_code = any (:units::text[]) or path ^@ any (:areas::text[]))
            order by grid_code
            """;

    private static final String OF_GRID =
            """
            select a.path, t.entry
            from duties.assignment a
            join duties.task t on t.county_code = a.county_code and t.id = a.task
            where a.task = :task and a.grid_code = :grid
            """;

    private static final String ANSWER =
            """
            update duties.assignment
            set done = :done, note = :note, answered_by = :by, answered_by_name = :byName,
                answered_at = :now
            where task = :task and grid_code = :grid and answered_at is null
            """;

    private static final String TAKEN =
            """
            select unit_code, grid_code, count(*) as tasks, count(answered_at) as answered,
                sum(minutes) as minutes
            from duties.assignment
            where path ^@ :path and due_on >= :since and due_on < :before
            group by unit_code, grid_code
            """;

    private final JdbcClient sql;

    TaskStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A task as it is given. */
    record NewTask(
            String countyCode,
            UUID id,
            DutyEntry entry,
            String unitCode,
            String title,
            String text,
            List<String> fields,
            String areaCode,
            LocalDate dueOn) {}

    /** A grid that it is given to, and how long it takes there. */
    record Share(String gridCode, String path, int minutes) {}

    /**
     * A task, and how far it has come among the grids that its reader sees.
     *
     * @param minutes what it takes in all of them
     */
    record Given(
            UUID id,
            UUID entry,
            String unitCode,
            String title,
            String text,
            List<String> fields,
            String areaCode,
            LocalDate dueOn,
            String askedByName,
            Instant askedAt,
            int grids,
            int answered,
            long minutes) {}

    /**
     * A task in a grid.
     *
     * @param done null until it is answered
     */
    record InGrid(
            UUID task,
            String gridCode,
            String path,
            @Nullable Boolean done,
            String note,
            String answeredByName,
            @Nullable Instant answeredAt) {}

    /** Where an assignment lies, and the entry it rests on. */
    record Where(String path, UUID entry) {}

    /** What a department took of a grid. */
    record Taken(String unitCode, String gridCode, int tasks, int answered, long minutes) {}

    void add(NewTask task, List<Share> shares, String by, String byName, Instant now) {
        sql.sql(ADD)
                .param("county", task.countyCode())
                .param("id", task.id())
                .param("entry", task.entry().id())
                .param("unit", task.unitCode())
                .param("title", task.title())
                .param("text", task.text())
                .param("fields", task.fields().toArray(String[]::new))
                .param("area", task.areaCode())
                .param("dueOn", task.dueOn())
                .param("askedBy", by)
                .param("askedByName", byName)
                .param("askedAt", now.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql(ASSIGN)
                .param("county", task.countyCode())
                .param("id", task.id())
                .param("unit", task.unitCode())
                .param("dueOn", task.dueOn())
                .param("codes", shares.stream().map(Share::gridCode).toArray(String[]::new))
                .param("paths", shares.stream().map(Share::path).toArray(String[]::new))
                .param("minutes", shares.stream().map(Share::minutes).toArray(Integer[]::new))
                .update();
    }

    /** Those with something to answer first, the most urgent of them first. */
    List<Given> latest(List<String> areas, Set<String> units, int atMost) {
        return sql.sql(LATEST)
                .param("areas", areas.toArray(String[]::new))
                .param("units", units.toArray(String[]::new))
                .param("atMost", atMost)
                .query((row, _) -> given(row))
                .list();
    }

    List<InGrid> assignments(List<UUID> tasks, List<String> areas, Set<String> units) {
        return sql.sql(ASSIGNMENTS)
                .param("tasks", tasks.toArray(UUID[]::new))
                .param("areas", areas.toArray(String[]::new))
                .param("units", units.toArray(String[]::new))
                .query((row, _) -> inGrid(row))
                .list();
    }

    Optional<Where> where(UUID task, String grid) {
        return sql.sql(OF_GRID)
                .param("task", task)
                .param("grid", grid)
                .query((row, _) ->
                        new Where(row.getString("path"), row.getObject("entry", UUID.class)))
                .optional();
    }

    /** Answers for a grid; false if somebody has already. */
    boolean answer(
            UUID task, String grid, boolean done, String note, String by, String name, Instant at) {
        return sql.sql(ANSWER)
                        .param("task", task)
                        .param("grid", grid)
                        .param("done", done)
                        .param("note", note)
                        .param("by", by)
                        .param("byName", name)
                        .param("now", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** What departments asked of the grids of an area, due in a month, by department and grid. */
    List<Taken> taken(String path, LocalDate since, LocalDate before) {
        return sql.sql(TAKEN)
                .param("path", path)
                .param("since", since)
                .param("before", before)
                .query((row, _) ->
                        new Taken(
                                row.getString("unit_code"),
                                row.getString("grid_code"),
                                row.getInt("tasks"),
                                row.getInt("answered"),
                                row.getLong("minutes")))
                .list();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getObject("id", UUID.class),
                row.getObject("entry", UUID.class),
                row.getString("unit_code"),
                row.getString("title"),
                row.getString("text"),
                DutyStore.texts(row, "fields"),
                row.getString("area_code"),
                row.getObject("due_on", LocalDate.class),
                row.getString("asked_by_name"),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("grids"),
                row.getInt("answered"),
                row.getLong("minutes"));
    }

    private static InGrid inGrid(ResultSet row) throws SQLException {
        var at = row.getObject("answered_at", OffsetDateTime.class);
        return new InGrid(
                row.getObject("task", UUID.class),
                row.getString("grid_code"),
                row.getString("path"),
                row.getObject("done", Boolean.class),
                row.getString("note"),
                row.getString("answered_by_name"),
                at == null ? null : at.toInstant());
    }
}
