package org.linli.premises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.geo.Position;
import org.linli.premises.Finding.Result;
import org.linli.premises.Inspection.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps checks of premises, what they found and what was done. */
@Repository
class InspectionStore {

    private static final String ADD =
            """
            insert into premises.inspection (county_code, id, version, state, cell_code, path,
                premises, address, lon, lat, checklist, checklist_version, due_on, planned_by,
                planned_at)
            values (:county, :id, 1, 'PLANNED', :cell, :path, :premises, :address, :lon, :lat,
                :checklist, :checklistVersion, :dueOn, :plannedBy, :plannedAt)
            """;

    private static final String MOVE =
            """
            update premises.inspection
            set version = :version, state = :state, first_visitor = :first, last_visitor = :last
            where county_code = :county and id = :id and version = :version - 1
            """;

    private static final String COLUMNS =
            """
            select county_code, id, version, state, cell_code, path, premises, address, lon, lat,
                checklist, checklist_version, due_on, planned_by, planned_at, first_visitor,
                last_visitor
            from premises.inspection
            """;

    private static final String FIND = COLUMNS + "where id = :id";

    /** Until the transaction ends, nobody else takes a step of this check. */
    private static final String ALONE =
            """
            select pg_advisory_xact_lock(hashtextextended('premises.inspection ' || :id, 0))
            """;

    private static final String OPEN =
            COLUMNS
                    + """
                    where state in ('PLANNED', 'FAULTY') and path ^@ any(:areas)
                    order by due_on, id
                    limit :most
                    """;

    private static final String OVER =
            COLUMNS
                    + """
                    where state not in ('PLANNED', 'FAULTY') and path ^@ any(:areas)
                    order by due_on desc, id
                    limit :most
                    """;

    private static final String PUT_FINDING =
            """
            insert into premises.finding (county_code, inspection, item_no, path, result, note,
                case_no, mended)
            values (:county, :inspection, :itemNo, :path, :result, :note, :caseNo, :mended)
            on conflict (county_code, inspection, item_no) do update set mended = excluded.mended
            """;

    private static final String FINDINGS =
            """
            select item_no, result, note, case_no, mended
            from premises.finding
            where county_code = :county and inspection = :inspection
            order by item_no
            """;

    private static final String ADD_EVENT =
            """
            insert into premises.inspection_event (county_code, inspection, version, path, step, at,
                actor, actor_name, note)
            values (:county, :inspection, :version, :path, :step, :at, :actor, :actorName, :note)
            """;

    private static final String HISTORY =
            """
            select version, step, at, actor, actor_name, note
            from premises.inspection_event
            where county_code = :county and inspection = :inspection
            order by version
            """;

    private final JdbcClient sql;

    InspectionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Something that was done, by whom. */
    record Event(
            int version, String step, Instant at, String actor, String actorName, String note) {}

    void add(Inspection planned) {
        var task = planned.task();
        var position = task.position();
        sql.sql(ADD)
                .param("county", task.countyCode())
                .param("id", planned.id())
                .param("cell", task.cellCode())
                .param("path", task.path())
                .param("premises", task.premises())
                .param("address", task.address())
                .param("lon", position == null ? null : position.longitude(), Types.DOUBLE)
                .param("lat", position == null ? null : position.latitude(), Types.DOUBLE)
                .param("checklist", task.checklist())
                .param("checklistVersion", task.checklistVersion())
                .param("dueOn", task.dueOn())
                .param("plannedBy", task.plannedBy())
                .param("plannedAt", Timestamp.from(task.plannedAt()))
                .update();
    }

    /**
     * Stores a check as a step left it.
     *
     * @return false if somebody else took a step in between; nothing is stored then
     */
    boolean move(Inspection moved) {
        var stored =
                sql.sql(MOVE)
                                .param("county", moved.task().countyCode())
                                .param("id", moved.id())
                                .param("version", moved.version())
                                .param("state", moved.state().name())
                                .param("first", moved.first(), Types.VARCHAR)
                                .param("last", moved.last(), Types.VARCHAR)
                                .update()
                        == 1;
        if (stored) {
            moved.findings().forEach(finding -> put(moved, finding));
        }
        return stored;
    }

    void add(Inspection after, Event event) {
        sql.sql(ADD_EVENT)
                .param("county", after.task().countyCode())
                .param("inspection", after.id())
                .param("version", event.version())
                .param("path", after.task().path())
                .param("step", event.step())
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor())
                .param("actorName", event.actorName())
                .param("note", event.note())
                .update();
    }

    Optional<Inspection> find(UUID id) {
        return sql.sql(FIND).param("id", id).query((row, _) -> read(row)).optional();
    }

    /** Lets nobody else take a step of a check until the transaction ends. */
    void lock(UUID id) {
        sql.sql(ALONE).param("id", id.toString()).query((_, _) -> true).single();
    }

    /** Those that somebody has to go to, the most urgent first; or those that are over. */
    List<Inspection> list(boolean open, List<String> areaPaths, int most) {
        return sql.sql(open ? OPEN : OVER)
                .param("areas", areaPaths.toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    List<Event> history(Inspection inspection) {
        return sql.sql(HISTORY)
                .param("county", inspection.task().countyCode())
                .param("inspection", inspection.id())
                .query((row, _) ->
                        new Event(
                                row.getInt("version"),
                                row.getString("step"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("actor"),
                                row.getString("actor_name"),
                                row.getString("note")))
                .list();
    }

    private void put(Inspection inspection, Finding finding) {
        sql.sql(PUT_FINDING)
                .param("county", inspection.task().countyCode())
                .param("inspection", inspection.id())
                .param("itemNo", finding.itemNo())
                .param("path", inspection.task().path())
                .param("result", finding.result().code())
                .param("note", finding.note())
                .param("caseNo", finding.caseNo(), Types.VARCHAR)
                .param("mended", finding.mended(), Types.BOOLEAN)
                .update();
    }

    private Inspection read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var county = row.getString("county_code");
        var task =
                new Task(
                        county,
                        row.getString("cell_code"),
                        row.getString("path"),
                        row.getString("premises"),
                        row.getString("address"),
                        position(row),
                        row.getString("checklist"),
                        row.getInt("checklist_version"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("planned_by"),
                        row.getTimestamp("planned_at").toInstant());
        return new Inspection(
                id,
                task,
                row.getInt("version"),
                InspectionState.valueOf(row.getString("state")),
                row.getString("first_visitor"),
                row.getString("last_visitor"),
                findings(county, id));
    }

    private List<Finding> findings(String county, UUID id) {
        return sql.sql(FINDINGS)
                .param("county", county)
                .param("inspection", id)
                .query((row, _) ->
                        new Finding(
                                row.getInt("item_no"),
                                Result.valueOf(row.getString("result").toUpperCase(Locale.ROOT)),
                                row.getString("note"),
                                row.getString("case_no"),
                                row.getObject("mended", Boolean.class)))
                .list();
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        var longitude = row.getObject("lon", Double.class);
        var latitude = row.getObject("lat", Double.class);
        return longitude == null || latitude == null ? null : new Position(longitude, latitude);
    }
}
