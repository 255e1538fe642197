package org.linli.cases.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.cases.CaseState;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;

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
                    "note",
                    "state",
                    "details");

    private static final int NAME = 100;
    private static final int NOTE = 10_000;
    private static final int DETAILS = 100_000;
    private static final long LAST = 1_000_000;

    private static final Map<String, String> STATES =
            CaseState.CODES.stream().collect(Collectors.toMap(code -> code, code -> code));

    private final StepDetails details;

    StepListReader(StepDetails details) {
        this.details = details;
    }

    /** What a row says. If it cannot be read, the row says why, and the step has no kind. */
    ListedStep read(Row row) {
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
        var state = row.oneOf("state", STATES).orElse(null);
        var carried = carried(row);
        return new ListedStep(
                row.number(),
                seq,
                at,
                row.isSound() ? kind : null,
                role,
                staff,
                unit,
                note,
                state,
                carried);
    }

    private Map<String, Object> carried(Row row) {
        var said = details.read(row.text("details", DETAILS));
        if (said.isEmpty()) {
            row.reject("details", Message.of("history/details-unreadable"));
        }
        return said.orElse(Map.of());
    }
}
