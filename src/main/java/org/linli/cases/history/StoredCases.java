package org.linli.cases.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.linli.cases.CaseKey;
import org.linli.cases.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds the cases that are here already, told as rows of a history file would tell them. */
@Repository
class StoredCases {

    /** Jumps from county to county along the index. */
    private static final String COUNTIES =
            """
            with recursive county (code) as (
                select min(county_code) from cases.case_file
                union all
                select (select min(f.county_code) from cases.case_file f
                    where f.county_code > county.code)
                from county where county.code is not null
            )
            select code from county where code is not null
            """;

    private static final String AS_A_ROW =
            """
            select f.county_code, f.id, f.case_no, f.version, f.state, f.source_system,
                f.external_id, f.source, f.matter_code, f.text, f.lon, f.lat, f.placement,
                f.cell_code, f.path, f.address, f.reported_at, f.filed_at, f.refused_at,
                f.dispatched_at, f.unit_code, f.handled_at, f.checked_at, f.closed_at, f.due_at,
                f.self_handled, f.cancelled_at, f.rating, f.returns, f.reworks, f.extensions,
                f.held_until, m.case_no as survivor_no, m.source_system as survivor_system,
                m.external_id as survivor_id, i.fingerprint, i.version as imported_version,
                i.listed, i.duplicate_of
            """;

    private static final String WITH_IMPORT =
            """
            left join cases.imported i on i.county_code = f.county_code and i.case_id = f.id
            left join cases.case_file m
                on m.county_code = f.county_code and m.id = f.merged_into
            """;

    private static final String BY_ORIGIN =
            AS_A_ROW
                    + """
                    from unnest(:systems::text[], :names::text[]) as wanted (system, name)
                    join cases.case_file f
                        on f.source_system = wanted.system and f.external_id = wanted.name
                    """
                    + WITH_IMPORT;

    private static final String BY_NUMBER =
            AS_A_ROW
                    + """
                    from unnest(:counties::text[], :ids::bigint[], :numbers::text[])
                        as wanted (county_code, id, case_no)
                    join cases.case_file f
                        on f.county_code = wanted.county_code and f.id = wanted.id
                        and f.case_no = wanted.case_no and f.source_system is null
                    """
                    + WITH_IMPORT;

    private static final String IN_ORDER =
            AS_A_ROW
                    + """
                    from cases.case_file f
                    """
                    + WITH_IMPORT
                    + """
                    where f.county_code = :county and f.id > :after
                    order by f.id
                    limit :limit
                    """;

    private static final String EVENTS =
            """
            select e.county_code, e.case_id, e.id, e.version, e.step, e.state, e.at,
                e.recorded_at, e.actor, e.actor_name, e.actor_role, e.unit_code, e.note, e.carried
            from unnest(:counties::text[], :ids::bigint[]) as wanted (county_code, case_id)
            join cases.case_event e
                on e.county_code = wanted.county_code and e.case_id = wanted.case_id
            order by e.county_code, e.case_id, e.version
            """;

    private static final TypeReference<Map<String, Object>> CARRIED = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    StoredCases(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The counties that have cases. */
    List<String> counties() {
        return sql.sql(COUNTIES).query((row, _) -> row.getString("code")).list();
    }

    /** Those of the named cases that are here. */
    Map<Origin, StoredCase> find(Collection<Origin> origins) {
        var found = new HashMap<Origin, StoredCase>();
        var systems = origins.stream().map(Origin::system).toArray(String[]::new);
        var names = origins.stream().map(Origin::caseId).toArray(String[]::new);
        sql.sql(BY_ORIGIN)
                .param("systems", systems)
                .param("names", names)
                .query(StoredRow::read)
                .list()
                .forEach(stored -> found.put(stored.past().origin(), stored));
        var numbers =
                origins.stream()
                        .filter(origin -> origin.system().equals(Origin.LINLI))
                        .map(Origin::caseId)
                        .filter(number -> CaseNumber.key(number).isPresent())
                        .toList();
        var keys = numbers.stream().flatMap(number -> CaseNumber.key(number).stream()).toList();
        if (!keys.isEmpty()) {
            sql.sql(BY_NUMBER)
                    .param("counties", HistoryStore.counties(keys))
                    .param("ids", HistoryStore.ids(keys))
                    .param("numbers", numbers.toArray(String[]::new))
                    .query(StoredRow::read)
                    .list()
                    .forEach(stored -> found.putIfAbsent(stored.past().origin(), stored));
        }
        return found;
    }

    /** Hands over the cases of a county in the order of their ids, so many at a time. */
    void eachBatch(String county, int size, Consumer<List<StoredCase>> taker) {
        var last = Long.MIN_VALUE;
        var batch = after(county, last, size);
        while (!batch.isEmpty()) {
            taker.accept(batch);
            last = batch.getLast().key().id();
            batch = after(county, last, size);
        }
    }

    private List<StoredCase> after(String county, long id, int limit) {
        return sql.sql(IN_ORDER)
                .param("county", county)
                .param("after", id)
                .param("limit", limit)
                .query(StoredRow::read)
                .list();
    }

    /** Everything that happened to these cases, in order; cases without any are not there. */
    Map<CaseKey, List<PastEvent>> events(Collection<CaseKey> keys) {
        var events = new HashMap<CaseKey, List<PastEvent>>();
        sql.sql(EVENTS)
                .param("counties", HistoryStore.counties(keys))
                .param("ids", HistoryStore.ids(keys))
                .query(row -> {
                    var key = new CaseKey(row.getString("county_code"), row.getLong("case_id"));
                    events.computeIfAbsent(key, _ -> new ArrayList<>()).add(event(row));
                });
        return events;
    }

    private PastEvent event(ResultSet row) throws SQLException {
        return new PastEvent(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("step"),
                row.getString("state"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("actor_role"),
                row.getString("unit_code"),
                row.getString("note"),
                json.readValue(row.getString("carried"), CARRIED));
    }
}
