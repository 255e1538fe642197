package org.linli.cases.history;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Message;

/** Follows a list of steps: where it leads, and what the row of the case must say then. */
final class Course {

    /** What a case passes on its way. */
    private enum Mark {
        REPORTED,
        ACCEPTED,
        FILED,
        REFUSED,
        DISPATCHED,
        HANDLED,
        CHECKED,
        CLOSED,
        CANCELLED,
        RATED;

        String column() {
            return name().toLowerCase(Locale.ROOT) + "_at";
        }
    }

    private enum Count {
        DISPATCHES,
        RETURNS,
        REWORKS,
        REOPENINGS,
        EXTENSIONS;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    private final Map<Mark, Instant> marks = new EnumMap<>(Mark.class);
    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private final TreeSet<String> handlers = new TreeSet<>();
    private String state = "";
    private String reporter = PastEvent.NOBODY;
    private @Nullable String unit;
    private @Nullable Integer rating;
    private boolean selfHandled;
    private boolean verified;

    /** Goes on by a step; the time is to the microsecond. */
    void take(ListedStep step, StepKind kind) {
        state = after(step, kind);
        var at = step.at();
        switch (kind) {
            case REPORT -> {
                marks.put(Mark.REPORTED, at);
                reporter = Telling.actor(step.staffId());
            }
            case ACCEPT -> marks.put(Mark.ACCEPTED, at);
            case VERIFY -> verified = true;
            case FILE -> marks.put(Mark.FILED, at);
            case REFUSE -> marks.put(Mark.REFUSED, at);
            case SELF_HANDLE -> solvedByGrid(step);
            case DISPATCH -> {
                marks.putIfAbsent(Mark.DISPATCHED, at);
                unit = step.unitCode().isEmpty() ? null : step.unitCode();
                count(Count.DISPATCHES);
            }
            case RETURN -> {
                unit = null;
                count(Count.RETURNS);
            }
            case HANDLE -> handled(step);
            case CHECK -> marks.put(Mark.CHECKED, at);
            case REWORK -> {
                marks.keySet().removeAll(List.of(Mark.HANDLED, Mark.CHECKED));
                count(Count.REWORKS);
            }
            case CLOSE -> marks.put(Mark.CLOSED, at);
            case RATE -> {
                marks.put(Mark.RATED, at);
                rating = step.score();
            }
            case REOPEN -> reopened();
            case MERGE, CANCEL -> marks.put(Mark.CANCELLED, at);
            case EXTEND -> count(Count.EXTENSIONS);
            case RULE -> {
                if (!step.unitCode().isEmpty()) {
                    unit = step.unitCode();
                    count(Count.DISPATCHES);
                }
            }
            case HOLD, RELEASE, URGE, WHISTLE, CO_HANDLE, RECOMPUTE -> {}
        }
    }

    /** A dispatch to nobody leaves the case where it was; a ruling may name a unit. */
    private String after(ListedStep step, StepKind kind) {
        return switch (kind) {
            case DISPATCH -> step.unitCode().isEmpty() ? "FILED" : "DISPATCHED";
            case RULE -> step.unitCode().isEmpty() ? state : "DISPATCHED";
            default -> kind.after(state);
        };
    }

    String state() {
        return state;
    }

    /** The unit that answers for the case now; null is the grid or the street office. */
    @Nullable String unit() {
        return unit;
    }

    /** What the list says otherwise than the row, or empty if they agree. */
    Optional<Message> disagreement(PastCase row) {
        return Stream.of(times(row), counts(row), outcome(row))
                .flatMap(compared -> compared)
                .filter(Compared::disagree)
                .findFirst()
                .map(Compared::disagreement);
    }

    /** What the list knows of a case that its row does not. */
    Known known() {
        return new Known(
                state,
                reporter,
                List.copyOf(handlers),
                marks.get(Mark.ACCEPTED),
                verified ? Boolean.TRUE : null,
                counted(Count.DISPATCHES),
                counted(Count.REOPENINGS),
                marks.get(Mark.RATED));
    }

    /**
     * @param found whether whoever went to verify it found it; null if nobody went
     */
    record Known(
            String state,
            String reporter,
            List<String> handlers,
            @Nullable Instant acceptedAt,
            @Nullable Boolean found,
            int dispatches,
            int reopenings,
            @Nullable Instant ratedAt) {}

    private void solvedByGrid(ListedStep step) {
        marks.putIfAbsent(Mark.FILED, step.at());
        marks.put(Mark.CLOSED, step.at());
        selfHandled = true;
        handled(step);
    }

    private void handled(ListedStep step) {
        marks.put(Mark.HANDLED, step.at());
        if (!step.staffId().isEmpty()) {
            handlers.add(Telling.actor(step.staffId()));
        }
    }

    /** The next dispatch starts a new clock. */
    private void reopened() {
        marks.keySet().removeAll(List.of(Mark.DISPATCHED, Mark.HANDLED, Mark.CHECKED, Mark.CLOSED));
        unit = null;
        selfHandled = false;
        count(Count.REOPENINGS);
    }

    private void count(Count what) {
        counts.merge(what, 1, Integer::sum);
    }

    private int counted(Count what) {
        return counts.getOrDefault(what, 0);
    }

    /**
     * What the grid solved in one act was filed and handled with it, whether the row says so or
     * not.
     */
    private Stream<Compared> times(PastCase row) {
        var times = row.times();
        return Stream.of(
                time(Mark.REPORTED, times.reportedAt()),
                time(Mark.FILED, orIfSelfHandled(times.filedAt(), Mark.FILED)),
                time(Mark.REFUSED, times.refusedAt()),
                time(Mark.DISPATCHED, times.dispatchedAt()),
                time(Mark.HANDLED, orIfSelfHandled(times.handledAt(), Mark.HANDLED)),
                time(Mark.CHECKED, times.checkedAt()),
                time(Mark.CLOSED, times.closedAt()),
                time(
                        Mark.CANCELLED,
                        times.cancelledAt() == null
                                ? marks.get(Mark.CANCELLED)
                                : times.cancelledAt()));
    }

    private @Nullable Instant orIfSelfHandled(@Nullable Instant told, Mark mark) {
        return told == null && selfHandled ? marks.get(mark) : told;
    }

    private Compared time(Mark mark, @Nullable Instant told) {
        return new Compared(mark.column(), marks.get(mark), told);
    }

    private Stream<Compared> counts(PastCase row) {
        var outcome = row.outcome();
        return Stream.of(
                new Compared(Count.RETURNS.column(), counted(Count.RETURNS), outcome.returns()),
                new Compared(Count.REWORKS.column(), counted(Count.REWORKS), outcome.reworks()),
                new Compared(
                        Count.EXTENSIONS.column(),
                        counted(Count.EXTENSIONS),
                        outcome.extensions()));
    }

    /** A list need not hold the rating; a row cannot say that a case was merely looked at. */
    private Stream<Compared> outcome(PastCase row) {
        var outcome = row.outcome();
        var told = row.state();
        var reported = state.equals("ACCEPTED") || state.equals("VERIFIED") ? "REPORTED" : state;
        return Stream.of(
                new Compared("unit_code", unit, outcome.unitCode()),
                new Compared("self_handled", selfHandled, outcome.selfHandled()),
                new Compared(
                        "rating", rating == null ? outcome.rating() : rating, outcome.rating()),
                new Compared("state", reported, told));
    }
}
