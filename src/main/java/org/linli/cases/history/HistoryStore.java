package org.linli.cases.history;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.linli.cases.CaseKey;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Stores history in batches. Call it inside a transaction. */
@Repository
class HistoryStore {

    private static final String ONE_AT_A_TIME =
            """
            select pg_advisory_xact_lock(hashtext('cases.history'))
            """;

    private static final Arriving CASES =
            new Arriving(
                    "case_file",
                    """
                    county_code, id, case_no, version, state, flow, source, source_system,
                    external_id, matter_code, matter_version, text, lon, lat, placement, cell_code,
                    path, address, reported_at, reporter, filed_at, refused_at, dispatched_at,
                    unit_code, handled_at, handlers, checked_at, closed_at, due_at, cancelled_at,
                    held_until, self_handled, sampled, dispatches, returns, reworks, reopenings,
                    extensions, rating, times_doubtful
                    """);

    private static final Arriving EVENTS =
            new Arriving(
                    "case_event",
                    """
                    county_code, id, case_id, version, step, state, at, recorded_at, actor,
                    actor_name, actor_role, unit_code, note, carried
                    """);

    private static final Arriving IMPORTED =
            new Arriving(
                    "imported",
                    """
                    county_code, case_id, fingerprint, version, duplicate_of, listed
                    """);

    private static final String CORRECT =
            """
            update cases.case_file
            set version = :version, state = :state, flow = :flow, source = :source,
                matter_code = :matter, matter_version = :matterVersion, text = :text,
                lon = :lon, lat = :lat, placement = :placement,
                cell_code = :cell, path = :path, address = :address, reported_at = :reportedAt,
                filed_at = :filedAt, refused_at = :refusedAt, dispatched_at = :dispatchedAt,
                unit_code = :unit, handled_at = :handledAt, checked_at = :checkedAt,
                closed_at = :closedAt, due_at = :dueAt, cancelled_at = :cancelledAt,
                held_until = :heldUntil, self_handled = :selfHandled, returns = :returns,
                reworks = :reworks, extensions = :extensions, rating = :rating,
                times_doubtful = :timesDoubtful,
                merged_into = case when merged_into is not null and :state = 'MERGED'
                    and :sameSurvivor then merged_into end
            where county_code = :county and id = :id and version = :seen
            """;

    private static final String COPY_SEARCH =
            """
            copy cases.case_search (county_code, case_id, bigrams, spot) from stdin
            """;

    private static final String CORRECT_SEARCH =
            """
            update cases.case_search
            set bigrams = :bigrams, spot = point(:lon::float8, :lat::float8)
            where county_code = :county and case_id = :id
            """;

    private static final String REMEMBER =
            """
            update cases.imported
            set fingerprint = :fingerprint, version = :version, duplicate_of = :duplicateOf
            where county_code = :county and case_id = :id
            """;

    private static final String RELIST =
            """
            update cases.case_file
            set version = :version, state = :state, reporter = :reporter, handlers = :handlers,
                accepted_at = :acceptedAt, found = :found, dispatches = :dispatches,
                reopenings = :reopenings, rated_at = :ratedAt, forced = :forced,
                flow = case when :service then 'service' else flow end
            where county_code = :county and id = :id and version = :seen
            """;

    private static final String REMEMBER_LIST =
            """
            update cases.imported
            set version = :version, listed = true
            where county_code = :county and case_id = :id
            """;

    private static final String FORGET_EVENTS =
            """
            delete from cases.case_event e
            using unnest(:counties::text[], :ids::bigint[]) as wanted (county_code, case_id)
            where e.county_code = wanted.county_code and e.case_id = wanted.case_id
            """;

    /**
     * A duplicate is merged into its survivor once that is no duplicate itself, or is merged
     * already; so two cases that name each other are never merged.
     */
    private static final String MERGE =
            """
            update cases.case_file f
            set merged_into = found.survivor
            from (
                select i.county_code, i.case_id, s.id as survivor
                from cases.imported i
                join cases.case_file d on d.county_code = i.county_code and d.id = i.case_id
                    and d.state = 'MERGED' and d.merged_into is null
                join cases.case_file s on s.county_code = d.county_code
                    and s.source_system = d.source_system and s.external_id = i.duplicate_of
                    and (s.state <> 'MERGED' or s.merged_into is not null)
                where i.duplicate_of is not null
                limit :limit
            ) found
            where f.county_code = found.county_code and f.id = found.case_id
            """;

