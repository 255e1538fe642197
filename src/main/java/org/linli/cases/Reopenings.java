package org.linli.cases;

import org.linli.cases.CaseStep.Dispatch;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Reopen;

/**
 * What the reporter's objection asks for (DOMAIN §3.4): another handler. The unit whose work was
 * not accepted gets the case again from the shift leader alone, who says why.
 */
final class Reopenings {

    private Reopenings() {}

    /** Whether the case can be given once more to a unit that had it. */
    static boolean canBeDispatchedAgain(CaseFile file) {
        return !file.affairs().rejected().isEmpty() && file.ways().contains(Kind.DISPATCH);
    }

    /**
     * @throws OtherHandlerNeeded if it goes to a unit whose work was not accepted, as if nothing
     *     had been
     * @throws CannotApply if it goes once more to a unit that did not have it
     */
    static void require(CaseFile file, CaseStep step) {
        if (step instanceof Dispatch(var unit, _, var again)
                && again != file.affairs().rejected().contains(unit)) {
            throw again ? new CannotApply("case/had-it-not") : new OtherHandlerNeeded();
        }
    }

    /** What goes on around the case after a step. */
    static Affairs after(CaseFile file, CaseStep step) {
        return step instanceof Reopen
                ? file.affairs().rejecting(file.unitCode()).anew()
                : file.affairs();
    }
}
