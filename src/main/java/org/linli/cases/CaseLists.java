package org.linli.cases;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseFilter.Box;
import org.linli.cases.CaseFilter.Cursor;
import org.linli.cases.CaseFilter.Sort;
import org.linli.catalogue.Flow;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.grid.NoDivisions;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.time.StorableTime;
import org.linli.rules.RuleBook;
import org.linli.rules.StageOf;
import org.springframework.stereotype.Service;

/** Lists of cases, as the query of a URL asks for them. */
@Service
class CaseLists {

    private static final Set<String> PARAMETERS =
            Set.of(
                    "area",
                    "state",
                    "stage",
                    "flow",
                    "matter",
                    "unit",
                    "source",
                    "overdue",
                    "awaiting",
                    "level",
                    "text",
                    "bbox",
                    "from",
                    "to",
                    "mine",
                    "sort",
                    "limit",
                    "cursor");

    private static final Set<String> AWAITED = Set.of(CaseFile.RULING, CaseConditions.ANY_DECISION);

    /** The ways that are walked with the case's file. */
    private static final Set<Flow> OF_CASES = EnumSet.of(Flow.CASE, Flow.SERVICE);

    private static final int LONGEST = 200;
    private static final int USUAL = 50;
    private static final int LONGEST_TEXT = 100;

    private final CaseQueries queries;
    private final CaseItems items;
    private final Grid grid;
    private final Calendar calendar;
    private final RuleBook rules;

    CaseLists(CaseQueries queries, CaseItems items, Grid grid, Calendar calendar, RuleBook rules) {
        this.rules = rules;
        this.queries = queries;
        this.items = items;
        this.grid = grid;
        this.calendar = calendar;
    }

    /**
     * A page of a list.
     *
     * @param total exact up to ten thousand
     * @param more whether there are more than the total says
     * @param next the cursor of the next page; null on the last
     */
    @Classified(FieldClass.C1)
    record Page(List<CaseItem> items, int total, boolean more, @Nullable String next) {}

    /**
     * The cases a query asks for, under what the actor may see.
     *
     * @throws InvalidValue if a parameter is unknown or its value cannot be used
     */
    Page page(Actor actor, Map<String, String> query) {
        var filter = filter(actor, query);
        var found = queries.find(filter);
        var rows = found.rows();
        var counted = found.total();
        var last = rows.size() == filter.limit() ? rows.getLast() : null;
        return new Page(
                rows.stream().map(items::item).toList(),
                Math.min(counted, CaseQueries.COUNTED),
                counted > CaseQueries.COUNTED,
                last == null ? null : cursor(filter.sort(), last));
    }

    List<CaseQueries.CellLoad> cells(Actor actor, @Nullable String area) {
        return queries.cells(Policy.scope(actor, Action.CASE_READ), areaPath(area));
    }

