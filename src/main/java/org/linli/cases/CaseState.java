package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.rules.DistrictRules;
import org.linli.rules.Rules;

/**
 * Where a case stands. Each state holds what is known once it is reached and what the steps from it
 * need.
 */
public sealed interface CaseState {

    /** The codes of all states. */
    Set<String> CODES =
            Set.of(
                    "REPORTED",
                    "ACCEPTED",
                    "VERIFIED",
                    "FILED",
                    "REFUSED",
                    "DISPATCHED",
                    "HANDLED",
                    "CHECKED",
                    "CLOSED",
                    "MERGED",
                    "SPLIT");

    /**
     * The codes of the states in which the unit has done its part, and the office has yet to look.
     */
    Set<String> AFTER_WORK = Set.of("HANDLED", "CHECKED");

    /** The codes of the states in which a case waits for nobody. */
    Set<String> OVER = Set.of("CLOSED", "REFUSED", "MERGED", "SPLIT");

    /** Somebody told us; nobody has looked at it yet. */
    record Reported() implements CaseState {}

    /** The street office has taken it in (受理). */
    record Accepted() implements CaseState {}

    /** Somebody of the grid went to see whether it is there (核实). */
    record Verified(boolean found) implements CaseState {}

    /** Ours to solve, under a matter and a condition of the catalogue (立案). */
    record Filed(Filing filing) implements CaseState {}

    /** Filed again, because the unit sent it back (退单); the clock runs on. */
    record Returned(Filing filing, Timer timer) implements CaseState {}

    /**
     * Sent back, or found wanting, so often that it waits for the shift leader's ruling (待值班长研判).
     */
    record Contested(Filing filing, Timer timer) implements CaseState {}

    /**
     * On hold (挂账): it waits for a season or for money, and its clock stands still.
     *
     * @param paused where it stood, and will stand again
     */
    record Held(CaseState paused, Instant since) implements CaseState {}

    /** Not ours to solve, or nothing to solve (不予立案). */
    record Refused() implements CaseState {}

    /**
     * Given to a unit, the clock running (派遣).
     *
     * @param unitCode null only in history imported without it
     */
    record Dispatched(Filing filing, @Nullable String unitCode, Timer timer) implements CaseState {}

    /** The unit says it is solved; nobody else has looked yet (处置反馈). */
    record Handled(Filing filing, @Nullable String unitCode, Timer timer) implements CaseState {}

    /** Somebody who neither reported nor handled it has seen that it is solved (核查). */
    record Checked(Filing filing, @Nullable String unitCode, Timer timer) implements CaseState {}

    /**
     * Done (结案).
     *
     * @param rated whether the reporter has said what they think of it since
     */
    record Closed(Filing filing, Solution solution, boolean rated) implements CaseState {}

    /** The same thing as another case, which goes on for both (并案). */
    record Merged(long into) implements CaseState {}

    /** Named several concerns, which go on as a case each (拆分). */
    record SplitUp() implements CaseState {}

    /** Who solved a closed case. */
    sealed interface Solution {

        /**
         * The grid itself, in one act (自处置).
         *
         * @param dueAt by when; null where the condition sets no limit
         * @param sampled whether it was drawn for an independent check and still waits for it
         */
        record ByGrid(@Nullable Instant dueAt, boolean sampled) implements Solution {}

        /** Whoever it was in the system the case was imported from, which did not say. */
        record Elsewhere(@Nullable Instant dueAt) implements Solution {}

        /**
         * Nobody: two people closed it unsolved (强制结案).
         *
         * @param unitCode who had it last; null for the street office
         * @param timer null if it was never dispatched
         */
        record Forced(@Nullable String unitCode, @Nullable Timer timer) implements Solution {}

        /** A unit it was dispatched to. */
        record ByUnit(@Nullable String unitCode, Timer timer) implements Solution {}
    }

    /**
     * What a case was filed as.
     *
     * @param matterCode null only in history imported without it
     * @param matterVersion the version of the matter it was filed under
     * @param conditionNo which of the matter's filing conditions; 0 where it has none
     * @param limit how long it may take, such as {@code 4WH}; null where none is set
     * @param under the rules of its district that held when it was filed
     */
    record Filing(
            @Nullable String matterCode,
            int matterVersion,
            int conditionNo,
            @Nullable String limit,
            DistrictRules under) {

        /** A filing under the rules as they are shipped. */
        Filing(
                @Nullable String matterCode,
                int matterVersion,
                int conditionNo,
                @Nullable String limit) {
            this(matterCode, matterVersion, conditionNo, limit, DistrictRules.SHIPPED);
        }

        Rules rules() {
            return under.rules();
        }

        boolean hasCondition() {
            return conditionNo > 0;
        }
    }

