package org.linli.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.linli.cases.Affairs.Card;
import org.linli.cases.CaseState.Dispatched;
import org.linli.cases.CaseState.Handled;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.ShowCard;
import org.linli.cases.CaseStep.Watching;

/**
 * How a case is looked after: by those above (督办), normal, yellow, red, never twice and never back;
 * by whoever it was given to, who takes it (接单); and by whoever speaks to its reporter (联系诉求人).
 */
final class Watch {

    /** Those whose own report it is; what a patrol or a sensor found has nobody to speak to. */
    private static final Set<Source> REPORTED_BY_PEOPLE =
            EnumSet.of(Source.RESIDENT, Source.HOTLINE_12345);

    private Watch() {}

    /** What they may do about a case that stands like this. */
    static Set<Kind> from(CaseFile file) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (file.filing() == null || CaseState.OVER.contains(file.state().code())) {
            return kinds;
        }
        kinds.add(Kind.URGE);
        if (file.state() instanceof Dispatched && file.affairs().takenAt() == null) {
            kinds.add(Kind.TAKE);
        }
        if (hasUnit(file) && REPORTED_BY_PEOPLE.contains(file.report().source())) {
            kinds.add(Kind.CONTACT);
        }
        if (file.affairs().card() == null) {
            kinds.add(Kind.YELLOW_CARD);
        }
        if (file.affairs().card() != Card.RED) {
            kinds.add(Kind.RED_CARD);
        }
        return kinds;
    }

    /** Whom a service helps is asked in another way (回访). */
    private static boolean hasUnit(CaseFile file) {
        return !file.isService()
                && (file.state() instanceof Dispatched || file.state() instanceof Handled);
    }

    /**
     * What goes on around the case after it.
     *
     * @throws StepNotAllowed if it is over or nobody's yet
     * @throws CardShown if it was shown this card, or a graver one
     */
    static Affairs after(CaseFile file, Watching act, Instant now) {
        if (from(file).contains(act.kind())) {
            return file.affairs().watched(act, now);
        }
        throw act instanceof ShowCard && from(file).contains(Kind.URGE)
                ? new CardShown()
                : new StepNotAllowed(file, act.kind());
    }
}
