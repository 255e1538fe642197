package org.linli.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseDetail.Segment;
import org.linli.cases.CaseStep.Kind;

/** Cuts the time of a case into stretches, each of which one unit answers for. */
final class Segments {

    private static final Set<String> LADDER = Set.of(Kind.ESCALATE.code(), Kind.ASSIGN.code());

    private final Function<@Nullable String, @Nullable String> unitName;
    private final List<Segment> segments = new ArrayList<>();

    private final Function<@Nullable String, @Nullable String> areaName;

    private boolean held;

    /** The division whose office has the case while no unit does; null for the street's. */
    private @Nullable String office;

    /** Where the stretches of the clock begin that runs now. */
    private int clockFrom;

    private Segments(
            Function<@Nullable String, @Nullable String> unitName,
            Function<@Nullable String, @Nullable String> areaName) {
        this.unitName = unitName;
        this.areaName = areaName;
    }

    /** The stretches without gap from the report to the end, or to now while there is none. */
    static List<Segment> of(
            List<CaseEvent> history,
            Function<@Nullable String, @Nullable String> unitName,
            Function<@Nullable String, @Nullable String> areaName) {
        var cut = new Segments(unitName, areaName);
        corrected(history).forEach(cut::take);
        return List.copyOf(cut.segments);
    }

    /**
     * The last handling at the time that a correction says, as far as what lies around it allows.
     */
    private static List<CaseEvent> corrected(List<CaseEvent> history) {
        var events = new ArrayList<>(history);
        var handled = -1;
        for (var i = 0; i < history.size(); i++) {
            var event = history.get(i);
            if (event.step().equals(Kind.HANDLE.code())) {
                handled = i;
            }
            if (event.step().equals(Kind.CORRECT.code())
                    && handled > 0
                    && text(event.carried().get("handledAt")) instanceof String told) {
                var at = between(events.get(handled - 1), Instant.parse(told), history, handled);
                events.set(handled, events.get(handled).doneAt(at));
            }
        }
        return events;
    }

    private static Instant between(
            CaseEvent before, Instant told, List<CaseEvent> history, int handled) {
        var next = history.get(handled + 1).at();
        return told.isBefore(before.at()) ? before.at() : told.isAfter(next) ? next : told;
    }

    private void take(CaseEvent event) {
        var last = segments.isEmpty() ? null : segments.getLast();
        follow(event);
        if (last != null && last.to() == null && !goesOn(last, event)) {
            last = ended(segments.removeLast(), event.at());
            segments.add(last);
        }
        if (event.step().equals(Kind.RULE.code())) {
            chargeLostTime(event.carried().get("responsible"));
        }
        if (event.step().equals(Kind.REOPEN.code())) {
            clockFrom = segments.size();
        }
        if (!CaseState.OVER.contains(event.state()) && (last == null || last.to() != null)) {
            segments.add(begun(event));
        }
    }

    /** A hold lasts until it is ended, or the case is over. */
    private void follow(CaseEvent event) {
        if (LADDER.contains(event.step())) {
            office = text(event.carried().get("areaCode"));
        } else if (event.step().equals(Kind.REOPEN.code())) {
            office = null;
        }
        if (event.carried().containsKey("heldUntil")) {
            held = true;
        } else if (event.step().equals(Kind.UNHOLD.code())
                || CaseState.OVER.contains(event.state())) {
            held = false;
        }
    }

    /**
     * What was lost until a ruling counts against whom it found responsible: a unit from when it
     * first had the case on this clock, the office from when it first gave it away.
     */
    private void chargeLostTime(@Nullable Object responsible) {
        var unit = text(responsible);
        var lost = false;
        for (var at = clockFrom; at < segments.size(); at++) {
            var segment = segments.get(at);
            lost |= unit == null ? segment.unitCode() != null : unit.equals(segment.unitCode());
            if (lost) {
                segments.set(at, segment.chargedTo(unit, unitName.apply(unit)));
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Segment begun(CaseEvent event) {
        var unit = event.unitCode();
        var name = unitName.apply(unit);
        var area = unit == null ? office : null;
        var charged = CaseState.AFTER_WORK.contains(event.state()) ? null : unit;
        return new Segment(
                unit,
                name,
                event.state(),
                event.at(),
                null,
                charged,
                unitName.apply(charged),
                held,
                area,
                areaName.apply(area));
    }

    private boolean goesOn(Segment last, CaseEvent event) {
        return last.held() == held
                && last.state().equals(event.state())
                && Objects.equals(last.unitCode(), event.unitCode())
                && (event.unitCode() != null || Objects.equals(last.areaCode(), office));
    }

    private static Segment ended(Segment last, Instant at) {
        return new Segment(
                last.unitCode(),
                last.unitName(),
                last.state(),
                last.from(),
                at,
                last.chargedTo(),
                last.chargedToName(),
                last.held(),
                last.areaCode(),
                last.areaName());
    }
}
