package org.linli.checks.signs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.cases.Bigrams;
import org.linli.cases.CaseEvent;
import org.linli.cases.CaseKey;
import org.linli.platform.geo.Position;

/** Each sign: what is just over its threshold, and what is just under it. */
class SignTests {

    private static final Instant NOON = Instant.parse("2026-10-31T04:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofHours(8));
    private static final String HAND = "staff:W1";

    private final WorkSigns signs = new WorkSigns(ZoneId.of("Asia/Shanghai"));
    private final Neighbourhood around = new Neighbourhood();

    @Test
    void sixClosingsInTenMinutesAreABurstAndFiveAreNot() {
        var works =
                IntStream.range(0, 6).mapToObj(no -> own(no, NOON.plusSeconds(110L * no))).toList();
        around.works.addAll(works.subList(0, 5));
        assertThat(seen(works.get(4))).isEmpty();

        around.works.add(works.get(5));
        assertThat(seen(works.get(5))).containsExactly(Sign.BURST);
    }

    @Test
    void wordsCopiedToAnotherPlaceAreSeenAndTheSamePhraseAboutAnotherHouseIsNot() {
        var first = worded(1, "幸福路12号门前共享单车占道，已摆放整齐", 0);
        around.works.add(first);

        assertThat(seen(worded(2, "幸福路12号门前共享单车占道，已摆放整齐。", 0.003)))
                .containsExactly(Sign.SAME_WORDS);
        assertThat(seen(worded(3, "解放街88号门前共享单车占道，已摆放整齐", 0.003))).isEmpty();
        assertThat(seen(worded(4, "幸福路12号门前共享单车占道，已摆放整齐", 0.0002))).isEmpty();
    }

    @Test
    void aPictureSavedAgainIsSeenAndAnotherOfTheSameCornerIsNot() {
        around.works.add(pictured(1, 0x0123456789abcdefL));

        assertThat(seen(pictured(2, 0x0123456789abcdefL ^ 0b11111)))
                .containsExactly(Sign.SAME_PHOTO);
        assertThat(seen(pictured(3, 0x0123456789abcdefL ^ 0b1111111))).isEmpty();
    }

    @Test
    void nobodyIsFourKilometresAwayAMinuteLater() {
        around.works.add(at(1, NOON, 0));

        assertThat(seen(at(2, NOON.plusSeconds(60), 0.04))).containsExactly(Sign.IMPOSSIBLE_TIMES);
        assertThat(seen(at(3, NOON.plusSeconds(600), 0.04))).isEmpty();
    }

    @Test
    void aPairThatMeetsFarOftenerThanOthersDoIsSeen() {
        for (var no = 0; no < 12; no++) {
            around.works.add(own(no, NOON.minusSeconds(no)).checkedBy("staff:C1", NOON));
        }
        around.others = new Around.Part(10, 60);
        assertThat(checked()).containsOnly(Sign.PAIRED);

        // where this checker does nearly all the checks, it is no wonder
        around.others = new Around.Part(54, 60);
        assertThat(checked()).isEmpty();
    }

    @Test
    void whatIsHandledWithinAMinuteOfTheOrderIsSeen() {
        var given = event("dispatch", "DISPATCHED", NOON, "LD");

        assertThat(of(given, handled(NOON.plusSeconds(50), NOON.plusSeconds(50))))
                .containsExactly(Sign.IMPOSSIBLE_TIMES);
        assertThat(of(given, handled(NOON.plusSeconds(70), NOON.plusSeconds(70)))).isEmpty();
    }

    @Test
    void whatIsHandledWithinAMinuteOfBeingGivenToAnotherIsSeenToo() {
        var given = event("dispatch", "DISPATCHED", NOON, "HW");
        var moved = NOON.plus(Duration.ofHours(2));
        var again = event("dispatch-again", "DISPATCHED", moved, "LD");
        var soon = moved.plusSeconds(50);

        assertThat(of(given, again, handled(soon, soon))).containsExactly(Sign.IMPOSSIBLE_TIMES);
    }

    @Test
    void aTimeThatJustFitsToldAfterItWasDueIsSeen() {
        var given = event("dispatch", "DISPATCHED", NOON, "LD");
        var late = DUE.plus(Duration.ofHours(3));

        assertThat(of(given, handled(DUE.minusSeconds(600), late)))
                .containsExactly(Sign.LATE_ENTRY);
        assertThat(of(given, handled(NOON.plus(Duration.ofHours(2)), late))).isEmpty();
        assertThat(of(given, handled(late, late))).isEmpty();
    }

    @Test
    void aHoldAskedForAtTheLastMomentIsSeen() {
        var given = event("dispatch", "DISPATCHED", NOON, "LD");
        var granted =
                new CaseEvent(
                        9,
                        9,
                        "approve",
                        "DISPATCHED",
                        DUE,
                        DUE,
                        "staff:L",
                        "",
                        "",
                        "LD",
                        "",
                        Map.of("heldUntil", "2026-12-01T00:00:00Z"));

        assertThat(of(given, asked(DUE.minus(Duration.ofHours(2))), granted))
                .containsExactly(Sign.PARKED);
        assertThat(of(given, asked(NOON.plus(Duration.ofHours(2))), granted)).isEmpty();
    }

    @Test
    void aUnitThatSentBackWhatItThenHandledIsSeenAndOneThatWasRightIsNot() {
        var given = event("dispatch", "DISPATCHED", NOON, "LD");
        var back = event("return", "FILED", NOON.plusSeconds(3600), null);
        var again = event("dispatch", "DISPATCHED", NOON.plusSeconds(7200), "LD");
        var other = event("dispatch", "DISPATCHED", NOON.plusSeconds(7200), "HW");
        var at = NOON.plusSeconds(9000);

        assertThat(of(given, back, again, handled(at, at))).containsExactly(Sign.SHIRKED);
        var byOther = event("handle", "HANDLED", at, "HW");
        assertThat(of(given, back, other, byOther)).isEmpty();
    }

    private Set<Sign> seen(Work work) {
        return signs.ofHandling(work, around).stream()
                .filter(found -> found.key().equals(work.key()))
                .map(Evidence::sign)
                .collect(Collectors.toSet());
    }

    private Set<Sign> checked() {
        return signs.ofCheck(around.works.getLast(), around).stream()
                .map(Evidence::sign)
                .collect(Collectors.toSet());
    }

    private List<Sign> of(CaseEvent... events) {
        var all = new ArrayList<CaseEvent>();
        all.add(event("report", "REPORTED", NOON.minusSeconds(3600), null));
        all.addAll(List.of(events));
        var course = new Course(new CaseKey("990801", 1), "12004", all, DUE);
        return CourseSigns.of(course, around).stream().map(Evidence::sign).toList();
    }

    private static CaseEvent handled(Instant at, Instant told) {
        return new CaseEvent(8, 8, "handle", "HANDLED", at, told, HAND, "", "", "LD", "", Map.of());
    }

    private static CaseEvent asked(Instant at) {
        return event("ask-hold", "DISPATCHED", at, "LD");
    }

    private static CaseEvent event(String step, String state, Instant at, @Nullable String unit) {
        return new CaseEvent(1, 1, step, state, at, at, "staff:office", "", "", unit, "", Map.of());
    }

    private static Work own(long id, Instant at) {
        return work(id, at, 0, Set.of(), List.of());
    }

    private static Work at(long id, Instant at, double east) {
        return work(id, at, east, Set.of(), List.of());
    }

    private static Work worded(long id, String words, double east) {
        return work(id, NOON.plusSeconds(id * 1000), east, Bigrams.of(List.of(words)), List.of());
    }

    private static Work pictured(long id, long photo) {
        return work(id, NOON.plusSeconds(id * 1000), 0, Set.of(), List.of(photo));
    }

    private static Work work(
            long id, Instant at, double east, Set<String> words, List<Long> photos) {
        return new Work(
                new CaseKey("990801", id),
                "11001",
                "990801001001001",
                new Position(150 + east, 20),
                HAND,
                HAND,
                null,
                at,
                at,
                true,
                words,
                photos,
                null,
                null);
    }

    /** A few works, all of one hand and one cell. */
    private static final class Neighbourhood implements Around {

        private final List<Work> works = new ArrayList<>();
        private Part others = new Part(0, 0);

        @Override
        public List<Work> byHand(String handler, Instant from, Instant to) {
            return works.stream()
                    .filter(work -> !work.handledAt().isBefore(from))
                    .filter(work -> !work.handledAt().isAfter(to))
                    .toList();
        }

        @Override
        public List<Work> inCell(String cell, Instant from, Instant to) {
            return byHand(HAND, from, to);
        }

        @Override
        public Part ownIn(String cell, Instant from, Instant to) {
            var all = byHand(HAND, from, to);
            return new Part(all.stream().filter(Work::own).count(), all.size());
        }

        @Override
        public List<Work> checkedBy(String checker, String handler, Instant from, Instant to) {
            return works.stream().filter(work -> checker.equals(work.checker())).toList();
        }

        @Override
        public Part partOfHandler(String checker, String handler, Instant from, Instant to) {
            return new Part(checkedBy(checker, handler, from, to).size(), works.size());
        }

        @Override
        public Part partOfChecker(String checker, String handler, Instant from, Instant to) {
            return others;
        }

        @Override
        public Part handledOf(String unit, String matter, Instant from, Instant to) {
            return new Part(0, 0);
        }
    }
}
