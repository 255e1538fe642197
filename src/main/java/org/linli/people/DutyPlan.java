package org.linli.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is on call when by the turns of one roster. Pure. */
record DutyPlan(List<DutyTurn> turns, ZoneId zone) {

    /** How far ahead a change is looked for: everything weekly has come by then. */
    private static final int WEEK = 7;

    DutyPlan {
        turns = List.copyOf(turns);
    }

    /** The turns at an instant, in the order in which they are called; nobody twice. */
    List<Turn> at(Instant at) {
        var today = LocalDate.ofInstant(at, zone);
        var order =
                Comparator.<Turn>comparingInt(turn -> turn.duty().position())
                        .thenComparing(Turn::from)
                        .thenComparing(turn -> turn.duty().accountId());
        var seen = new HashSet<String>();
        return Stream.of(today.minusDays(1), today)
                .flatMap(this::on)
                .filter(turn -> turn.holds(at))
                .sorted(order)
                .filter(turn -> seen.add(turn.duty().accountId()))
                .toList();
    }

    /** When somebody comes on call next; empty where nobody does within a week. */
    Optional<Instant> nextAfter(Instant at) {
        var today = LocalDate.ofInstant(at, zone);
        return today.datesUntil(today.plusDays(WEEK + 1))
                .flatMap(this::on)
                .map(Turn::from)
                .filter(from -> from.isAfter(at))
                .min(Comparator.naturalOrder());
    }

    private Stream<Turn> on(LocalDate day) {
        var ofTheDay = turns.stream().filter(turn -> day.equals(turn.day())).toList();
        var these =
                ofTheDay.isEmpty()
                        ? turns.stream().filter(turn -> turn.comesOn(day.getDayOfWeek())).toList()
                        : ofTheDay;
        return these.stream().map(turn -> turn.on(day, zone));
    }
}
