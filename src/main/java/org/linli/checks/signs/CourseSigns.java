package org.linli.checks.signs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The signs that a case's own history shows, looked for as its last event is told. */
public final class CourseSigns {

    /** Nobody drives anywhere, works and writes it down in a minute. */
    static final Duration TOO_SOON = Duration.ofMinutes(1);

    /** Time to report and time to close as two acts: fewer seconds than the second form takes. */
    static final Duration IN_SECONDS = Duration.ofSeconds(30);

    /** Whoever waits for a season or for money knows it once they have looked. */
    static final double TWO_THIRDS = 2 / 3.0;

    /** Whoever makes up a time makes it just fit. */
    static final double THREE_QUARTERS = 0.75;

    /** A wrong address shows when the order is read. */
    static final double HALF_THE_LIMIT = 0.5;

    /** What is told sooner than this is told on the way back. */
    static final Duration ON_THE_WAY = Duration.ofHours(1);

    private static final double USUALLY = TWO_THIRDS;
    private static final int A_FEW = 5;

    private CourseSigns() {}

    /** What the last event of a case gives to look at. */
    public static List<Evidence> of(Course course, Around around) {
        var found = new ArrayList<Evidence>();
        switch (course.last().step()) {
            case "handle" -> {
                inSeconds(course, found);
                ownInSeconds(course, found);
                lateEntry(course, found);
                handledAfterAll(course, found);
            }
            case "self-handle" -> ownInSeconds(course, found);
            case "rule" -> ruled(course, found);
            case "return" -> sentBackLate(course, around, found);
            case "approve" -> parked(course, found);
            default -> {}
        }
        return found;
    }

    private static void inSeconds(Course course, List<Evidence> found) {
        var given = course.before("dispatch", "dispatch-again");
        if (given != null) {
            var took = Duration.between(given.at(), course.last().at());
            if (took.compareTo(TOO_SOON) < 0) {
                add(found, course, Sign.IMPOSSIBLE_TIMES, Map.of("seconds", took.toSeconds()));
            }
        }
    }

    private static void ownInSeconds(Course course, List<Evidence> found) {
        var report = course.events().getFirst();
        var took = Duration.between(report.at(), course.last().at());
        if (report.actor().equals(course.last().actor())
                && took.isPositive()
                && took.compareTo(IN_SECONDS) < 0) {
            add(found, course, Sign.OWN_IN_SECONDS, Map.of("seconds", took.toSeconds()));
        }
    }

    private static void lateEntry(Course course, List<Evidence> found) {
        var done = course.last();
        var due = course.dueAt();
        var told = Duration.between(done.at(), done.recordedAt());
        if (due != null
                && !done.at().isAfter(due)
                && done.recordedAt().isAfter(due)
                && told.compareTo(ON_THE_WAY) >= 0
                && course.passed(done.at()) >= THREE_QUARTERS) {
            add(
                    found,
                    course,
                    Sign.LATE_ENTRY,
                    Map.of("saidAt", done.at(), "toldAt", done.recordedAt(), "dueAt", due));
        }
    }

    private static void handledAfterAll(Course course, List<Evidence> found) {
        var unit = course.unitBefore();
        if (unit != null && course.sentBackBy().contains(unit)) {
            add(found, course, Sign.SHIRKED, Map.of("unit", unit, "why", "handled-after-all"));
        }
    }

    private static void ruled(Course course, List<Evidence> found) {
        var responsible = course.last().carried().get("responsible");
        var given = course.last().unitCode();
        for (var unit : course.sentBackBy().stream().distinct().toList()) {
            if (unit.equals(responsible) || unit.equals(given)) {
                add(found, course, Sign.SHIRKED, Map.of("unit", unit, "why", "ruled"));
            }
        }
    }

    private static void sentBackLate(Course course, Around around, List<Evidence> found) {
        var unit = course.unitBefore();
        var matter = course.matter();
        var last = course.last();
        if (unit == null || matter == null || course.passed(last.at()) < HALF_THE_LIMIT) {
            return;
        }
        var usual = around.handledOf(unit, matter, last.at().minus(WorkSigns.MEMORY), last.at());
        if (usual.among() >= A_FEW && usual.some() >= USUALLY * usual.among()) {
            add(
                    found,
                    course,
                    Sign.SHIRKED,
                    Map.of(
                            "unit",
                            unit,
                            "why",
                            "its-usual-matter",
                            "handled",
                            usual.some(),
                            "given",
                            usual.among()));
        }
    }

    private static void parked(Course course, List<Evidence> found) {
        var asked = course.before("ask-hold");
        if (asked == null || !course.last().carried().containsKey("heldUntil")) {
            return;
        }
        var passed = course.passed(asked.at());
        if (passed >= TWO_THIRDS) {
            add(
                    found,
                    course,
                    Sign.PARKED,
                    Map.of("percentOfLimit", Math.round(100 * passed), "askedAt", asked.at()));
        }
    }

    private static void add(
            List<Evidence> found, Course course, Sign sign, Map<String, Object> facts) {
        found.add(new Evidence(course.key(), sign, facts));
    }
}