    private static final String WITHOUT_SURVIVOR =
            """
            select count(*)
            from cases.imported i
            join cases.case_file d on d.county_code = i.county_code and d.id = i.case_id
                and d.state = 'MERGED' and d.merged_into is null
            where i.duplicate_of is not null
            """;

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final DataSource database;
    private final JsonMapper json;

    HistoryStore(
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            DataSource database,
            JsonMapper json) {
        this.sql = sql;
        this.batches = batches;
        this.database = database;
        this.json = json;
    }

    /** Lets nobody else store history until the transaction ends. */
    void lock() {
        sql.sql(ONE_AT_A_TIME).query(rows -> {});
    }

    /** Stores cases for the first time, with their numbers and what happened to them. */
    void add(List<NewPast> added) {
        var rows = new PastRows(json);
        added.forEach(rows::add);
        inOneConnection(connection -> {
            CASES.take(rows.files(), connection);
            rows.search().send(connection, COPY_SEARCH);
            IMPORTED.take(rows.imported(), connection);
            EVENTS.take(rows.events(), connection);
        });
    }

    /**
     * Stores cases whose rows came again with other values.
     *
     * @return those that somebody moved in between; they stay as they are
     */
    List<Corrected> correct(List<Corrected> corrected) {
        return unlessMoved(
                corrected,
                PastParameters::of,
                Corrected::before,
                Corrected::events,
                CORRECT,
                CORRECT_SEARCH,
                REMEMBER);
    }

    /**
     * Puts lists of steps in the place of what was read off the rows.
     *
     * @return those whose case somebody moved in between; they stay as they are
     */
    List<Relisted> relist(List<Relisted> relisted) {
        return unlessMoved(
                relisted,
                PastParameters::of,
                Relisted::before,
                Relisted::events,
                RELIST,
                REMEMBER_LIST);
    }

    /**
     * Changes cases, first their files; where that succeeds, the rest and what happened to them.
     */
    private <T> List<T> unlessMoved(
            List<T> changes,
            Function<T, SqlParameterSource> parameters,
            Function<T, StoredCase> before,
            Function<T, List<PastEvent>> events,
            String first,
            String... then) {
        var moved = batches.batchUpdate(first, all(changes, parameters));
        var stored = new ArrayList<T>();
        var left = new ArrayList<T>();
        for (int i = 0; i < moved.length; i++) {
            (moved[i] == 1 ? stored : left).add(changes.get(i));
        }
        for (var update : then) {
            batches.batchUpdate(update, all(stored, parameters));
        }
        var histories = new LinkedHashMap<CaseKey, List<PastEvent>>();
        stored.forEach(change -> histories.put(before.apply(change).key(), events.apply(change)));
        rewrite(histories);
        return left;
    }

    private static <T> SqlParameterSource[] all(
            List<T> changes, Function<T, SqlParameterSource> parameters) {
        return changes.stream().map(parameters).toArray(SqlParameterSource[]::new);
    }

    private void rewrite(Map<CaseKey, List<PastEvent>> histories) {
        sql.sql(FORGET_EVENTS)
                .param("counties", counties(histories.keySet()))
                .param("ids", ids(histories.keySet()))
                .update();
        var rows = new PastRows(json);
        histories.forEach((key, history) -> history.forEach(event -> rows.add(key, event)));
        inOneConnection(connection -> EVENTS.take(rows.events(), connection));
    }

    /**
     * Merges some of the duplicates whose survivors are here by now.
     *
     * @return how many
     */
    int merge(int limit) {
        return sql.sql(MERGE).param("limit", limit).update();
    }

    /** How many duplicates there are whose survivors are not here, or name each other. */
    long withoutSurvivor() {
        return sql.sql(WITHOUT_SURVIVOR).query(Long.class).single();
    }

    static String[] counties(Collection<CaseKey> keys) {
        return keys.stream().map(CaseKey::countyCode).toArray(String[]::new);
    }

    static Long[] ids(Collection<CaseKey> keys) {
        return keys.stream().map(CaseKey::id).toArray(Long[]::new);
    }

    private void inOneConnection(Consumer<Connection> work) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            work.accept(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
