package org.linli.cases.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Row;

/** Reads the rows of a file of steps. */
final class StepListReader {

    static final Columns COLUMNS =
            Columns.of(
                    "case_id*",
                    "source_system",
                    "seq*",
                    "at*",
                    "step*",
                    "actor_role",
                    "staff_id",
                    "unit_code",
                    "note");

    private static final int NAME = 100;
    private static final int NOTE = 10_000;
    private static final long LAST = 1_000_000;

    private StepListReader() {}

    /** What a row says. If it cannot be read, the row says why, and the step has no kind. */
    static ListedStep read(Row row) {
        for (var column : COLUMNS.required()) {
            row.required(column, NAME);
        }
        var seq = row.whole("seq", 0, LAST).orElse(0L);
        var at = row.time("at").orElse(Instant.EPOCH).truncatedTo(ChronoUnit.MICROS);
        var kind = row.oneOf("step", StepKind.BY_CODE).orElse(null);
        var role = row.text("actor_role", NAME);
        var staff = row.text("staff_id", NAME);
        var unit = row.text("unit_code", NAME);
        var note = row.text("note", NOTE);
        return new ListedStep(
                row.number(), seq, at, row.isSound() ? kind : null, role, staff, unit, note);
    }
}
