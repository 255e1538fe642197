package org.linli.cases;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Filed;
import org.linli.cases.CaseState.Returned;
import org.linli.cases.CaseStep.Assign;
import org.linli.cases.CaseStep.Escalate;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Laddering;
import org.linli.grid.Level;

/**
 * The ladder (DOMAIN §2.2): grid, community, street, district, city. What its office cannot settle
 * goes up one rung (上报); what another below can settle is given down (交办). Nobody but the office
 * that has a case, or one above it, gives it on.
 */
final class Ladder {

    /** Where a case is unless it was said otherwise. */
    static final Level USUAL = Level.STREET;

    private static final Level TOP = Level.CITY;
    private static final Level BOTTOM = Level.GRID;

    private Ladder() {}

    /** On which rung a case is. */
    static Level level(CaseFile file) {
        var office = file.affairs().office();
        return office == null ? USUAL : office.level();
    }

    /** The rung above the one a case is on. */
    static Level above(CaseFile file) {
        return Level.values()[level(file).ordinal() - 1];
    }

    /** The acts there are for a case that is with its office. */
    static Set<Kind> from(CaseFile file) {
        var kinds = EnumSet.noneOf(Kind.class);
        var waits = file.state() instanceof Filed || file.state() instanceof Returned;
        if (!waits || file.isService()) {
            return kinds;
        }
        if (TOP.isAbove(level(file))) {
            kinds.add(Kind.ESCALATE);
        }
        if (level(file).isAbove(BOTTOM)) {
            kinds.add(Kind.ASSIGN);
        }
        return kinds;
    }

    /**
     * What goes on around the case after an act.
     *
     * @throws StepNotAllowed if the case is not with its office, or at the end of the ladder
     * @throws CannotApply if it would be given up instead of down
     */
    static Affairs after(CaseFile file, Laddering act) {
        if (!from(file).contains(act.kind())) {
            throw new StepNotAllowed(file, act.kind());
        }
        if (act instanceof Assign && !isBelow(act.to(), file)) {
            throw new CannotApply("case/not-below");
        }
        return file.affairs().with(act.to());
    }

    private static boolean isBelow(@Nullable Rung to, CaseFile file) {
        var level = to == null ? USUAL : to.level();
        return level(file).isAbove(level) && !level.isAbove(TOP) && !BOTTOM.isAbove(level);
    }

    /** Whether a step takes a case beyond the street. */
    static boolean leavesTheStreet(CaseStep step) {
        return step instanceof Escalate(var to) && to != null && to.level().isAbove(USUAL);
    }
}
