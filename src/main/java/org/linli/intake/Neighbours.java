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
import org.linli.grid.Grid;
import org.linli.grid.Located;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.geo.Position;
import org.linli.rules.RuleBook;
import org.linli.rules.Rules;
import org.springframework.stereotype.Component;

/** Finds what may have been reported already: the same matter, near, and open or closed lately. */
@Component
class Neighbours {

    private final Cases cases;
    private final Grid grid;
    private final RuleBook rules;
    private final Clock clock;

    Neighbours(Cases cases, Grid grid, RuleBook rules, Clock clock) {
        this.cases = cases;
        this.grid = grid;
        this.rules = rules;
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
        var likeness = likeness(position);
        // residents point at a map less exactly than workers who stand there
        var found =
                resident
                        ? AccessContext.asSystem(
                                "similar cases for a resident",
                                () -> near(position, matter, likeness.residentsMetres(), likeness))
                        : near(position, matter, likeness.metres(), likeness);
        return found.stream().map(similar -> shown(similar, resident)).toList();
    }

    private Rules.Likeness likeness(Position position) {
        var district = grid.cellAt(position).map(Located::countyCode).orElse("");
        return rules.inForce(district).rules().similar();
    }

    private List<SimilarCase> near(
            Position position, String matter, int radiusMetres, Rules.Likeness likeness) {
        var closedSince = clock.instant().minus(Duration.ofDays(likeness.closedDays()));
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
