package org.linli.cases;

import static org.linli.cases.Milestones.Milestone.ACCEPTED;
import static org.linli.cases.Milestones.Milestone.CHECKED;
import static org.linli.cases.Milestones.Milestone.CLOSED;
import static org.linli.cases.Milestones.Milestone.FILED;
import static org.linli.cases.Milestones.Milestone.HANDLED;
import static org.linli.cases.Milestones.Milestone.REFUSED;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each milestone of a case was last reached. */
public record Milestones(Map<Milestone, Instant> reached) {

    /** What a case passes on its way. */
    public enum Milestone {
        ACCEPTED,
        FILED,
        REFUSED,
        HANDLED,
        CHECKED,
        CLOSED
    }

    static final Milestones NONE = new Milestones(Map.of());

    public Milestones {
        reached = Map.copyOf(reached);
    }

    /** When it was reached; null until then. */
    public @Nullable Instant at(Milestone milestone) {
        return reached.get(milestone);
    }

    Milestones after(CaseStep step, Instant now) {
        return switch (step) {
            case CaseStep.Accept _ -> with(ACCEPTED, now);
            case CaseStep.File _ -> with(FILED, now);
            case CaseStep.Refuse _ -> with(REFUSED, now);
            case CaseStep.SelfHandle _ ->
                    (at(FILED) == null ? with(FILED, now) : this)
                            .with(HANDLED, now)
                            .with(CLOSED, now);
            case CaseStep.Handle _ -> with(HANDLED, now);
            case CaseStep.Correct(_, _, var handledAt) -> with(HANDLED, handledAt);
            case CaseStep.Rework _ -> without(HANDLED).without(CLOSED);
            case CaseStep.Check _ -> with(CHECKED, now);
            case CaseStep.Close _ -> with(CLOSED, now);
            case CaseStep.Reopen _ -> without(HANDLED).without(CHECKED).without(CLOSED);
            case CaseStep.Match _ -> at(FILED) == null ? with(FILED, now) : this;
            case CaseStep.Help _ ->
                    (at(FILED) == null ? with(FILED, now) : this).with(HANDLED, now);
            case CaseStep.Confirm(var solved) -> solved ? with(CLOSED, now) : without(HANDLED);
            case CaseStep.CallBack act when act.found(true) -> with(CLOSED, now);
            case CaseStep.CallBack act when act.found(false) -> without(HANDLED);
            case CaseStep.CallBack _,
                    CaseStep.Verify _,
                    CaseStep.Dispatch _,
                    CaseStep.Return _,
                    CaseStep.Rule _,
                    CaseStep.Rate _,
                    CaseStep.Merge _,
                    CaseStep.Split _,
                    CaseStep.Unhold _,
                    CaseStep.Extend _,
                    CaseStep.HoldUp _,
                    CaseStep.ForceClose _,
                    CaseStep.Watching _,
                    CaseStep.Laddering _,
                    CaseStep.Joining _,
                    CaseStep.Applying _ ->
                    this;
        };
    }

    /** Where the last approval has closed a case, it is closed by then. */
    Milestones closing(CaseState state, Instant now) {
        return state instanceof CaseState.Closed && at(CLOSED) == null ? with(CLOSED, now) : this;
    }

    Milestones with(Milestone milestone, @Nullable Instant at) {
        if (at == null) {
            return this;
        }
        var more = new EnumMap<Milestone, Instant>(Milestone.class);
        more.putAll(reached);
        more.put(milestone, at);
        return new Milestones(more);
    }

    private Milestones without(Milestone milestone) {
        var fewer = new EnumMap<Milestone, Instant>(Milestone.class);
        fewer.putAll(reached);
        fewer.remove(milestone);
        return new Milestones(fewer);
    }
}
