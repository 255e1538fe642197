package org.linli.bench.fairness;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.bench.fairness.Simulated.Cause;
import org.linli.cases.Bigrams;
import org.linli.cases.SimulatedCase;
import org.linli.cases.Source;
import org.linli.platform.geo.Position;

/**
 * A month of a district: quiet and busy streets, storms, campaigns, units quick and slow, people
 * with habits, phones out of reach; and, in some months, somebody who cheats.
 */
final class Month {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    private static final double WRONG_IN_A_MONTH = 0.3;
    private static final int CELLS = 20;
    private static final int UNITS = 6;
    private static final double METRES_IN_DEGREES = 1.0 / 111_195;

    private record Cell(
            String code, Position middle, double busy, boolean campaign, int campaignFrom) {}

    private record Happening(Instant at, long order, Runnable what) {}

    private final Chance chance;
    private final Wording wording;
    private final List<Cell> cells = new ArrayList<>();
    private final List<String> checkers = new ArrayList<>();
    private final Map<String, Double> paces = new HashMap<>();
    private final Map<String, Instant> freeAt = new HashMap<>();
    private final Map<String, String> habits = new HashMap<>();
    private final Map<String, List<Long>> scenes = new HashMap<>();
    private final List<Simulated> cases = new ArrayList<>();
    private final PriorityQueue<Happening> agenda =
            new PriorityQueue<>(
                    Comparator.comparing(Happening::at).thenComparing(Happening::order));
    private final Set<Wrong> wrongs = EnumSet.noneOf(Wrong.class);

    private final double misdirected;
    private final double mixed;
    private final int stormFrom;
    private final String shirker;
    private final String parker;
    private final String backdater;
    private final String colluder;
    private final String bribed;
    private final double bribedPart;
    private long ids;
    private long order;

    Month(long seed) {
        chance = new Chance(seed);
        wording = new Wording(chance);
        for (var no = 0; no < CELLS; no++) {
            var middle = new Position(150 + 0.01 * (no % 5), 20 + 0.01 * (no / 5));
            var from = chance.below(28);
            cells.add(
                    new Cell(
                            "99080100100100" + (char) ('A' + no),
                            middle,
                            chance.around(1, 0.7),
                            chance.of(0.1),
                            from));
        }
        for (var no = 0; no < 3 + chance.below(6); no++) {
            checkers.add("staff:checker-" + no);
        }
        for (var no = 0; no < UNITS; no++) {
            paces.put(unit(no), chance.around(0.55, 0.35));
        }
        misdirected = chance.between(0.02, 0.1);
        mixed = chance.between(0.3, 0.9);
        stormFrom = chance.of(0.3) ? chance.below(29) : -1;
        for (var wrong : Wrong.values()) {
            if (chance.of(WRONG_IN_A_MONTH)) {
                wrongs.add(wrong);
            }
        }
        shirker = unit(chance.below(UNITS));
        parker = unit(chance.below(UNITS));
        backdater = unit(chance.below(UNITS));
        colluder = handler(unit(chance.below(UNITS)), chance.below(3));
        bribed = chance.among(checkers);
        bribedPart = chance.between(0.4, 0.95);
    }

    /** All cases of the month, played to their end. */
    List<Simulated> play() {
        for (var day = 0; day < FIRST.lengthOfMonth(); day++) {
            for (var cell : cells) {
                day(cell, day);
            }
        }
        if (wrongs.contains(Wrong.PADDING)) {
            pad();
        }
        while (!agenda.isEmpty()) {
            agenda.poll().what.run();
        }
        return cases;
    }

    private void at(Instant when, Runnable what) {
        agenda.add(new Happening(when, order++, what));
    }

    private static String unit(int no) {
        return "U" + no;
    }

    private static String handler(String unit, int no) {
        return "staff:" + unit + "-" + no;
    }

    private static Instant clock(int day, double hour) {
        return FIRST.plusDays(day).atStartOfDay(ZONE).toInstant().plus(Chance.hours(hour));
    }

    private void day(Cell cell, int day) {
        var storm = stormFrom >= 0 && (day == stormFrom || day == stormFrom + 1);
        var rush = storm ? chance.between(3, 8) : 1;
        for (var n = chance.times(cell.busy * rush); n > 0; n--) {
            spot(cell, clock(day, chance.between(8, 18)), false);
        }
        for (var n = chance.times(cell.busy * (storm ? rush / 2 : 1)); n > 0; n--) {
            var at = clock(day, chance.between(7, 21));
            at(at, () -> report(cell, at));
        }
        var cleaning = cell.campaign && day >= cell.campaignFrom && day < cell.campaignFrom + 4;
        if (cleaning) {
            for (var n = 8 + chance.below(14); n > 0; n--) {
                spot(cell, clock(day, chance.between(8.5, 11)), true);
            }
        }
    }

