package org.linli.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.rules.RuleBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads cases as they stand. {@link StepStore} keeps what becomes of them. */
@Repository
class CaseStore {

    private static final String FIND =
            """
            select f.county_code, f.id, f.case_no, f.version, f.state, f.flow, f.source, f.source_system,
                f.matter_code, f.matter_version, f.condition_no, f.time_limit,
                f.rules_version, f.text, f.lon, f.lat,
                f.placement, f.cell_code, f.path, f.address, f.reported_at, f.reporter,
                f.accepted_at, f.found, f.filed_at, f.refused_at, f.dispatched_at, f.unit_code,
                f.handled_at, f.handlers, f.checked_at, f.closed_at, f.due_at, f.held_until,
                f.merged_into, f.self_handled, f.sampled, f.dispatches, f.returns, f.reworks,
                f.reopenings, f.extensions, f.escalations, f.rating, f.solved, f.rated_at, f.awaiting,
                f.returned_by, f.ruled, f.extended, f.reworked, f.forced,
                f.affairs
            from cases.case_file f
            """;

    private static final String FIND_BY_KEY =
            FIND
                    + """
                    where f.county_code = :county and f.id = :id
                    """;

    private static final String FIND_THESE =
            FIND
                    + """
                    join unnest(:counties::text[], :ids::bigint[]) as wanted (county_code, id)
                        using (county_code, id)
                    """;

    private static final String FIND_BY_CODE =
            FIND
                    + """
                    join cases.tracking t on f.county_code = t.county_code and f.id = t.case_id
                    where t.code = :code
                    """;

    /** What somebody follows by opening a case: it, or those it was split into. */
    private static final String FOLLOWED =
            FIND
                    + """
                    where f.county_code = :county and f.state <> 'SPLIT' and f.id in (
                        with recursive led (id) as (
                            values (:id::bigint)
                            union
                            select part.child_id
                            from led
                            join cases.part on part.county_code = :county
                                and part.parent_id = led.id
                        )
                        select id from led
                    )
                    order by f.id
                    """;

    private static final String FOLLOWERS =
            """
            with recursive led (id) as (
                values (:id::bigint)
                union
                select part.parent_id
                from led
                join cases.part on part.county_code = :county and part.child_id = led.id
            )
            select count(*)
            from cases.tracking
            where county_code = :county and case_id in (select id from led)
            """;

    private static final String NUMBER =
            """
            select case_no from cases.case_file where county_code = :county and id = :id
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final RuleBook rules;

    CaseStore(JdbcClient sql, JsonMapper json, RuleBook rules) {
        this.sql = sql;
        this.json = json;
        this.rules = rules;
    }

    Optional<CaseFile> find(String caseNo) {
        return CaseNumber.key(caseNo)
                .flatMap(this::find)
                .filter(file -> file.caseNo().equals(caseNo));
    }

    Optional<CaseFile> find(CaseKey key) {
        return sql.sql(FIND_BY_KEY)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, _) -> CaseColumns.read(row, json, rules))
                .optional();
    }

    /** The case a tracking code opens: the reported one, or the one it was merged into. */
    Optional<CaseFile> tracked(String code) {
        return sql.sql(FIND_BY_CODE)
                .param("code", code)
                .query((row, _) -> CaseColumns.read(row, json, rules))
                .optional();
    }

    /**
     * The cases that somebody who follows this one follows: itself, or where it was split, those it
     * was split into, as far as the caller may see them.
     */
    List<CaseFile> followed(CaseFile file) {
        return file.state() instanceof CaseState.SplitUp
                ? sql.sql(FOLLOWED)
                        .param("county", file.key().countyCode())
                        .param("id", file.key().id())
                        .query((row, _) -> CaseColumns.read(row, json, rules))
                        .list()
                : List.of(file);
    }

    List<CaseFile> find(Collection<CaseKey> keys) {
        return among(keys, sql.sql(FIND_THESE))
                .query((row, _) -> CaseColumns.read(row, json, rules))
                .list();
    }

    /** How many reporters follow the case, or what it is a part of. */
    int followers(CaseKey key) {
        return sql.sql(FOLLOWERS)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query(Integer.class)
                .single();
    }

    /** The number of the case this one was merged into; null if it was not, or out of reach. */
    @Nullable String survivor(CaseFile file) {
        return file.state() instanceof CaseState.Merged(var into)
                ? sql.sql(NUMBER)
                        .param("county", file.key().countyCode())
                        .param("id", into)
                        .query(String.class)
                        .optional()
                        .orElse(null)
                : null;
    }

    /** A statement that asks about these cases alone. */
    static StatementSpec among(Collection<CaseKey> keys, StatementSpec statement) {
        return statement
                .param("counties", keys.stream().map(CaseKey::countyCode).toArray(String[]::new))
                .param("ids", keys.stream().map(CaseKey::id).toArray(Long[]::new));
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