    /**
     * The clock of a case: it starts at the first dispatch and runs through returns and rework.
     *
     * @param dueAt null where the condition sets no limit
     * @param returnedBy the units that sent the case back on it, or whose work was found wanting
     *     too often, in turn; empty where it is not known which
     * @param ruled whether the shift leader has ruled whose case it is
     * @param extended how often the limit was granted once more
     * @param reworked how often a check found the work wanting since the last ruling
     */
    record Timer(
            Instant startedAt,
            @Nullable Instant dueAt,
            List<String> returnedBy,
            boolean ruled,
            int extended,
            int reworked) {

        public Timer {
            returnedBy = List.copyOf(returnedBy);
        }

        /** A clock on which nothing was sent back. */
        Timer(Instant startedAt, @Nullable Instant dueAt) {
            this(startedAt, dueAt, List.of(), false, 0, 0);
        }

        /** The same clock after this unit sent the case back. */
        Timer sentBackBy(@Nullable String unitCode) {
            var unit = unitCode == null ? "" : unitCode;
            return new Timer(
                    startedAt,
                    dueAt,
                    Stream.concat(returnedBy.stream(), Stream.of(unit)).toList(),
                    ruled,
                    extended,
                    reworked);
        }

        /** The same clock after a check found the work wanting. */
        Timer sentToRework() {
            return new Timer(startedAt, dueAt, returnedBy, ruled, extended, reworked + 1);
        }

        /** The same clock after a ruling whose case it is. */
        Timer settled() {
            return new Timer(startedAt, dueAt, returnedBy, true, extended, 0);
        }

        /** The same clock with the limit granted once more. */
        Timer extendedTo(@Nullable Instant later) {
            return new Timer(startedAt, later, returnedBy, ruled, extended + 1, reworked);
        }

        /** The same clock after it stood still. */
        Timer resumedTo(@Nullable Instant later) {
            return new Timer(startedAt, later, returnedBy, ruled, extended, reworked);
        }
    }

    /** The unit that answers for the case now; null while the grid or the street office does. */
    default @Nullable String unitCode() {
        return switch (this) {
            case Dispatched(_, var unit, _) -> unit;
            case Handled(_, var unit, _) -> unit;
            case Checked(_, var unit, _) -> unit;
            case Closed(_, Solution.ByUnit(var unit, _), _) -> unit;
            case Closed(_, Solution.Forced(var unit, _), _) -> unit;
            case Held(var paused, _) -> paused.unitCode();
            default -> null;
        };
    }

    /** The clock since the dispatch; null before it and for what the grid solved itself. */
    default @Nullable Timer timer() {
        return switch (this) {
            case Returned(_, var timer) -> timer;
            case Contested(_, var timer) -> timer;
            case Dispatched(_, _, var timer) -> timer;
            case Handled(_, _, var timer) -> timer;
            case Checked(_, _, var timer) -> timer;
            case Closed(_, Solution.ByUnit(_, var timer), _) -> timer;
            case Closed(_, Solution.Forced(_, var timer), _) -> timer;
            case Held(var paused, _) -> paused.timer();
            default -> null;
        };
    }

    /** What it was filed as; null until it is. */
    default @Nullable Filing filing() {
        return switch (this) {
            case Filed(var filing) -> filing;
            case Returned(var filing, _) -> filing;
            case Contested(var filing, _) -> filing;
            case Dispatched(var filing, _, _) -> filing;
            case Handled(var filing, _, _) -> filing;
            case Checked(var filing, _, _) -> filing;
            case Closed(var filing, _, _) -> filing;
            case Held(var paused, _) -> paused.filing();
            default -> null;
        };
    }

    /** As the API, the files and the database spell it. */
    default String code() {
        return switch (this) {
            case Reported _ -> "REPORTED";
            case Accepted _ -> "ACCEPTED";
            case Verified _ -> "VERIFIED";
            case Filed _, Returned _, Contested _ -> "FILED";
            case Held(var paused, _) -> paused.code();
            case Refused _ -> "REFUSED";
            case Dispatched _ -> "DISPATCHED";
            case Handled _ -> "HANDLED";
            case Checked _ -> "CHECKED";
            case Closed _ -> "CLOSED";
            case Merged _ -> "MERGED";
            case SplitUp _ -> "SPLIT";
        };
    }
}
