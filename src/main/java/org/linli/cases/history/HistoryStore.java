package org.linli.cases.history;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Bigrams;
import org.linli.cases.CaseKey;
import org.linli.cases.history.PastCase.Report;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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

    private static final String COPY_CASES =
            """
            copy cases.case_file (county_code, id, case_no, version, state, flow, source,
                source_system, external_id, matter_code, matter_version, text, lon, lat,
                placement, cell_code, path, address, reported_at, reporter, filed_at, refused_at,
                dispatched_at, unit_code, handled_at, handlers, checked_at, closed_at, due_at,
                cancelled_at, held_until, self_handled, sampled, dispatches, returns, reworks,
                reopenings, extensions, rating, times_doubtful)
            from stdin
            """;

    private static final String COPY_NUMBERS =
            """
            copy cases.case_number (case_no, county_code, case_id) from stdin
            """;

    private static final String COPY_EVENTS =
            """
            copy cases.case_event (county_code, id, case_id, version, step, state, at, recorded_at,
                actor, actor_name, actor_role, unit_code, note, carried)
            from stdin
            """;

    private static final String COPY_IMPORTED =
            """
            copy cases.imported (county_code, case_id, fingerprint, version, duplicate_of, listed)
            from stdin
            """;

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
                reopenings = :reopenings, rated_at = :ratedAt
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
        var files = new CopyText();
        var search = new CopyText();
        var numbers = new CopyText();
        var imported = new CopyText();
        var events = new CopyText();
        for (var past : added) {
            var key = past.key();
            file(files, past);
            search(search, past);
            numbers.add(past.caseNo()).add(key.countyCode()).add(key.id()).endRow();
            imported.add(key.countyCode())
                    .add(key.id())
                    .add(past.told().hex())
                    .add(past.version())
                    .add(past.past().outcome().duplicateOf())
                    .add(false)
                    .endRow();
            past.events().forEach(event -> event(events, key, event));
        }
        inOneConnection(connection -> {
            files.send(connection, COPY_CASES);
            search.send(connection, COPY_SEARCH);
            numbers.send(connection, COPY_NUMBERS);
            imported.send(connection, COPY_IMPORTED);
            events.send(connection, COPY_EVENTS);
        });
    }

    /**
     * Stores cases whose rows came again with other values.
     *
     * @return for each whether it was stored; not if somebody moved the case in between
     */
    boolean[] correct(List<Corrected> corrected) {
        var rows = corrected.stream().map(HistoryStore::parameters).toList();
        var moved = batches.batchUpdate(CORRECT, rows.toArray(SqlParameterSource[]::new));
        var stored = new boolean[moved.length];
        var histories = new HashMap<CaseKey, List<PastEvent>>();
        for (int i = 0; i < moved.length; i++) {
            stored[i] = moved[i] == 1;
            if (stored[i]) {
                histories.put(corrected.get(i).before().key(), corrected.get(i).events());
            }
        }
        batches.batchUpdate(CORRECT_SEARCH, rows.toArray(SqlParameterSource[]::new));
        batches.batchUpdate(REMEMBER, rows.toArray(SqlParameterSource[]::new));
        rewrite(histories);
        return stored;
    }

    /** Puts lists of steps in the place of what was read off the rows. */
    void relist(List<StepLists.Relisted> relisted) {
        if (relisted.isEmpty()) {
            return;
        }
        var rows =
                relisted.stream().map(HistoryStore::parameters).toArray(SqlParameterSource[]::new);
        batches.batchUpdate(RELIST, rows);
        batches.batchUpdate(REMEMBER_LIST, rows);
        var histories = new HashMap<CaseKey, List<PastEvent>>();
        relisted.forEach(list -> histories.put(list.before().key(), list.events()));
        rewrite(histories);
    }

    /** Puts other events in the place of those the cases had. */
    void rewrite(Map<CaseKey, List<PastEvent>> histories) {
        sql.sql(FORGET_EVENTS)
                .param("counties", counties(histories.keySet()))
                .param("ids", ids(histories.keySet()))
                .update();
        var events = new CopyText();
        histories.forEach((key, history) -> history.forEach(event -> event(events, key, event)));
        inOneConnection(connection -> events.send(connection, COPY_EVENTS));
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

    private void event(CopyText events, CaseKey key, PastEvent event) {
        events.add(key.countyCode())
                .add(event.id())
                .add(key.id())
                .add(event.version())
                .add(event.step())
                .add(event.state())
                .add(event.at())
                .add(event.recordedAt())
                .add(event.actor())
                .add(event.actorName())
                .add(event.actorRole())
                .add(event.unitCode())
                .add(event.note())
                .add(event.carried().isEmpty() ? "{}" : json.writeValueAsString(event.carried()))
                .endRow();
    }

    private static void file(CopyText files, NewPast past) {
        var row = past.past();
        var report = row.report();
        var times = row.times();
        var outcome = row.outcome();
        files.add(past.key().countyCode())
                .add(past.key().id())
                .add(past.caseNo())
                .add(past.version())
                .add(past.state())
                .add(past.filing().flow())
                .add(report.source().code())
                .add(row.origin().system())
                .add(row.origin().caseId())
                .add(report.matterCode())
                .add(past.filing().version())
                .add(report.text())
                .add(longitude(report))
                .add(latitude(report))
                .add(past.place().placement())
                .add(past.place().cellCode())
                .add(past.place().path())
                .add(report.address())
                .add(times.reportedAt())
                .add(PastEvent.NOBODY)
                .add(times.filedAt())
                .add(times.refusedAt())
                .add(times.dispatchedAt())
                .add(outcome.unitCode())
                .add(times.handledAt())
                .array(List.of())
                .add(times.checkedAt())
                .add(times.closedAt())
                .add(times.dueAt())
                .add(times.cancelledAt())
                .add(times.heldUntil())
                .add(outcome.selfHandled())
                .add(false)
                .add(times.dispatchedAt() == null ? 0 : outcome.returns() + 1)
                .add(outcome.returns())
                .add(outcome.reworks())
                .add(0)
                .add(outcome.extensions())
                .add(outcome.rating())
                .add(Unfolding.timesDoubtful(row))
                .endRow();
    }

    private static SqlParameterSource parameters(Corrected corrected) {
        var after = corrected.after();
        var report = after.report();
        var times = after.times();
        var outcome = after.outcome();
        var before = corrected.before();
        return new MapSqlParameterSource()
                .addValue("county", before.key().countyCode())
                .addValue("id", before.key().id())
                .addValue("seen", before.version())
                .addValue("version", corrected.events().getLast().version())
                .addValue("state", corrected.events().getLast().state())
                .addValue("flow", corrected.filing().flow())
                .addValue("source", report.source().code())
                .addValue("matter", report.matterCode())
                .addValue("matterVersion", corrected.filing().version())
                .addValue("text", report.text())
                .addValue("bigrams", bigrams(report).toArray(String[]::new))
                .addValue("lon", longitude(report))
                .addValue("lat", latitude(report))
                .addValue("placement", corrected.place().placement().name())
                .addValue("cell", corrected.place().cellCode())
                .addValue("path", corrected.place().path())
                .addValue("address", report.address())
                .addValue("reportedAt", timestamp(times.reportedAt()))
                .addValue("filedAt", timestamp(times.filedAt()))
                .addValue("refusedAt", timestamp(times.refusedAt()))
                .addValue("dispatchedAt", timestamp(times.dispatchedAt()))
                .addValue("unit", outcome.unitCode())
                .addValue("handledAt", timestamp(times.handledAt()))
                .addValue("checkedAt", timestamp(times.checkedAt()))
                .addValue("closedAt", timestamp(times.closedAt()))
                .addValue("dueAt", timestamp(times.dueAt()))
                .addValue("cancelledAt", timestamp(times.cancelledAt()))
                .addValue("heldUntil", timestamp(times.heldUntil()))
                .addValue("selfHandled", outcome.selfHandled())
                .addValue("returns", outcome.returns())
                .addValue("reworks", outcome.reworks())
                .addValue("extensions", outcome.extensions())
                .addValue("rating", outcome.rating())
                .addValue("timesDoubtful", Unfolding.timesDoubtful(after))
                .addValue("sameSurvivor", corrected.sameSurvivor())
                .addValue("fingerprint", corrected.told().hex())
                .addValue("duplicateOf", outcome.duplicateOf());
    }

    private static SqlParameterSource parameters(StepLists.Relisted relisted) {
        var known = relisted.known();
        return new MapSqlParameterSource()
                .addValue("county", relisted.before().key().countyCode())
                .addValue("id", relisted.before().key().id())
                .addValue("seen", relisted.before().version())
                .addValue("version", relisted.events().getLast().version())
                .addValue("state", known.state())
                .addValue("reporter", known.reporter())
                .addValue("handlers", known.handlers().toArray(String[]::new))
                .addValue("acceptedAt", timestamp(known.acceptedAt()))
                .addValue("found", known.found())
                .addValue("dispatches", known.dispatches())
                .addValue("reopenings", known.reopenings())
                .addValue("ratedAt", timestamp(known.ratedAt()));
    }

    private static void search(CopyText search, NewPast past) {
        var report = past.past().report();
        var position = report.position();
        search.add(past.key().countyCode())
                .add(past.key().id())
                .array(bigrams(report))
                .add(
                        position == null
                                ? null
                                : "(%s,%s)".formatted(position.longitude(), position.latitude()))
                .endRow();
    }

    private static Collection<String> bigrams(Report report) {
        return Bigrams.of(List.of(report.text(), report.address()));
    }

    private static @Nullable Double longitude(Report report) {
        return report.position() == null ? null : report.position().longitude();
    }

    private static @Nullable Double latitude(Report report) {
        return report.position() == null ? null : report.position().latitude();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
