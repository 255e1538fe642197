package org.linli.mediation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.mediation.Papers.Entry;
import org.linli.mediation.Papers.Party;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A mediation as its mediator sees it.
 *
 * @param signed who has signed the text that is offered
 * @param steps those that the mediator may take now
 */
@Classified(FieldClass.C1)
record ShownMediation(
        UUID id,
        int version,
        MediationState state,
        Instant appliedAt,
        @Classified(FieldClass.C2) String about,
        Person applicant,
        Person other,
        List<Line> entries,
        @Classified(FieldClass.C2) @Nullable String agreement,
        @Nullable String road,
        List<String> signed,
        List<String> steps) {

    ShownMediation {
        entries = List.copyOf(entries);
        signed = List.copyOf(signed);
        steps = List.copyOf(steps);
    }

    @Classified(FieldClass.C2)
    record Person(String name, String contact) {

        static Person of(Party party) {
            return new Person(party.name(), party.contact());
        }
    }

    /**
     * @param by {@code applicant}, {@code other} or {@code mediator}
     */
    @Classified(FieldClass.C1)
    record Line(Instant at, String by, String step, @Classified(FieldClass.C2) String said) {

        static Line of(Entry entry) {
            return new Line(entry.at(), entry.by(), entry.step(), entry.said());
        }
    }

    static ShownMediation of(Mediation mediation) {
        var papers = mediation.papers();
        return new ShownMediation(
                mediation.key().id(),
                mediation.version(),
                mediation.state(),
                mediation.appliedAt(),
                papers.about(),
                Person.of(papers.applicant()),
                Person.of(papers.other()),
                papers.entries().stream().map(Line::of).toList(),
                papers.agreement(),
                papers.road(),
                mediation.signed().keySet().stream().map(Side::code).sorted().toList(),
                mediation.stepsOfMediator());
    }
}
