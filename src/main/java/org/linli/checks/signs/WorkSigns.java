package org.linli.checks.signs;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.cases.CaseKey;

/** The signs that show only beside other cases. */
public final class WorkSigns {

    /** For how long facts are kept: a month, and what it takes to look back over one. */
    public static final Duration MEMORY = Duration.ofDays(35);

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** To find it, put it right, show it and write it down takes two minutes or more. */
    static final int BURST = 6;

    /** Bigrams: what is shorter, honest people write alike. */
    private static final int LONG_ENOUGH = 12;

    /** Nine tenths in common is copied; the same phrase about another house is three quarters. */
    static final double ALIKE = 0.9;

    /** Metres; nearer than this it may be the same thing again. */
    private static final double ELSEWHERE = 50;

    /**
     * Of the 64 bits of a difference hash: up to here it is the same picture, saved again. Pictures
     * of different things differ in about 32, give or take 4 (N. Krawetz, Kind of Like That, 2013).
     */
    static final int SAME_PICTURE = 5;

    /** Metres a second, 100 km/h: faster than traffic in any district; and metres that matter. */
    private static final double TRAVEL = 28;

    private static final double FAR = 500;

    private static final int MANY_ON_A_DAY = 8;
    private static final int DAYS_BEFORE = 28;

    /** So seldom by chance that in a year no honest cell of a district meets it. */
    private static final double BY_CHANCE = 1e-5;

    private static final int CHECKS_TO_TELL = 8;

    private final ZoneId zone;

    /**
     * @param zone whose months they are
     */
    public WorkSigns(ZoneId zone) {
        this.zone = zone;
    }

    /** What a case shows once it is handled. */
    public List<Evidence> ofHandling(Work work, Around around) {
        var found = new ArrayList<Evidence>();
        if (work.own()) {
            travel(work, around, found);
            burst(work, around, found);
            beforeCutOff(work, around, found);
            copied(work, around, found);
        }
        return found;
    }

    /** What a case shows once it is checked. */
    public List<Evidence> ofCheck(Work work, Around around) {
        var found = new ArrayList<Evidence>();
        paired(work, around, found);
        return found;
    }

    private static void burst(Work work, Around around, List<Evidence> found) {
        var lately =
                around
                        .byHand(
                                work.handler(),
                                work.handledAt().minus(TEN_MINUTES),
                                work.handledAt())
                        .stream()
                        .filter(Work::own)
                        .toList();
        if (lately.size() >= BURST) {
            var facts = facts("closings", lately.size(), "minutes", TEN_MINUTES.toMinutes());
            lately.forEach(one -> found.add(new Evidence(one.key(), Sign.BURST, facts)));
        }
    }

    private void beforeCutOff(Work work, Around around, List<Evidence> found) {
        var day = LocalDate.ofInstant(work.handledAt(), zone);
        if (work.cell().isEmpty() || day.getDayOfMonth() != day.lengthOfMonth()) {
            return;
        }
        var begin = day.atStartOfDay(zone).toInstant();
        var today = around.ownIn(work.cell(), begin, work.handledAt());
        if (today.some() < MANY_ON_A_DAY) {
            return;
        }
        var before = around.ownIn(work.cell(), begin.minus(Duration.ofDays(DAYS_BEFORE)), begin);
        var usualOwn = (double) before.some() / DAYS_BEFORE;
        var usualOthers = (double) before.others() / DAYS_BEFORE;
        // a storm shows in what others report too
        var rise = Math.max(1, today.others() / Math.max(0.5, usualOthers));
        var expected = Math.max(0.5, usualOwn) * rise;
        if (Likelihood.ofAtLeast(today.some(), expected) < BY_CHANCE) {
            var facts =
                    facts("closings", today.some(), "expected", Math.round(expected * 10) / 10.0);
            around.inCell(work.cell(), begin, work.handledAt()).stream()
                    .filter(Work::own)
                    .forEach(one -> found.add(new Evidence(one.key(), Sign.BEFORE_CUT_OFF, facts)));
        }
    }

