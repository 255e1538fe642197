package org.linli.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What goes on around a case beside its walk; most have nothing of the kind.
 *
 * @param application what waits to be decided; null if nothing does
 * @param hold the time it was on hold; null if it never was
 * @param appealed whether the unit has asked to be excused for being late
 * @param exempt whether it was: that the case was late stays as it is
 * @param card the card it was shown; null for none
 * @param takenAt when whoever has it to solve said that they are on their way; null until then
 * @param rejected the units with whose work the reporter was not content, in turn
 * @param office whose office has it; null for the street's
 * @param together who works on it beside the unit that leads
 */
record Affairs(
        @Nullable Application application,
        @Nullable Hold hold,
        boolean appealed,
        boolean exempt,
        @Nullable Card card,
        @Nullable Instant takenAt,
        List<String> rejected,
        @Nullable Rung office,
        Together together) {

    static final Affairs NONE =
            new Affairs(null, null, false, false, null, null, List.of(), null, Together.NONE);

    Affairs {
        rejected = List.copyOf(rejected);
    }

    /** What was written before there were any says nothing of them. */
    @JsonCreator
    static Affairs read(
            @Nullable Application application,
            @Nullable Hold hold,
            boolean appealed,
            boolean exempt,
            @Nullable Card card,
            @Nullable Instant takenAt,
            @Nullable List<String> rejected,
            @Nullable Rung office,
            @Nullable Together together) {
        return new Affairs(
                application,
                hold,
                appealed,
                exempt,
                card,
                takenAt,
                rejected == null ? List.of() : rejected,
                office,
                together == null ? Together.NONE : together);
    }

    /** How seriously a case is watched from above (督办): upwards only, each once. */
    enum Card {
        /** 黄牌 */
        YELLOW,
        /** 红牌 */
        RED;

        /** As the API spells it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Affairs asking(@Nullable Application asked) {
        return new Affairs(
                asked, hold, appealed, exempt, card, takenAt, rejected, office, together);
    }

    Affairs holding(Hold begun) {
        return new Affairs(
                application, begun, appealed, exempt, card, takenAt, rejected, office, together);
    }

    Affairs appealing(boolean granted) {
        return new Affairs(
                application, hold, true, granted, card, takenAt, rejected, office, together);
    }

    /**
     * Shown a card; that it was urged, and its reporter spoken to, is told by its history alone.
     */
    Affairs watched(CaseStep.Watching act, Instant now) {
        return switch (act) {
            case CaseStep.Urge _, CaseStep.Contacted _ -> this;
            case CaseStep.ShowCard(var drawn) ->
                    new Affairs(
                            application,
                            hold,
                            appealed,
                            exempt,
                            drawn,
                            takenAt,
                            rejected,
                            office,
                            together);
            case CaseStep.Take _ -> taken(now);
        };
    }

    private Affairs taken(@Nullable Instant at) {
        return new Affairs(
                application, hold, appealed, exempt, card, at, rejected, office, together);
    }

    /** Reopened, because the reporter was not content with what this unit did. */
    Affairs rejecting(@Nullable String unitCode) {
        if (unitCode == null || rejected.contains(unitCode)) {
            return this;
        }
        var more = Stream.concat(rejected.stream(), Stream.of(unitCode)).toList();
        return new Affairs(
                application, hold, appealed, exempt, card, takenAt, more, office, together);
    }

    /** With another office; what was asked of the one before lapses. */
    Affairs with(@Nullable Rung other) {
        return new Affairs(null, hold, appealed, exempt, card, null, rejected, other, together);
    }

    /**
     * Taken up again by the street: whoever handles it now may be late on a clock of their own, and
     * ask to be excused for that; what was excused before stays in the history.
     */
    Affairs anew() {
        return new Affairs(null, hold, false, false, card, null, rejected, null, together);
    }

    Affairs joining(Together others) {
        return new Affairs(
                application, hold, appealed, exempt, card, takenAt, rejected, office, others);
    }

    @Nullable String levelCode() {
        return office == null ? null : office.level().code();
    }

    @Nullable String cardCode() {
        return card == null ? null : card.code();
    }

    /**
     * Where a case moves on, what was asked for it as it stood lapses, a hold is over, and whoever
     * has it then has yet to take it.
     */
    Affairs moved(CaseState from, CaseState to, Instant at) {
        var alone = joining(together.moved(from, to));
        var asked = stands(from, to) ? alone : alone.asking(null).taken(null);
        var wasHeld = from instanceof CaseState.Held && !(to instanceof CaseState.Held);
        return wasHeld && hold != null ? asked.holding(hold.ended(at)) : asked;
    }

    private static boolean stands(CaseState from, CaseState to) {
        return from.code().equals(to.code())
                && from.getClass().equals(to.getClass())
                && Objects.equals(from.unitCode(), to.unitCode());
    }
}
