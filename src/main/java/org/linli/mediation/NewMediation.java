package org.linli.mediation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.grid.Grid;
import org.linli.grid.Located;
import org.linli.mediation.Papers.Entry;
import org.linli.mediation.Papers.Party;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;

/**
 * What is said to ask for a mediation.
 *
 * @param about what the quarrel is
 * @param name how the applicant wants to be called
 * @param contact how the mediator reaches them
 * @param otherName whom they quarrel with
 * @param otherContact how the mediator reaches those, to ask whether they want it, too
 */
record NewMediation(
        @Nullable UUID opId,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable String about,
        @Nullable String name,
        @Nullable String contact,
        @Nullable String otherName,
        @Nullable String otherContact) {

    static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_CONTACT = 100;

    UUID operationId() {
        if (opId == null) {
            throw InvalidValue.missing("opId");
        }
        return opId;
    }

    /**
     * @throws InvalidValue if something is missing, or it lies in no grid
     */
    Mediation mediation(Grid grid, Instant now) {
        var where = located(grid);
        var applicant = party("name", name, "contact", contact);
        var other = party("otherName", otherName, "otherContact", otherContact);
        var papers =
                Papers.of(
                        Text.required("about", about, LONGEST_TEXT),
                        applicant,
                        other,
                        new Entry(now, Side.APPLICANT.code(), "apply", ""));
        var key = new Mediation.Key(where.countyCode(), UUID.randomUUID());
        return Mediation.applied(key, where.path(), where.code(), now, papers);
    }

    private static Party party(
            String nameField, @Nullable String named, String contactField, @Nullable String reach) {
        return new Party(
                Text.required(nameField, named, LONGEST_NAME),
                Text.required(contactField, reach, LONGEST_CONTACT));
    }

    private Located located(Grid grid) {
        if (lon == null || lat == null) {
            throw InvalidValue.missing(lon == null ? "lon" : "lat");
        }
        return grid.cellAt(new Position(lon, lat))
                .orElseThrow(() -> new InvalidValue("mediation/no-cell", "lon"));
    }
}