    private static void copied(Work work, Around around, List<Evidence> found) {
        if (work.words().size() < LONG_ENOUGH && work.photos().isEmpty()) {
            return;
        }
        var since = work.handledAt().minus(MEMORY);
        var others =
                Stream.concat(
                                around.byHand(work.handler(), since, work.handledAt()).stream(),
                                around.inCell(work.cell(), since, work.handledAt()).stream())
                        .filter(other -> other.own() && !other.key().equals(work.key()))
                        .toList();
        others.stream()
                .filter(other -> work.metresTo(other) > ELSEWHERE)
                .filter(other -> areAlike(work.words(), other.words()))
                .findFirst()
                .ifPresent(other -> found.add(like(work, Sign.SAME_WORDS, other)));
        others.stream()
                .filter(other -> showTheSame(work.photos(), other.photos()))
                .findFirst()
                .ifPresent(other -> found.add(like(work, Sign.SAME_PHOTO, other)));
    }

    static boolean areAlike(Set<String> one, Set<String> other) {
        var smaller = Math.min(one.size(), other.size());
        var larger = Math.max(one.size(), other.size());
        if (smaller < LONG_ENOUGH || smaller < ALIKE * larger) {
            return false;
        }
        var common = one.stream().filter(other::contains).count();
        return common >= ALIKE * (one.size() + other.size() - common);
    }

    static boolean showTheSame(List<Long> one, List<Long> other) {
        return one.stream()
                .anyMatch(mine ->
                        other.stream()
                                .anyMatch(theirs -> Long.bitCount(mine ^ theirs) <= SAME_PICTURE));
    }

    /** Whoever solved it was there: units may write at a desk what their crews have done. */
    private static void travel(Work work, Around around, List<Evidence> found) {
        var before =
                around
                        .byHand(
                                work.handler(),
                                work.handledAt().minus(Duration.ofHours(1)),
                                work.handledAt())
                        .stream()
                        .filter(other -> !other.key().equals(work.key()))
                        .reduce((_, later) -> later);
        before.ifPresent(other ->
                tooFast(work, other, Duration.between(other.handledAt(), work.handledAt()), found));
    }

    private static void tooFast(Work work, Work before, Duration took, List<Evidence> found) {
        var metres = work.metresTo(before);
        if (metres > FAR && metres > TRAVEL * Math.max(0, took.toSeconds())) {
            found.add(
                    new Evidence(
                            work.key(),
                            Sign.IMPOSSIBLE_TIMES,
                            Map.of(
                                    "metres", Math.round(metres),
                                    "seconds", took.toSeconds(),
                                    "other", before.key().id())));
        }
    }

    private static void paired(Work work, Around around, List<Evidence> found) {
        var checker = work.checker();
        var at = work.checkedAt();
        if (checker == null || at == null) {
            return;
        }
        var since = at.minus(MEMORY);
        var mine = around.partOfHandler(checker, work.handler(), since, at);
        if (mine.some() < CHECKS_TO_TELL) {
            return;
        }
        var others = around.partOfChecker(checker, work.handler(), since, at);
        // one more on either side, so that a few checks do not pass for a habit
        var chance = (others.some() + 1.0) / (others.among() + 2.0);
        if (Likelihood.ofAtLeast(mine.some(), mine.among(), chance) < BY_CHANCE) {
            var facts = facts("checks", mine.among(), "bySame", mine.some());
            around.checkedBy(checker, work.handler(), since, at)
                    .forEach(one -> found.add(new Evidence(one.key(), Sign.PAIRED, facts)));
        }
    }

    private static Evidence like(Work work, Sign sign, Work other) {
        return new Evidence(work.key(), sign, Map.of("other", key(other.key())));
    }

    private static long key(CaseKey key) {
        return key.id();
    }

    private static Map<String, Object> facts(String one, Object value, String two, Object other) {
        return Map.of(one, value, two, other);
    }
}
