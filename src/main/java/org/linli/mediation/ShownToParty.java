package org.linli.mediation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.mediation.ShownMediation.Line;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A mediation as one of the parties sees it.
 *
 * @param side which of the two they are: {@code applicant} or {@code other}
 * @param with whom they quarrel
 * @param agreementHash to be given back by whoever signs that text
 * @param signed who has signed it
 * @param steps those that they may take now
 */
@Classified(FieldClass.C1)
record ShownToParty(
        MediationState state,
        String side,
        Instant appliedAt,
        @Classified(FieldClass.C2) String about,
        @Classified(FieldClass.C2) String name,
        @Classified(FieldClass.C2) String with,
        List<Line> entries,
        @Classified(FieldClass.C2) @Nullable String agreement,
        @Nullable String agreementHash,
        @Nullable String road,
        List<String> signed,
        List<String> steps) {

    ShownToParty {
        entries = List.copyOf(entries);
        signed = List.copyOf(signed);
        steps = List.copyOf(steps);
    }

    static ShownToParty of(Mediation mediation, Side side) {
        var papers = mediation.papers();
        var opposite = side == Side.APPLICANT ? Side.OTHER : Side.APPLICANT;
        return new ShownToParty(
                mediation.state(),
                side.code(),
                mediation.appliedAt(),
                papers.about(),
                papers.of(side).name(),
                papers.of(opposite).name(),
                papers.entries().stream().map(Line::of).toList(),
                papers.agreement(),
                mediation.agreementHash(),
                papers.road(),
                mediation.signed().keySet().stream().map(Side::code).sorted().toList(),
                mediation.steps(side));
    }
}
