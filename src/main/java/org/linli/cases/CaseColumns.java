package org.linli.cases;

import static org.linli.cases.Milestones.Milestone.ACCEPTED;
import static org.linli.cases.Milestones.Milestone.CHECKED;
import static org.linli.cases.Milestones.Milestone.CLOSED;
import static org.linli.cases.Milestones.Milestone.FILED;
import static org.linli.cases.Milestones.Milestone.HANDLED;
import static org.linli.cases.Milestones.Milestone.REFUSED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseFile.Feedback;
import org.linli.cases.CaseFile.Report;
import org.linli.cases.CaseState.Closed;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Merged;
import org.linli.cases.CaseState.Solution.ByGrid;
import org.linli.cases.CaseState.Solution.ByUnit;
import org.linli.cases.CaseState.Solution.Elsewhere;
import org.linli.cases.CaseState.Timer;
import org.linli.cases.CaseState.Verified;
import org.linli.catalogue.Flow;
import org.linli.platform.geo.Position;
import org.linli.rules.RuleBook;
import org.springframework.jdbc.core.SqlParameterValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A case between its row and its record. */
record CaseColumns(Map<String, @Nullable Object> parameters) {

    private static final String[] NOBODY = {};

    private static final TypeReference<Map<String, Object>> CARRIED = new TypeReference<>() {};

