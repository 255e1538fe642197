package org.linli.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is told of cases, in the order in which it was done. */
@Repository
class CaseEventStore {

    private static final String LAST_TOLD =
            """
            select max(at) from cases.case_event where county_code = :county and case_id = :id
            """;

    private static final String HISTORY =
            """
            select id, version, step, state, at, recorded_at, actor, actor_name, actor_role,
                unit_code, note, carried
            from cases.case_event
            where county_code = :county and case_id = :id
            order by version
            """;

    private static final String HISTORIES =
            """
            select county_code, case_id, e.id, version, step, state, at, recorded_at, actor,
                actor_name, actor_role, unit_code, note, carried
            from cases.case_event e
            join unnest(:counties::text[], :ids::bigint[]) as wanted (county_code, case_id)
                using (county_code, case_id)
            order by county_code, case_id, version
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    CaseEventStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** When the latest of what is told of a case was done. */
    Instant lastToldAt(CaseKey key) {
        return sql.sql(LAST_TOLD)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    List<CaseEvent> history(CaseKey key) {
        return sql.sql(HISTORY)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, number) -> CaseColumns.event(row, json))
                .list();
    }

    Map<CaseKey, List<CaseEvent>> histories(Collection<CaseKey> keys) {
        var histories = new HashMap<CaseKey, List<CaseEvent>>();
        CaseStore.among(keys, sql.sql(HISTORIES))
                .query(row -> {
                    var key = new CaseKey(row.getString("county_code"), row.getLong("case_id"));
                    histories
                            .computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(CaseColumns.event(row, json));
                });
        return histories;
    }
}