    /** Somebody of the grid finds it, puts it right, and goes on. */
    private void spot(Cell cell, Instant at, boolean campaign) {
        var hand = "staff:" + cell.code + "-" + chance.below(2);
        var said = writesInTheEvening(hand) ? evening(at) : at;
        at(said, () -> solve(cell, hand, said, campaign));
    }

    /** One in seven does the round first and writes it all up at the desk. */
    private static boolean writesInTheEvening(String hand) {
        return Math.floorMod(hand.hashCode() >> 3, 7) == 0;
    }

    private static Instant evening(Instant at) {
        return at.atZone(ZONE).toLocalDate().atTime(17, 30).atZone(ZONE).toInstant();
    }

    private void solve(Cell cell, String hand, Instant planned, boolean campaign) {
        var free = freeAt.getOrDefault(hand, Instant.EPOCH);
        var begin = planned.isAfter(free) ? planned : free;
        var took = campaign ? chance.between(1.5, 6) : chance.between(2.5, 12);
        if (writesInTheEvening(hand)) {
            took = chance.between(0.7, 4);
        }
        var done = begin.plus(Chance.hours(took / 60));
        freeAt.put(hand, done);
        var thing = wording.thing();
        var words = wordsOf(hand, thing);
        var spot = near(cell.middle, 450);
        var photos = List.of(scene(cell.code));
        var course =
                new SimulatedCase(++ids, Source.PATROL, "M" + thing, spot, cell.code, hand, done)
                        .selfHandle("24CH", false, hand, done);
        cases.add(new Simulated(course, spot, cell.code, "M" + thing, true, words, photos));
    }

    private Set<String> wordsOf(String hand, int thing) {
        // one in five always writes the same but for the place
        var phrase =
                Math.floorMod(hand.hashCode(), 5) == 0
                        ? habits.computeIfAbsent(hand + thing, _ -> wording.habit(thing))
                        : wording.habit(thing);
        return Bigrams.of(List.of(wording.place() + phrase));
    }

    /** A picture: now and then of the same corner as some other day, from nearly the same spot. */
    private long scene(String cell) {
        var known = scenes.computeIfAbsent(cell, _ -> new ArrayList<>());
        if (!known.isEmpty() && chance.of(0.05)) {
            var again = chance.among(known);
            for (var bit = 0; bit < Long.SIZE; bit++) {
                again ^= chance.of(0.2) ? 1L << bit : 0;
            }
            return again;
        }
        var picture = chance.bits();
        known.add(picture);
        return picture;
    }

    private Position near(Position middle, double metres) {
        return new Position(
                middle.longitude() + chance.between(-metres, metres) * METRES_IN_DEGREES,
                middle.latitude() + chance.between(-metres, metres) * METRES_IN_DEGREES);
    }

    /** Trifles made up at a desk, to have enough of them. */
    private void pad() {
        var cell = chance.among(cells);
        var hand = "staff:" + cell.code + "-0";
        var copied = chance.between(0.3, 1);
        var recycled = chance.between(0.2, 0.9);
        var old = List.of(chance.bits(), chance.bits(), chance.bits());
        var phrase = wording.habit(wording.thing());
        var place = wording.place();
        var sittings = 2 + chance.below(5);
        for (var sitting = 0; sitting < sittings; sitting++) {
            var day = chance.of(0.4) ? FIRST.lengthOfMonth() - 1 : chance.below(30);
            var at = clock(day, chance.between(8, 20));
            for (var n = 4 + chance.below(12); n > 0; n--) {
                at = at.plus(Duration.ofSeconds(20 + chance.below(100)));
                var moment = at;
                at(moment, () -> invent(cell, hand, moment, copied, recycled, old, place + phrase));
            }
        }
    }

    private void invent(
            Cell cell,
            String hand,
            Instant at,
            double copied,
            double recycled,
            List<Long> old,
            String text) {
        var thing = wording.thing();
        var spot = near(cell.middle, 300);
        var said = chance.of(copied) ? text : wording.fresh(thing);
        var photo =
                chance.of(recycled) ? chance.among(old) ^ (1L << chance.below(64)) : chance.bits();
        var course =
                new SimulatedCase(++ids, Source.PATROL, "M" + thing, spot, cell.code, hand, at)
                        .selfHandle("24CH", false, hand, at);
        var invented =
                new Simulated(
                        course,
                        spot,
                        cell.code,
                        "M" + thing,
                        true,
                        Bigrams.of(List.of(said)),
                        List.of(photo));
        invented.wrong = Wrong.PADDING;
        cases.add(invented);
    }

