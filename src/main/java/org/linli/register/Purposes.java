package org.linli.register;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.access.Resource;
import org.linli.cases.CaseDetail;
import org.linli.cases.CaseNotFound;
import org.linli.cases.CaseRow;
import org.linli.cases.Cases;
import org.linli.platform.geo.Position;
import org.springframework.stereotype.Component;

/** Which households a case of one's own is at: to see them is what it is for. */
@Component
class Purposes {

    private static final Set<String> OVER = Set.of("CLOSED", "REFUSED", "MERGED", "SPLIT");

    /** A door, told by a telephone. */
    private static final double NEAR_METRES = 30;

    private static final double METRES_A_DEGREE = 111_320;

    private final Cases cases;

    Purposes(Cases cases) {
        this.cases = cases;
    }

    /** An open case that waits for a step of this actor's; empty if it is none such. */
    Optional<CaseRow> own(Actor actor, @Nullable String caseNo) {
        return seen(actor, caseNo)
                .filter(detail -> !detail.steps().isEmpty())
                .flatMap(Purposes::open);
    }

    /** A case that still goes on before the actor's eyes; empty if it is none such. */
    Optional<CaseRow> goingOn(Actor actor, @Nullable String caseNo) {
        return seen(actor, caseNo).flatMap(Purposes::open);
    }

    private Optional<CaseDetail> seen(Actor actor, @Nullable String caseNo) {
        try {
            return Optional.ofNullable(caseNo).map(number -> cases.see(actor, number));
        } catch (CaseNotFound none) {
            return Optional.empty();
        }
    }

    private static Optional<CaseRow> open(CaseDetail detail) {
        return Optional.of(detail.item().row()).filter(row -> !OVER.contains(row.state()));
    }

    /** A place as the policy asks for it: of the unit whose case brings one there. */
    static Resource at(String path, @Nullable CaseRow row) {
        var unit = row == null ? null : row.unitCode();
        return new Resource(path, unit, null, Set.of());
    }

    /** Whether a case is at a household: at the same address of its grid, or at its door. */
    static boolean isAt(CaseRow row, Household household) {
        return household.gridCode().equals(row.cell())
                && (sameAddress(row.address(), household.address())
                        || Stream.of(position(household.lon(), household.lat()))
                                .flatMap(Optional::stream)
                                .anyMatch(door -> isNear(door, row)));
    }

    private static boolean sameAddress(String one, String other) {
        return !one.isBlank() && one.strip().equals(other.strip());
    }

    private static boolean isNear(Position door, CaseRow row) {
        return position(row.lon(), row.lat())
                .filter(spot -> metres(door, spot) <= NEAR_METRES)
                .isPresent();
    }

    private static Optional<Position> position(@Nullable Double lon, @Nullable Double lat) {
        return lon == null || lat == null ? Optional.empty() : Optional.of(new Position(lon, lat));
    }

    /** Flat earth does, at the size of a yard. */
    private static double metres(Position one, Position other) {
        var east =
                (one.longitude() - other.longitude())
                        * Math.cos(Math.toRadians(one.latitude()))
                        * METRES_A_DEGREE;
        var north = (one.latitude() - other.latitude()) * METRES_A_DEGREE;
        return Math.hypot(east, north);
    }
}
