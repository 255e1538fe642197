package org.linli.cases.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.history.Course.Count;
import org.linli.cases.history.Course.Mark;
import org.linli.platform.words.Message;

/** Whether a list of steps and the row of its case tell of the same case. */
record Agreement(Course list, PastCase row) {

    /** What a row and its list say of one column. */
    private record Compared(String column, @Nullable Object listed, @Nullable Object told) {

        boolean disagree() {
            return !Objects.equals(listed, told);
        }

        Message disagreement() {
            return Message.of("history/list-disagrees", column, shown(listed), shown(told));
        }

        private static String shown(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    /** What the list says otherwise than the row, or empty if they agree. */
    Optional<Message> disagreement() {
        return Stream.of(times(), counts(), outcome())
                .flatMap(compared -> compared)
                .filter(Compared::disagree)
                .findFirst()
                .map(Compared::disagreement);
    }

    /**
     * What the grid solved in one act was filed and handled with it, whether the row says so or
     * not; and a part of a report does not tell of the report.
     */
    private Stream<Compared> times() {
        var times = row.times();
        return Stream.of(
                list.isPart()
                        ? time(Mark.ACCEPTED, list.passed(Mark.ACCEPTED))
                        : time(Mark.REPORTED, times.reportedAt()),
                time(Mark.FILED, told(times.filedAt(), Mark.FILED, list.selfHandled())),
                time(Mark.REFUSED, times.refusedAt()),
                time(Mark.DISPATCHED, told(times.dispatchedAt(), Mark.DISPATCHED, hasNoClock())),
                time(Mark.HANDLED, told(times.handledAt(), Mark.HANDLED, list.selfHandled())),
                time(Mark.CHECKED, times.checkedAt()),
                time(Mark.CLOSED, times.closedAt()),
                time(Mark.CANCELLED, told(times.cancelledAt(), Mark.CANCELLED, true)));
    }

    /** What was merged, or solved by the grid in the end, has none any more. */
    private boolean hasNoClock() {
        return list.selfHandled() || list.state().equals("MERGED");
    }

    private @Nullable Instant told(@Nullable Instant told, Mark mark, boolean mayBeLeftOut) {
        return told == null && mayBeLeftOut ? list.passed(mark) : told;
    }

    private Compared time(Mark mark, @Nullable Instant told) {
        return new Compared(mark.column(), list.passed(mark), told);
    }

    private Stream<Compared> counts() {
        var outcome = row.outcome();
        return Stream.of(
                count(Count.RETURNS, outcome.returns()),
                count(Count.REWORKS, outcome.reworks()),
                count(Count.EXTENSIONS, outcome.extensions()));
    }

    private Compared count(Count what, int told) {
        return new Compared(what.column(), list.counted(what), told);
    }

    /** A list need not hold the rating. */
    private Stream<Compared> outcome() {
        var outcome = row.outcome();
        var rating = list.rating() == null ? outcome.rating() : list.rating();
        return Stream.of(
                new Compared("unit_code", list.unit(), outcome.unitCode()),
                new Compared("self_handled", list.selfHandled(), outcome.selfHandled()),
                new Compared("rating", rating, outcome.rating()),
                new Compared("state", asARowTells(), row.state()));
    }

    /**
     * A row cannot say that a case was merely looked at, that the grid has taken a service on, or
     * that what is over was split.
     */
    private String asARowTells() {
        return switch (list.state()) {
            case "ACCEPTED", "VERIFIED" -> "REPORTED";
            case "DISPATCHED" -> list.unit() == null ? "FILED" : "DISPATCHED";
            case "SPLIT" -> row.times().cancelledAt() == null ? "SPLIT" : "REFUSED";
            default -> list.state();
        };
    }
}
