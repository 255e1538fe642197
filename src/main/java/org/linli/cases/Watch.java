package org.linli.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.linli.cases.Affairs.Card;
import org.linli.cases.CaseState.Dispatched;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.ShowCard;
import org.linli.cases.CaseStep.Watching;

/**
 * How a case is looked after: by those above (督办), normal, yellow, red, never twice and never back;
 * and by whoever it was given to, who takes it (接单).
 */
final class Watch {

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
        if (file.affairs().card() == null) {
            kinds.add(Kind.YELLOW_CARD);
        }
        if (file.affairs().card() != Card.RED) {
            kinds.add(Kind.RED_CARD);
        }
        return kinds;
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
                : new StepNotAllowed(file.state(), act.kind());
    }
}
