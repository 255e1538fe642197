package org.linli.cases.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;
import org.linli.cases.Placement;
import org.linli.cases.Source;
import org.linli.cases.history.PastCase.Outcome;
import org.linli.cases.history.PastCase.Report;
import org.linli.cases.history.PastCase.Times;
import org.linli.platform.geo.Position;

/** Reads a case from its row, as a row of a history file would tell it. */
final class StoredRow {

    private StoredRow() {}

    static StoredCase read(ResultSet row, int number) throws SQLException {
        var fingerprint = row.getString("fingerprint");
        return new StoredCase(
                new CaseKey(row.getString("county_code"), row.getLong("id")),
                row.getString("case_no"),
                row.getInt("version"),
                row.getString("state"),
                new PastCase(origin(row), report(row), times(row), outcome(row)),
                place(row),
                fingerprint == null
                        ? null
                        : new StoredCase.Imported(
                                new Fingerprint(fingerprint),
                                row.getInt("imported_version"),
                                row.getBoolean("listed")));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        var system = row.getString("source_system");
        return system == null
                ? new Origin(Origin.LINLI, row.getString("case_no"))
                : new Origin(system, row.getString("external_id"));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                Source.of(row.getString("source")).orElseThrow(),
                row.getString("matter_code"),
                row.getString("text").strip(),
                position(row),
                row.getString("cell_code"),
                row.getString("address").strip());
    }

    private static Times times(ResultSet row) throws SQLException {
        return new Times(
                row.getTimestamp("reported_at").toInstant(),
                instant(row, "filed_at"),
                instant(row, "refused_at"),
                instant(row, "dispatched_at"),
                instant(row, "handled_at"),
                instant(row, "checked_at"),
                instant(row, "closed_at"),
                instant(row, "due_at"),
                instant(row, "cancelled_at"),
                instant(row, "held_until"));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getString("unit_code"),
                row.getBoolean("self_handled"),
                survivor(row),
                row.getObject("rating", Integer.class),
                row.getInt("returns"),
                row.getInt("reworks"),
                row.getInt("extensions"));
    }

    /**
     * By its name in the same system, or else by its case number; as the file said while absent.
     */
    private static @Nullable String survivor(ResultSet row) throws SQLException {
        var number = row.getString("survivor_no");
        if (number == null) {
            return row.getString("state").equals("MERGED") ? row.getString("duplicate_of") : null;
        }
        var system = row.getString("survivor_system");
        return system != null && Objects.equals(system, row.getString("source_system"))
                ? row.getString("survivor_id")
                : number;
    }

    private static Placed place(ResultSet row) throws SQLException {
        return new Placed(
                Placement.valueOf(row.getString("placement")),
                position(row),
                row.getString("county_code"),
                row.getString("cell_code"),
                row.getString("path"));
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        var longitude = row.getObject("lon", Double.class);
        var latitude = row.getObject("lat", Double.class);
        return longitude == null || latitude == null ? null : new Position(longitude, latitude);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
