package org.linli.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.cases.Cases;
import org.linli.cases.SimilarCase;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.geo.Position;
import org.springframework.stereotype.Component;

/** Finds what may have been reported already: the same matter, near, and open or closed lately. */
@Component
class Neighbours {

    private static final int RADIUS_METRES = 50;

    /** Residents point at a map less exactly than workers who stand there. */
    private static final int RADIUS_OF_RESIDENTS_METRES = 250;

    private static final Duration CLOSED_LATELY = Duration.ofDays(15);

    private final Cases cases;
    private final Clock clock;

    Neighbours(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param caseNo null for residents, who learn that a concern is known, not which case it is
     * @param distance in metres
     * @param followers how many reporters follow it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Classified(FieldClass.C1)
    record Similar(
            @Nullable String caseNo,
            int distance,
            String state,
            Instant reportedAt,
            int followers) {}

    List<Similar> near(Actor actor, double longitude, double latitude, String matter) {
        boolean resident = actor.isAnonymous();
        var position = new Position(longitude, latitude);
        var found =
                resident
                        ? AccessContext.asSystem(
                                "similar cases for a resident",
                                () -> near(position, matter, RADIUS_OF_RESIDENTS_METRES))
                        : near(position, matter, RADIUS_METRES);
        return found.stream().map(similar -> shown(similar, resident)).toList();
    }

    private List<SimilarCase> near(Position position, String matter, int radiusMetres) {
        var closedSince = clock.instant().minus(CLOSED_LATELY);
        return cases.similar(position, matter, radiusMetres, closedSince);
    }

    private static Similar shown(SimilarCase found, boolean resident) {
        return new Similar(
                resident ? null : found.caseNo(),
                found.distance(),
                found.state(),
                found.reportedAt(),
                found.followers());
    }
}
