package org.linli.cases;

import org.jspecify.annotations.Nullable;

/**
 * How often a case went which way.
 *
 * @param dispatches including those by a ruling, and services that somebody took on
 * @param escalations to an office above the street's
 */
public record Counts(
        int dispatches, int returns, int reworks, int reopenings, int extensions, int escalations) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    private static final Counts A_DISPATCH = new Counts(1, 0, 0, 0, 0, 0);
    private static final Counts A_RETURN = new Counts(0, 1, 0, 0, 0, 0);
    private static final Counts A_REWORK = new Counts(0, 0, 1, 0, 0, 0);
    private static final Counts A_REOPENING = new Counts(0, 0, 0, 1, 0, 0);
    private static final Counts AN_EXTENSION = new Counts(0, 0, 0, 0, 1, 0);
    private static final Counts AN_ESCALATION = new Counts(0, 0, 0, 0, 0, 1);

    Counts after(CaseStep step) {
        return switch (step) {
            case CaseStep.Dispatch _, CaseStep.Rule _, CaseStep.Match _ -> plus(A_DISPATCH);
            case CaseStep.Return _ -> plus(A_RETURN);
            case CaseStep.Rework _ -> plus(A_REWORK);
            case CaseStep.Reopen _ -> plus(A_REOPENING);
            case CaseStep.Escalate act when Ladder.leavesTheStreet(act) -> plus(AN_ESCALATION);
            default -> this;
        };
    }

    /** Counts an extension where the clock has one more after a step. */
    Counts extending(CaseState.@Nullable Timer before, CaseState.@Nullable Timer after) {
        return before != null && after != null && after.extended() > before.extended()
                ? plus(AN_EXTENSION)
                : this;
    }

    private Counts plus(Counts more) {
        return new Counts(
                dispatches + more.dispatches,
                returns + more.returns,
                reworks + more.reworks,
                reopenings + more.reopenings,
                extensions + more.extensions,
                escalations + more.escalations);
    }
}
