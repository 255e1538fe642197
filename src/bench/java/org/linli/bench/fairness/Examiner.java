package org.linli.bench.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.cases.CaseEvent;
import org.linli.cases.CaseKey;
import org.linli.checks.signs.Course;
import org.linli.checks.signs.CourseSigns;
import org.linli.checks.signs.Evidence;
import org.linli.checks.signs.Sign;
import org.linli.checks.signs.Work;
import org.linli.checks.signs.WorkSigns;

/** Follows the events of a month as Linli does, in the order they are told. */
final class Examiner {

    private record Told(Simulated one, int at) {

        CaseEvent event() {
            return one.course.events().get(at);
        }
    }

    private final WorkSigns signs = new WorkSigns(Month.ZONE);
    private final Memory memory = new Memory();
    private final Map<CaseKey, Work> works = new HashMap<>();
    private final Map<CaseKey, Set<Sign>> reviews = new HashMap<>();

    /** The signs that bring each case before a person; cases without any are left out. */
    Map<CaseKey, Set<Sign>> examine(List<Simulated> cases) {
        var told = new ArrayList<Told>();
        for (var one : cases) {
            for (var at = 0; at < one.course.events().size(); at++) {
                told.add(new Told(one, at));
            }
        }
        told.sort(
                Comparator.comparing((Told each) -> each.event().recordedAt())
                        .thenComparing(each -> each.event().id()));
        told.forEach(this::follow);
        return reviews;
    }

    private void follow(Told told) {
        var event = told.event();
        var one = told.one;
        switch (event.step()) {
            case "handle", "self-handle" -> {
                var work = work(told);
                works.put(one.course.key(), work);
                memory.handled(work);
                raise(signs.ofHandling(work, memory));
            }
            case "check" -> {
                var work = works.get(one.course.key());
                if (work != null) {
                    var checked = work.checkedBy(event.actor(), event.at());
                    memory.checked(checked);
                    raise(signs.ofCheck(checked, memory));
                }
            }
            default -> {}
        }
        var soFar = one.course.events().subList(0, told.at + 1);
        var course = new Course(one.course.key(), one.matter, soFar, one.course.dueAt(told.at));
        raise(CourseSigns.of(course, memory));
    }

    private void raise(List<Evidence> found) {
        for (var evidence : found) {
            reviews.computeIfAbsent(evidence.key(), _ -> EnumSet.noneOf(Sign.class))
                    .add(evidence.sign());
        }
    }

    private static Work work(Told told) {
        var one = told.one;
        var event = told.event();
        return new Work(
                one.course.key(),
                one.matter,
                one.cell,
                one.spot,
                one.course.events().getFirst().actor(),
                event.actor(),
                event.unitCode(),
                one.course.events().getFirst().at(),
                event.at(),
                one.own,
                one.words,
                one.photos,
                null,
                null);
    }
}