    private CaseFilter filter(Actor actor, Map<String, String> query) {
        for (var name : query.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new InvalidValue("case/unknown-filter", name, sorted(PARAMETERS));
            }
        }
        var sort = sort(query.get("sort"));
        var stage = stage(query);
        return new CaseFilter(
                Policy.scope(actor, Action.CASE_READ),
                areaPath(query.get("area")),
                states(query, stage),
                flow(given(query, "flow")),
                stage == null ? null : stage.carded(),
                given(query, "matter"),
                given(query, "unit"),
                source(given(query, "source")),
                flag(query, "overdue"),
                awaiting(given(query, "awaiting")),
                level(given(query, "level")),
                text(given(query, "text")),
                box(given(query, "bbox")),
                flag(query, "mine") ? actor.id() : null,
                time(query, "from", 0),
                time(query, "to", 1),
                sort,
                limit(given(query, "limit")),
                cursor(given(query, "cursor")));
    }

    private @Nullable String areaPath(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : grid.division(code)
                        .map(Division::path)
                        .orElseThrow(() -> new InvalidValue("case/unknown-area", "area", code));
    }

    /** The codes of the states asked for, by themselves or by the stage that shows them. */
    private static @Nullable List<String> states(
            Map<String, String> query, @Nullable StageStates stage) {
        var state = given(query, "state");
        if (state == null) {
            return stage == null ? null : stage.states();
        }
        var named = Stream.of(state.toUpperCase(Locale.ROOT).split(",", -1)).toList();
        for (var code : named) {
            if (!CaseState.CODES.contains(code)) {
                throw new InvalidValue("request/value", "state", code);
            }
        }
        return stage == null ? named : named.stream().filter(stage.states()::contains).toList();
    }

    private @Nullable StageStates stage(Map<String, String> query) {
        var stage = given(query, "stage");
        return stage == null
                ? null
                : StageStates.of(scheme(given(query, "area")), stage)
                        .orElseThrow(() -> new InvalidValue("request/value", "stage", stage));
    }

    /** The stages of the district that a list is about: that of its area, or this one. */
    private List<StageOf> scheme(@Nullable String area) {
        var district =
                area == null
                        ? Optional.<String>empty()
                        : grid.way(area).stream()
                                .filter(division -> division.level() == Level.DISTRICT)
                                .map(Division::code)
                                .findFirst();
        return rules.inForce(district.orElseGet(this::home)).rules().stages();
    }

    private String home() {
        try {
            return grid.installation().countyCode();
        } catch (NoDivisions nothingLoaded) {
            return "";
        }
    }

    private static @Nullable Flow flow(@Nullable String code) {
        return code == null
                ? null
                : OF_CASES.stream()
                        .filter(flow -> flow.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new InvalidValue("request/value", "flow", code));
    }

    private static @Nullable String awaiting(@Nullable String what) {
        if (what != null && !AWAITED.contains(what)) {
            throw new InvalidValue("request/value", "awaiting", what);
        }
        return what;
    }

    private static @Nullable String level(@Nullable String code) {
        if (code != null && Level.of(code).isEmpty()) {
            throw new InvalidValue("request/value", "level", code);
        }
        return code;
    }

    private static @Nullable Source source(@Nullable String code) {
        return code == null
                ? null
                : Source.of(code)
                        .orElseThrow(() -> new InvalidValue("request/value", "source", code));
    }

    private static boolean flag(Map<String, String> query, String name) {
        return switch (query.getOrDefault(name, "")) {
            case "true" -> true;
            case "", "false" -> false;
            case String other -> throw new InvalidValue("request/value", name, other);
        };
    }

    private static @Nullable String text(@Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidValue("request/too-long", "text", LONGEST_TEXT);
        }
        return text;
    }

    private static @Nullable Box box(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var sides = Stream.of(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
            if (sides.length == 4
                    && Arrays.stream(sides).allMatch(Double::isFinite)
                    && sides[0] <= sides[2]
                    && sides[1] <= sides[3]) {
                return new Box(sides[0], sides[1], sides[2], sides[3]);
            }
        } catch (NumberFormatException notNumbers) {
            throw new InvalidValue("case/bad-box", "bbox", text);
        }
        throw new InvalidValue("case/bad-box", "bbox", text);
    }

    /** A time, or a day, which as an end is meant to its end. */
    private @Nullable Instant time(Map<String, String> query, String name, int daysIncluded) {
        var text = given(query, name);
        if (text == null) {
            return null;
        }
        try {
            return StorableTime.checked(
                    text.length() == "2026-11-22".length()
                            ? LocalDate.parse(text)
                                    .plusDays(daysIncluded)
                                    .atStartOfDay(calendar.zone())
                                    .toInstant()
                                    .minusNanos(daysIncluded * 1_000L)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            throw new InvalidValue("request/time", name, text);
        }
    }

    private static Sort sort(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Sort.NEWEST;
        }
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("request/value", "sort", name));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LONGEST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidValue("request/out-of-range", "limit", 1, LONGEST);
        }
        throw new InvalidValue("request/out-of-range", "limit", 1, LONGEST);
    }

    private static String cursor(Sort sort, CaseRow last) {
        var due = last.dueAt() == null ? CaseQueries.NEVER : last.dueAt();
        var at = sort == Sort.DUE ? due : last.reportedAt();
        var plain = at + "," + last.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var comma = plain.indexOf(',');
            return new Cursor(
                    StorableTime.checked(Instant.parse(plain.substring(0, comma))),
                    Long.parseLong(plain.substring(comma + 1)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException wrong) {
            throw new InvalidValue("case/bad-cursor", "cursor");
        }
    }

    private static @Nullable String given(Map<String, String> query, String name) {
        var value = query.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