    /** Somebody reports what a unit has to solve. */
    private void report(Cell cell, Instant at) {
        var owner = unit(chance.below(UNITS));
        // one in eight lies on a border: by its matter it would be another's
        var usual = chance.of(0.125) ? other(owner) : owner;
        var matter = usual + "-" + chance.below(3);
        var spot = near(cell.middle, 450);
        var course =
                new SimulatedCase(++ids, Source.RESIDENT, matter, spot, cell.code, "anonymous", at);
        var one =
                new Simulated(
                        course,
                        spot,
                        cell.code,
                        matter,
                        false,
                        Bigrams.of(List.of(wording.fresh(wording.thing()))),
                        List.of(scene(cell.code)));
        cases.add(one);
        var filed = at.plus(chance.hoursBetween(0.1, 1));
        var given = filed.plus(chance.hoursBetween(0.05, 0.5));
        var known = chance.of(0.5) ? owner : usual;
        var first = chance.of(misdirected) ? other(owner) : known;
        at(
                filed,
                () -> {
                    course.file(chance.of(0.3) ? "8CH" : "48CH", "staff:office", filed);
                    at(given, () -> give(one, owner, first, given));
                });
    }

    private String other(String unit) {
        var other = unit(chance.below(UNITS));
        return other.equals(unit)
                ? unit((chance.below(UNITS - 1) + indexOf(unit) + 1) % UNITS)
                : other;
    }

    private static int indexOf(String unit) {
        return Integer.parseInt(unit.substring(1));
    }

    private void give(Simulated one, String owner, String unit, Instant at) {
        one.course.dispatch(unit, "staff:office", at);
        if (!unit.equals(owner)) {
            misdirected(one, owner, unit, at);
        } else if (wrongs.contains(Wrong.SHIRKING) && owner.equals(shirker) && chance.of(0.15)) {
            shirk(one, owner, at);
        } else {
            work(one, owner, at, at);
        }
    }

    /** It is not theirs, and they say so; now and then it is, as they find out. */
    private void misdirected(Simulated one, String owner, String unit, Instant at) {
        var back = at.plus(chance.waiting(3));
        var theirs = chance.of(0.1) ? unit : owner;
        at(
                back,
                () -> {
                    one.causes.add(new Cause(at, back, unit));
                    one.course.sendBack(handler(unit, 0), back);
                    if (one.course.isContested()) {
                        rule(one, theirs, back, null);
                        return;
                    }
                    var again = back.plus(chance.waiting(1));
                    at(
                            again,
                            () -> {
                                one.causes.add(new Cause(back, again, null));
                                give(one, theirs, theirs, again);
                            });
                });
    }

    /** It is theirs, and they send it back all the same. */
    private void shirk(Simulated one, String owner, Instant at) {
        one.wrong = Wrong.SHIRKING;
        var limit = Duration.between(at, Objects.requireNonNull(one.course.dueAt()));
        var back = at.plus(Chance.hours(limit.toMinutes() / 60.0 * chance.between(0.1, 1.2)));
        at(
                back,
                () -> {
                    one.causes.add(new Cause(at, back, owner));
                    one.course.sendBack(handler(owner, 0), back);
                    if (one.course.isContested()) {
                        rule(one, owner, back, owner);
                        return;
                    }
                    var again = back.plus(chance.waiting(1));
                    at(again, () -> again(one, owner, back, again));
                });
    }

    /** The office insists, or tries another, who sends it back with good reason. */
    private void again(Simulated one, String owner, Instant back, Instant at) {
        one.causes.add(new Cause(back, at, owner));
        if (chance.of(0.5)) {
            one.course.dispatch(owner, "staff:office", at);
            work(one, owner, at, at);
            return;
        }
        var innocent = other(owner);
        one.course.dispatch(innocent, "staff:office", at);
        if (chance.of(0.3)) {
            // it gets away with it: the other does the work
            work(one, innocent, at, at);
            return;
        }
        var once = at.plus(chance.waiting(2));
        at(
                once,
                () -> {
                    one.causes.add(new Cause(at, once, owner));
                    one.course.sendBack(handler(innocent, 0), once);
                    rule(one, owner, once, owner);
                });
    }

    /** The shift leader rules, and errs one time in twenty. */
    private void rule(Simulated one, String owner, Instant at, @Nullable String guilty) {
        var ruled = at.plus(chance.waiting(3));
        at(
                ruled,
                () -> {
                    one.causes.add(new Cause(at, ruled, guilty));
                    var found = chance.of(0.95) ? guilty : null;
                    one.course.rule(owner, found, "staff:leader", ruled);
                    work(one, owner, ruled, ruled);
                });
    }

