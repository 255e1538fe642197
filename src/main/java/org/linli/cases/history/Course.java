package org.linli.cases.history;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows a list of steps: where it leads, and what is known of the case by then. */
final class Course {

    /** What a case passes on its way. */
    enum Mark {
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

    enum Count {
        DISPATCHES,
        RETURNS,
        REWORKS,
        REOPENINGS,
        EXTENSIONS;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Mark, Instant> marks = new EnumMap<>(Mark.class);
    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private final TreeSet<String> handlers = new TreeSet<>();
    private String state = "";
    private String reporter = PastEvent.NOBODY;
    private @Nullable String unit;
    private @Nullable Integer rating;
    private boolean part;
    private boolean verified;
    private boolean service;
    private boolean selfHandled;
    private boolean forced;

    /** Goes on by a step; the time is to the microsecond. */
    void take(ListedStep step, StepKind kind) {
        var before = state;
        state = step.state() == null ? after(step, kind) : step.state();
        var at = step.at();
        switch (kind) {
            case REPORT -> {
                marks.put(Mark.REPORTED, at);
                reporter = Telling.actor(step.staffId());
            }
            case SPLIT_OFF -> {
                part = true;
                marks.put(Mark.ACCEPTED, at);
            }
            case ACCEPT -> marks.put(Mark.ACCEPTED, at);
            case VERIFY -> verified = !step.carries("found", false);
            case FILE -> {
                service = false;
                marks.put(Mark.FILED, at);
            }
            case REFUSE -> marks.put(Mark.REFUSED, at);
            case SELF_HANDLE -> solvedByGrid(step);
            case DISPATCH, DISPATCH_AGAIN -> dispatched(step);
            case MATCH -> {
                takenOn(at);
                dispatched(step);
            }
            case HELP -> {
                takenOn(at);
                unit = null;
                handled(step);
            }
            case RETURN -> {
                unit = null;
                count(Count.RETURNS);
            }
            case HANDLE -> handled(step);
            case CO_ANSWER, ARRIVE -> hadAHandIn(step);
            case CHECK -> marks.put(Mark.CHECKED, at);
            case REWORK -> reworked();
            case CLOSE -> marks.put(Mark.CLOSED, at);
            case CONFIRM, CALL_BACK -> answered(before, at);
            case RATE -> {
                marks.put(Mark.RATED, at);
                rating = step.score();
            }
            case REOPEN -> reopened();
            case MERGE, SPLIT -> {
                marks.put(Mark.CANCELLED, at);
                // whoever says the state says that nobody has it any more
                unit = step.state() == null ? unit : step.unit();
            }
            case CANCEL -> marks.put(Mark.CANCELLED, at);
            case CORRECT -> corrected(step);
            case APPROVE -> granted(step);
            case EXTEND -> count(Count.EXTENSIONS);
            case RULE -> {
                if (step.unit() != null) {
                    dispatched(step);
                }
            }
            default -> {}
        }
    }

    /** A dispatch to nobody leaves the case where it was; a ruling may name a unit. */
    private String after(ListedStep step, StepKind kind) {
        return switch (kind) {
            case DISPATCH, DISPATCH_AGAIN -> step.unit() == null ? "FILED" : "DISPATCHED";
            case RULE -> step.unit() == null ? state : "DISPATCHED";
            case CONFIRM -> step.carries("solved", false) ? "DISPATCHED" : "CLOSED";
            case CALL_BACK ->
                    step.carries("solved", true)
                            ? "CLOSED"
                            : step.carries("reached", true) ? "DISPATCHED" : state;
            case APPROVE -> isGranted(step, "forced-close") ? "CLOSED" : state;
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

    /** When the case last passed it; null if it did not. */
    @Nullable Instant passed(Mark mark) {
        return marks.get(mark);
    }

    int counted(Count what) {
        return counts.getOrDefault(what, 0);
    }

    @Nullable Integer rating() {
        return rating;
    }

    /** Whether the grid solved it itself, in one act. */
    boolean selfHandled() {
        return selfHandled;
    }

    /** Whether it is a part of a report, which its own list does not tell of. */
    boolean isPart() {
        return part;
    }

    /** What the list knows of a case that its row does not. */
    Known known() {
        return new Known(
                state,
                reporter,
                List.copyOf(handlers),
                marks.get(Mark.ACCEPTED),
                verified ? Boolean.TRUE : null,
                service,
                forced,
                counted(Count.DISPATCHES),
                counted(Count.REOPENINGS),
                marks.get(Mark.RATED));
    }

    /**
     * @param found whether whoever went to verify it found it; null if nobody went
     * @param service whether it was helped with, and not filed and checked
     * @param forced whether two people closed it unsolved
     */
    record Known(
            String state,
            String reporter,
            List<String> handlers,
            @Nullable Instant acceptedAt,
            @Nullable Boolean found,
            boolean service,
            boolean forced,
            int dispatches,
            int reopenings,
            @Nullable Instant ratedAt) {}

    private void dispatched(ListedStep step) {
        marks.putIfAbsent(Mark.DISPATCHED, step.at());
        unit = step.unit();
        count(Count.DISPATCHES);
    }

    /** Whoever takes a service on files it with that, and its clock runs. */
    private void takenOn(Instant at) {
        service = true;
        marks.putIfAbsent(Mark.FILED, at);
        marks.putIfAbsent(Mark.DISPATCHED, at);
    }

    private void solvedByGrid(ListedStep step) {
        marks.putIfAbsent(Mark.FILED, step.at());
        marks.put(Mark.CLOSED, step.at());
        selfHandled = true;
        handled(step);
    }

    private void handled(ListedStep step) {
        marks.put(Mark.HANDLED, step.at());
        hadAHandIn(step);
    }

    private void hadAHandIn(ListedStep step) {
        if (!step.staffId().isEmpty()) {
            handlers.add(Telling.actor(step.staffId()));
        }
    }

    /** What the grid solved itself is filed once more; what a unit did goes back to it. */
    private void reworked() {
        marks.keySet().removeAll(List.of(Mark.HANDLED, Mark.CHECKED));
        if (selfHandled) {
            marks.keySet().removeAll(List.of(Mark.DISPATCHED, Mark.CLOSED));
            selfHandled = false;
        }
        unit = state.equals("FILED") ? null : unit;
        count(Count.REWORKS);
    }

    /** Whoever asked for help was helped, or was not. */
    private void answered(String before, Instant at) {
        if (state.equals("CLOSED")) {
            marks.put(Mark.CLOSED, at);
        } else if (!state.equals(before)) {
            marks.remove(Mark.HANDLED);
        }
    }

    private void corrected(ListedStep step) {
        if (step.details().get("handledAt") instanceof String told) {
            marks.put(Mark.HANDLED, Instant.parse(told));
        }
    }

    private void granted(ListedStep step) {
        if (isGranted(step, "forced-close")) {
            forced = true;
            marks.put(Mark.CLOSED, step.at());
        } else if (isGranted(step, "extension")) {
            count(Count.EXTENSIONS);
        }
    }

    private static boolean isGranted(ListedStep step, String application) {
        return step.carries("application", application) && !step.carries("pending", true);
    }

    /** The next dispatch starts a new clock. */
    private void reopened() {
        marks.keySet().removeAll(List.of(Mark.DISPATCHED, Mark.HANDLED, Mark.CHECKED, Mark.CLOSED));
        unit = null;
        selfHandled = false;
        forced = false;
        count(Count.REOPENINGS);
    }

    private void count(Count what) {
        counts.merge(what, 1, Integer::sum);
    }
}
