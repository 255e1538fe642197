package org.linli.bench.fairness;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.linli.cases.CaseDetail.Segment;
import org.linli.cases.CaseKey;
import org.linli.checks.signs.Sign;

/** What came out, over all months of a seed. */
final class Tally {

    /** So many among so many; no share where there are none. */
    static final class Part {

        private long some;
        private long among;

        void count(boolean hit) {
            among++;
            some += hit ? 1 : 0;
        }

        void add(long hits, long all) {
            some += hits;
            among += all;
        }

        long some() {
            return some;
        }

        long among() {
            return among;
        }

        double share() {
            return among == 0 ? Double.NaN : (double) some / among;
        }
    }

    final Part delays = new Part();
    final Part hidden = new Part();
    final Part honest = new Part();
    final Map<Wrong, Part> planted = new EnumMap<>(Wrong.class);
    final Map<Wrong, Part> lookingAlike = new EnumMap<>(Wrong.class);
    final Map<Sign, Long> honestBySign = new EnumMap<>(Sign.class);

    Tally() {
        for (var wrong : Wrong.values()) {
            planted.put(wrong, new Part());
            lookingAlike.put(wrong, new Part());
        }
    }

    void count(Simulated one, Map<CaseKey, Set<Sign>> reviews) {
        var signs = reviews.getOrDefault(one.course.key(), Set.of());
        if (one.wrong != null) {
            part(planted, one.wrong).count(!signs.isEmpty());
        } else {
            honest.count(!signs.isEmpty());
            signs.forEach(sign -> honestBySign.merge(sign, 1L, Long::sum));
            for (var wrong : Wrong.values()) {
                if (looksLike(wrong, one)) {
                    part(lookingAlike, wrong).count(!signs.isEmpty());
                }
            }
        }
        delays(one, signs);
    }

    private static Part part(Map<Wrong, Part> parts, Wrong wrong) {
        return Objects.requireNonNull(parts.get(wrong));
    }

    private static boolean looksLike(Wrong wrong, Simulated one) {
        return switch (wrong) {
            case PADDING -> one.own;
            case PARKING -> tells(one, "ask-hold");
            case COLLUSION -> tells(one, "check");
            case SHIRKING -> tells(one, "return");
            case LATE_ENTRY ->
                    one.course.events().stream()
                            .anyMatch(event -> event.recordedAt().isAfter(event.at()));
        };
    }

    private static boolean tells(Simulated one, String step) {
        return one.course.events().stream().anyMatch(event -> event.step().equals(step));
    }

    /** The waiting of each case that was late, second by second. */
    private void delays(Simulated one, Set<Sign> signs) {
        var due = one.course.dueAt();
        var solved = one.solvedAt;
        if (due == null || solved == null || !solved.isAfter(due)) {
            return;
        }
        var saidAt =
                one.wrong == Wrong.LATE_ENTRY
                        ? one.course.events().stream()
                                .filter(event -> event.step().equals("handle"))
                                .reduce((_, later) -> later)
                                .orElseThrow()
                                .at()
                        : Instant.MAX;
        for (var cause : one.causes) {
            for (var segment : one.course.segments()) {
                var seconds = shared(cause, segment, saidAt);
                var right = Objects.equals(segment.chargedTo(), cause.unit());
                delays.add(right ? seconds : 0, seconds);
            }
            var denied = seconds(later(cause.from(), saidAt), cause.to());
            hidden.add(signs.contains(Sign.LATE_ENTRY) ? denied : 0, denied);
        }
    }

    private static long shared(Simulated.Cause cause, Segment segment, Instant until) {
        if (segment.held()) {
            return 0;
        }
        var to = segment.to() == null ? Instant.MAX : segment.to();
        return seconds(
                later(cause.from(), segment.from()), earlier(until, earlier(cause.to(), to)));
    }

    private static long seconds(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to).toSeconds() : 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** As programs read it. */
    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("delaySecondsOnWhoeverCausedThem", figure(delays));
        figures.put("hiddenSecondsBroughtToLight", figure(hidden));
        figures.put("honestCasesReviewed", figure(honest));
        for (var wrong : Wrong.values()) {
            figures.put(
                    wrong.name().toLowerCase(java.util.Locale.ROOT),
                    Map.of(
                            "planted", figure(part(planted, wrong)),
                            "honestThatLookAlike", figure(part(lookingAlike, wrong))));
        }
        figures.put("honestBySign", honestBySign);
        return figures;
    }

    private static Map<String, Object> figure(Part part) {
        return Map.of(
                "n", part.some(),
                "of", part.among(),
                "share", part.among() == 0 ? "—" : part.share());
    }
}