    /** The unit does it, in its time. */
    private void work(Simulated one, String unit, Instant given, Instant from) {
        var due = Objects.requireNonNull(one.course.dueAt());
        var limit = Math.max(1, Duration.between(given, due).toMinutes() / 60.0);
        var needed = Chance.hours(limit * chance.around(paces.getOrDefault(unit, 0.6), 0.6));
        var ready = chance.of(0.002) ? given.plusSeconds(30) : from.plus(needed);
        var parks = wrongs.contains(Wrong.PARKING) && unit.equals(parker);
        if (parks && ready.isAfter(due) && chance.of(0.5)) {
            one.wrong = Wrong.PARKING;
            var asked = given.plus(Chance.hours(limit * chance.between(0.65, 1.15)));
            hold(one, unit, given, asked, Duration.between(asked, ready));
        } else if (one.wrong == null && chance.of(0.015)) {
            var late = chance.of(0.2);
            var asked =
                    given.plus(
                            Chance.hours(
                                    limit * chance.between(late ? 0.6 : 0.05, late ? 1 : 0.5)));
            hold(one, unit, given, asked, needed);
        } else {
            at(ready, () -> solved(one, unit, given, ready));
        }
    }

    private void hold(Simulated one, String unit, Instant given, Instant asked, Duration left) {
        var granted = asked.plus(chance.hoursBetween(0.5, 6));
        var over = granted.plus(Duration.ofDays(7 + chance.below(50)));
        at(
                asked,
                () -> {
                    one.course.hold(
                            handler(unit, 0), "staff:second", "staff:leader", asked, granted, over);
                    one.causes.add(new Cause(given, granted, unit));
                    at(
                            over,
                            () -> {
                                one.course.unhold(over);
                                var ready =
                                        over.plus(left.isNegative() ? Duration.ofHours(2) : left);
                                at(ready, () -> solved(one, unit, over, ready));
                            });
                });
    }

    /** Done; told at once, or when the phone is back, or as if it had been in time. */
    private void solved(Simulated one, String unit, Instant since, Instant at) {
        var hand = handler(unit, chance.below(3));
        one.causes.add(new Cause(since, at, unit));
        one.solvedAt = at;
        var due = Objects.requireNonNull(one.course.dueAt());
        var lies = wrongs.contains(Wrong.LATE_ENTRY) && unit.equals(backdater);
        if (lies && at.isAfter(due) && one.wrong == null && chance.of(0.5)) {
            var claimed = due.minus(chance.hoursBetween(0.05, 2));
            if (claimed.isAfter(last(one))) {
                one.wrong = Wrong.LATE_ENTRY;
                one.course.handle(hand, claimed, at.plus(chance.hoursBetween(0, 2)));
                awaitCheck(one, hand, at.plus(chance.hoursBetween(2, 4)));
                return;
            }
        }
        var told = at;
        if (chance.of(0.03)) {
            told = at.plus(chance.waiting(3));
        } else if (chance.of(0.005)) {
            told = at.plus(chance.hoursBetween(20, 70));
        }
        one.course.handle(hand, at, told);
        awaitCheck(one, hand, told);
    }

    private static Instant last(Simulated one) {
        return one.course.events().getLast().at();
    }

    private void awaitCheck(Simulated one, String hand, Instant told) {
        var bought =
                wrongs.contains(Wrong.COLLUSION) && hand.equals(colluder) && chance.of(bribedPart);
        if (bought) {
            one.wrong = one.wrong == null ? Wrong.COLLUSION : one.wrong;
            var at = told.plus(chance.hoursBetween(0.05, 2));
            at(at, () -> one.course.check(bribed, at));
            return;
        }
        var at = told.plus(chance.waiting(8));
        at(at, () -> check(one, at));
    }

    /** Whoever is on duty there looks; the work may be found wanting. */
    private void check(Simulated one, Instant at) {
        var day = Duration.between(clock(0, 0), at).toDays();
        var duty = (int) ((day / 7 + one.cell.hashCode()) % checkers.size() + checkers.size());
        var checker =
                chance.of(mixed) ? chance.among(checkers) : checkers.get(duty % checkers.size());
        if (one.wrong != Wrong.LATE_ENTRY && chance.of(0.06)) {
            one.course.rework(checker, at);
            one.causes.add(new Cause(Objects.requireNonNull(one.solvedAt), at, null));
            if (!one.course.isContested()) {
                var unit = Objects.requireNonNull(one.course.events().getLast().unitCode());
                var again = at.plus(chance.waiting(10));
                at(again, () -> solved(one, unit, at, again));
            }
        } else {
            one.course.check(checker, at);
        }
    }
}
