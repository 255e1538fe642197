package org.linli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseDetail.Segment;

/** Cuts the time of a case into stretches, each of which one unit answers for. */
final class Segments {

    private Segments() {}

    /** The stretches without gap from the report to the end, or to now while there is none. */
    static List<Segment> of(
            List<CaseEvent> history, Function<@Nullable String, @Nullable String> unitName) {
        var segments = new ArrayList<Segment>();
        for (var event : history) {
            var last = segments.isEmpty() ? null : segments.getLast();
            if (last != null && last.to() == null && !goesOn(last, event)) {
                segments.set(segments.size() - 1, ended(last, event));
                last = segments.getLast();
            }
            if (!CaseState.OVER.contains(event.state()) && (last == null || last.to() != null)) {
                segments.add(
                        new Segment(
                                event.unitCode(),
                                unitName.apply(event.unitCode()),
                                event.state(),
                                event.at(),
                                null));
            }
        }
        return segments;
    }

    private static boolean goesOn(Segment last, CaseEvent event) {
        return last.state().equals(event.state())
                && Objects.equals(last.unitCode(), event.unitCode());
    }

    private static Segment ended(Segment last, CaseEvent event) {
        return new Segment(last.unitCode(), last.unitName(), last.state(), last.from(), event.at());
    }
}