    /** The values of the columns that change, by the parameter's name. */
    static CaseColumns of(CaseFile file, JsonMapper json) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("county", file.key().countyCode());
        row.put("id", file.key().id());
        row.put("version", file.version());
        row.put("state", file.state().code());
        row.put("flow", file.flow().code());
        filing(file, row);
        clock(file, row);
        milestones(file.milestones(), row);
        row.put("found", flag(file.state() instanceof Verified(var found) ? found : null));
        row.put("handlers", file.handlers().toArray(String[]::new));
        row.put("mergedInto", number(file.state() instanceof Merged(var into) ? into : null));
        counts(file.counts(), row);
        row.put("rating", number(file.feedback().rating()));
        row.put("solved", flag(file.feedback().solved()));
        row.put("ratedAt", time(file.feedback().ratedAt()));
        row.put("heldUntil", time(file.heldUntil()));
        row.put("forced", file.forced());
        row.put("exempt", file.affairs().exempt());
        row.put("coUnits", file.affairs().together().units().toArray(String[]::new));
        row.put("level", text(file.affairs().levelCode()));
        row.put("card", text(file.affairs().cardCode()));
        row.put("affairs", text(written(file.affairs(), json)));
        return new CaseColumns(row);
    }

    /** Most cases have none, and write nothing. */
    private static @Nullable String written(Affairs affairs, JsonMapper json) {
        return affairs.equals(Affairs.NONE) ? null : json.writeValueAsString(affairs);
    }

    private static void filing(CaseFile file, Map<String, @Nullable Object> row) {
        var filing = file.filing();
        row.put("matter", text(file.matterCode()));
        row.put("matterVersion", number(filing == null ? null : filing.matterVersion()));
        row.put(
                "condition",
                filing == null
                        ? number(file.report().conditionNo())
                        : number(filing.conditionNo()));
        row.put("limit", text(filing == null ? null : filing.limit()));
        row.put("rules", number(filing == null ? null : version(filing)));
    }

    /** Null for the rules as they are shipped. */
    private static @Nullable Integer version(Filing filing) {
        return filing.under().version() == 0 ? null : filing.under().version();
    }

    private static void clock(CaseFile file, Map<String, @Nullable Object> row) {
        var timer = file.timer();
        var byGrid = file.state() instanceof Closed(_, ByGrid grid, _) ? grid : null;
        row.put("unit", text(file.unitCode()));
        row.put("dispatchedAt", time(timer == null ? null : timer.startedAt()));
        row.put("dueAt", time(file.dueAt()));
        row.put("selfHandled", file.selfHandled());
        row.put("awaiting", text(file.awaiting()));
        row.put("returnedBy", timer == null ? NOBODY : timer.returnedBy().toArray(String[]::new));
        row.put("ruled", timer != null && timer.ruled());
        row.put("reworked", timer == null ? 0 : timer.reworked());
        row.put("extended", timer == null ? 0 : timer.extended());
        row.put("sampled", byGrid != null && byGrid.sampled());
    }

    private static void milestones(Milestones reached, Map<String, @Nullable Object> row) {
        row.put("acceptedAt", time(reached.at(ACCEPTED)));
        row.put("filedAt", time(reached.at(FILED)));
        row.put("refusedAt", time(reached.at(REFUSED)));
        row.put("handledAt", time(reached.at(HANDLED)));
        row.put("checkedAt", time(reached.at(CHECKED)));
        row.put("closedAt", time(reached.at(CLOSED)));
    }

    private static void counts(Counts counts, Map<String, @Nullable Object> row) {
        row.put("dispatches", counts.dispatches());
        row.put("returns", counts.returns());
        row.put("reworks", counts.reworks());
        row.put("reopenings", counts.reopenings());
        row.put("extensions", counts.extensions());
        row.put("escalations", counts.escalations());
    }

    // A null says its type as well: to PostgreSQL a statement with parameters of other types is
    // another statement, to be parsed and planned anew.

    static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    static SqlParameterValue number(@Nullable Number value) {
        return new SqlParameterValue(Types.BIGINT, value);
    }

    static SqlParameterValue degrees(@Nullable Double value) {
        return new SqlParameterValue(Types.DOUBLE, value);
    }

    private static SqlParameterValue flag(@Nullable Boolean value) {
        return new SqlParameterValue(Types.BOOLEAN, value);
    }

    private static SqlParameterValue time(@Nullable Instant value) {
        return new SqlParameterValue(Types.TIMESTAMP, CaseStore.timestamp(value));
    }

    static CaseFile read(ResultSet row, JsonMapper json, RuleBook rules) throws SQLException {
        var affairs = affairs(row, json);
        return new CaseFile(
                new CaseKey(row.getString("county_code"), row.getLong("id")),
                row.getString("case_no"),
                row.getInt("version"),
                held(state(row, rules), affairs, instant(row, "held_until")),
                Flow.of(row.getString("flow")),
                report(row),
                milestones(row),
                new Counts(
                        row.getInt("dispatches"),
                        row.getInt("returns"),
                        row.getInt("reworks"),
                        row.getInt("reopenings"),
                        row.getInt("extensions"),
                        row.getInt("escalations")),
                new Feedback(
                        row.getObject("rating", Integer.class),
                        row.getObject("solved", Boolean.class),
                        instant(row, "rated_at")),
                List.of((String[]) row.getArray("handlers").getArray()),
                instant(row, "held_until"),
                affairs);
    }

    private static Affairs affairs(ResultSet row, JsonMapper json) throws SQLException {
        var written = row.getString("affairs");
        return written == null ? Affairs.NONE : json.readValue(written, Affairs.class);
    }

    private static CaseState held(CaseState state, Affairs affairs, @Nullable Instant until) {
        var hold = affairs.hold();
        if (hold != null) {
            return hold.endedAt() != null ? state : new CaseState.Held(state, hold.from());
        }
        // another system said until when, but not since when: the due time it told stands
        return until != null && Applications.canBeHeld(state)
                ? new CaseState.Held(state, until)
                : state;
    }

    static CaseEvent event(ResultSet row, JsonMapper json) throws SQLException {
        return new CaseEvent(
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

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                Source.of(row.getString("source")).orElseThrow(),
                row.getString("text"),
                row.getString("matter_code"),
                row.getObject("condition_no", Integer.class),
                place(row),
                row.getTimestamp("reported_at").toInstant(),
                row.getString("reporter"));
    }

    private static Place place(ResultSet row) throws SQLException {
        var longitude = row.getObject("lon", Double.class);
        var latitude = row.getObject("lat", Double.class);
        return new Place(
                Placement.valueOf(row.getString("placement")),
                longitude == null || latitude == null ? null : new Position(longitude, latitude),
                row.getString("county_code"),
                row.getString("cell_code"),
                row.getString("path"),
                row.getString("address"));
    }

    private static Milestones milestones(ResultSet row) throws SQLException {
        return Milestones.NONE
                .with(ACCEPTED, instant(row, "accepted_at"))
                .with(FILED, instant(row, "filed_at"))
                .with(REFUSED, instant(row, "refused_at"))
                .with(HANDLED, instant(row, "handled_at"))
                .with(CHECKED, instant(row, "checked_at"))
                .with(CLOSED, instant(row, "closed_at"));
    }

    private static CaseState state(ResultSet row, RuleBook rules) throws SQLException {
        var unit = row.getString("unit_code");
        return switch (row.getString("state")) {
            case "REPORTED" -> new CaseState.Reported();
            case "ACCEPTED" -> new CaseState.Accepted();
            case "VERIFIED" -> new Verified(row.getBoolean("found"));
            case "FILED" -> filed(row, filing(row, rules));
            case "REFUSED" -> new CaseState.Refused();
            case "DISPATCHED" -> new CaseState.Dispatched(filing(row, rules), unit, timer(row));
            case "HANDLED" -> new CaseState.Handled(filing(row, rules), unit, timer(row));
            case "CHECKED" -> new CaseState.Checked(filing(row, rules), unit, timer(row));
            case "CLOSED" -> new Closed(filing(row, rules), solution(row), rated(row));
            case "MERGED" -> new Merged(row.getLong("merged_into"));
            case "SPLIT" -> new CaseState.SplitUp();
            case String other -> throw new IllegalStateException("Unknown case state " + other);
        };
    }

    private static CaseState filed(ResultSet row, Filing filing) throws SQLException {
        if (instant(row, "dispatched_at") == null) {
            return new CaseState.Filed(filing);
        }
        return row.getString("awaiting") == null
                ? new CaseState.Returned(filing, timer(row))
                : new CaseState.Contested(filing, timer(row));
    }

    private static CaseState.Solution solution(ResultSet row) throws SQLException {
        if (row.getBoolean("self_handled")) {
            return new ByGrid(instant(row, "due_at"), row.getBoolean("sampled"));
        }
        var timer = instant(row, "dispatched_at") == null ? null : timer(row);
        if (row.getBoolean("forced")) {
            return new CaseState.Solution.Forced(row.getString("unit_code"), timer);
        }
        return timer == null
                ? new Elsewhere(instant(row, "due_at"))
                : new ByUnit(row.getString("unit_code"), timer);
    }

    /** Whether the reporter has rated the case since it was last closed. */
    private static boolean rated(ResultSet row) throws SQLException {
        var ratedAt = instant(row, "rated_at");
        var closedAt = instant(row, "closed_at");
        return ratedAt != null && closedAt != null && !ratedAt.isBefore(closedAt);
    }

    private static Filing filing(ResultSet row, RuleBook rules) throws SQLException {
        return new Filing(
                row.getString("matter_code"),
                row.getInt("matter_version"),
                row.getInt("condition_no"),
                row.getString("time_limit"),
                rules.version(row.getInt("rules_version")));
    }

    private static Timer timer(ResultSet row) throws SQLException {
        var startedAt = instant(row, "dispatched_at");
        return new Timer(
                startedAt == null ? row.getTimestamp("reported_at").toInstant() : startedAt,
                instant(row, "due_at"),
                List.of((String[]) row.getArray("returned_by").getArray()),
                row.getBoolean("ruled"),
                row.getInt("extended"),
                row.getInt("reworked"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
