package org.linli.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;

/**
 * What a question asks of {@code cases.case_file f}, one condition for each filter that is given.
 * Those that are not given are left out rather than switched off: a planner does not look into an
 * {@code or}.
 */
final class CaseConditions {

    /** How urgent a case is: by when it is due, those without a due time last. */
    static final String URGENCY = "coalesce(f.due_at, timestamptz '9999-01-01Z')";

    /** Overdue: waiting for somebody, not on hold, its due time past. */
    static final String OVERDUE =
            "(f.state in ('FILED', 'DISPATCHED') and f.held_until is null and "
                    + URGENCY
                    + " <= :now)";

    private static final String BETWEEN_PATHS = "f.path >= :scopeFrom and f.path < :scopeTo";

    private static final String IN_ONE_OF_THE_AREAS =
            BETWEEN_PATHS
                    + """
                     and exists (
                        select 1 from unnest(:areas::text[]) as area where starts_with(f.path, area))
                    """;

    /** The few cases that have anything about them beside the usual course have an index. */
    static final String OF_ONE_OF_THE_UNITS =
            """
            (f.unit_code = any(:units::text[])
                or (f.awaiting is not null or f.co_units <> '{}') and f.co_units && :units::text[])
            """;

    /** What waits for somebody to decide what was asked for, whichever it is. */
    static final String ANY_DECISION = "decision";

    /** Those that wait for anything beside the usual course are few, and have an index. */
    private static final String AWAITING =
            """
            (f.awaiting is not null and (f.awaiting = 'ruling') = (:awaiting = 'ruling'))
            """;

    private static final String DISPATCHED_WITH_CARD =
            "(f.state <> 'DISPATCHED' or f.card is not null)";

    private static final String DISPATCHED_WITHOUT_CARD =
            "(f.state <> 'DISPATCHED' or f.card is null)";

    private static final String OPEN = "f.open";

    private static final String HAS_WORDS_IN_PARTS =
            """
            exists (
                select 1 from cases.case_search s
                where s.county_code = f.county_code and s.case_id = f.id
                    and s.bigrams @> :bigrams::text[])
            """;

    private static final String HAS_WORDS =
            """
            strpos(lower(normalize(f.text || E'\\n' || f.address, NFKC)), :words) > 0
            """;

    private static final String IN_BOX =
            """
            exists (
                select 1 from cases.case_search s
                where s.county_code = f.county_code and s.case_id = f.id
                    and s.spot <@ box(point(:west, :south), point(:east, :north)))
            """;

    private static final String OPEN_IN_BOX =
            """
            (f.lon >= :west and f.lon <= :east and f.lat >= :south and f.lat <= :north)
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private CaseConditions(Instant now) {
        parameters.put("now", Timestamp.from(now));
    }

    /** The conditions of a list. */
    static CaseConditions of(CaseFilter filter, Instant now) {
        var asked = in(filter.scope(), filter.areaPath(), now);
        if (filter.states() != null) {
            asked.states(filter.states());
        }
        var flow = filter.flow();
        asked.require("f.flow = :flow", "flow", flow == null ? null : flow.code());
        if (filter.carded() != null) {
            asked.conditions.add(filter.carded() ? DISPATCHED_WITH_CARD : DISPATCHED_WITHOUT_CARD);
        }
        asked.require("f.matter_code = :matter", "matter", filter.matter());
        asked.require("f.unit_code = :unit", "unit", filter.unit());
        var source = filter.source();
        asked.require("f.source = :source", "source", source == null ? null : source.code());
        asked.require("f.reporter = :reporter", "reporter", filter.reporter());
        asked.require("f.reported_at >= :from", "from", CaseStore.timestamp(filter.from()));
        asked.require("f.reported_at <= :to", "to", CaseStore.timestamp(filter.to()));
        if (filter.overdue()) {
            asked.conditions.add(OVERDUE);
            asked.conditions.add(OPEN);
        }
        if (filter.awaiting() != null) {
            asked.require(AWAITING, "awaiting", filter.awaiting());
        }
        asked.require("f.level = :level", "level", filter.level());
        if (filter.text() != null) {
            asked.text(filter.text().strip());
        }
        if (filter.box() != null) {
            asked.box(filter.box());
        }
        return asked;
    }

    /** Within what the caller may see, and an area of it where one is named. */
    static CaseConditions in(Scope scope, @Nullable String areaPath, Instant now) {
        var asked = new CaseConditions(now);
        asked.scope(scope);
        if (areaPath != null) {
            asked.require("f.path >= :areaFrom", "areaFrom", areaPath);
            asked.require("f.path < :areaTo", "areaTo", end(areaPath));
        }
        return asked;
    }

    /** Beyond the last case of the page before. */
    void after(String condition, CaseFilter.@Nullable Cursor cursor) {
        if (cursor != null) {
            require(condition, "cursorAt", Timestamp.from(cursor.at()));
            parameters.put("cursorId", cursor.id());
        }
    }

    /** All of them, as a {@code where}. */
    String where() {
        return " where " + String.join("\n and ", conditions) + "\n";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void require(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    /** By a range of paths around all the areas, and by the areas where there are several. */
    private void scope(Scope scope) {
        List<String> either = new ArrayList<>();
        if (!scope.areaPaths().isEmpty()) {
            var envelope = commonStart(scope.areaPaths());
            parameters.put("scopeFrom", envelope);
            parameters.put("scopeTo", end(envelope));
            parameters.put("areas", scope.areaPaths().toArray(String[]::new));
            either.add(scope.areaPaths().size() == 1 ? BETWEEN_PATHS : IN_ONE_OF_THE_AREAS);
        }
        if (!scope.units().isEmpty()) {
            parameters.put("units", scope.units().toArray(String[]::new));
            either.add(OF_ONE_OF_THE_UNITS);
        }
        conditions.add(either.isEmpty() ? "false" : "(" + String.join(" or ", either) + ")");
    }

    /** Closed cases are mostly many more; an index knows the others. */
    private void states(List<String> states) {
        require("f.state = any(:states::text[])", "states", states.toArray(String[]::new));
        if (CaseState.OVER.stream().noneMatch(states::contains)) {
            conditions.add(OPEN);
        }
    }

    private void text(String typed) {
        CaseNumber.key(typed).ifPresentOrElse(key -> number(typed, key), () -> words(typed));
    }

    private void number(String typed, CaseKey key) {
        require("f.county_code = :caseCounty", "caseCounty", key.countyCode());
        require("f.id = :caseId", "caseId", key.id());
        require("f.case_no = :caseNo", "caseNo", typed);
    }

    private void words(String typed) {
        var words = Bigrams.plain(typed);
        var bigrams = Bigrams.of(List.of(words));
        if (!bigrams.isEmpty()) {
            require(HAS_WORDS_IN_PARTS, "bigrams", bigrams.toArray(String[]::new));
        }
        if (!bigrams.contains(words)) {
            require(HAS_WORDS, "words", words);
        }
    }

    private void box(CaseFilter.Box box) {
        conditions.add(conditions.contains(OPEN) ? OPEN_IN_BOX : IN_BOX);
        parameters.putAll(
                Map.of(
                        "west", box.west(),
                        "south", box.south(),
                        "east", box.east(),
                        "north", box.north()));
    }

    private static String commonStart(List<String> paths) {
        var start = paths.getFirst();
        for (var path : paths) {
            while (!path.startsWith(start)) {
                start = start.substring(0, start.length() - 1);
            }
        }
        return start;
    }

    /** The least text above everything that begins with a path, byte by byte. */
    private static String end(String path) {
        return path + '\uffff';
    }
}
