package org.linli.premises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.grid.Grid;
import org.linli.grid.Located;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;

/**
 * What is to be checked, as a request says it.
 *
 * @param cell the grid it lies in; null where {@code lon} and {@code lat} say so
 * @param dueOn the day by which somebody has been there
 */
record NewTask(
        @Nullable UUID opId,
        @Nullable String checklist,
        @Nullable String premises,
        @Nullable String address,
        @Nullable String cell,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable LocalDate dueOn) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LAST_YEAR = 2999;

    UUID operationId() {
        if (opId == null) {
            throw InvalidValue.missing("opId");
        }
        return opId;
    }

    /**
     * The task it asks for.
     *
     * @throws InvalidValue if there is no such list or grid, none of the actor's, or the day is
     *     over
     */
    Inspection.Task task(
            Actor actor, Checklists checklists, Grid grid, LocalDate today, Instant now) {
        var list = list(checklists);
        var where = located(grid);
        var allowed = Policy.decide(actor, Action.PREMISES_PLAN, Resource.at(where.path()));
        if (allowed != Decision.ALLOWED) {
            throw new InvalidValue("premises/not-your-area", "cell", where.code());
        }
        return new Inspection.Task(
                where.countyCode(),
                where.code(),
                where.path(),
                Text.required("premises", premises, LONGEST_NAME),
                Text.optional("address", address, LONGEST_ADDRESS),
                position(),
                list.code(),
                list.version(),
                day(today),
                actor.id(),
                now);
    }

    private Checklist list(Checklists checklists) {
        var code = Text.required("checklist", checklist, LONGEST_NAME);
        return checklists
                .latest(code)
                .orElseThrow(
                        () -> new InvalidValue("premises/unknown-checklist", "checklist", code));
    }

    private Located located(Grid grid) {
        var position = position();
        if (position == null && cell == null) {
            throw InvalidValue.missing("cell");
        }
        return (position == null ? grid.cell(String.valueOf(cell)) : grid.cellAt(position))
                .orElseThrow(() -> new InvalidValue("premises/no-cell", "cell"));
    }

    private @Nullable Position position() {
        if (lon == null && lat == null) {
            return null;
        }
        if (lon == null || lat == null) {
            throw InvalidValue.missing(lon == null ? "lon" : "lat");
        }
        return new Position(lon, lat);
    }

    private LocalDate day(LocalDate today) {
        if (dueOn == null) {
            throw InvalidValue.missing("dueOn");
        }
        if (dueOn.isBefore(today)) {
            throw new InvalidValue("premises/day-over", "dueOn", dueOn);
        }
        if (dueOn.getYear() > LAST_YEAR) {
            throw new InvalidValue("request/out-of-range", "dueOn", today, LAST_YEAR);
        }
        return dueOn;
    }
}
