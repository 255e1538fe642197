package org.linli.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import org.linli.access.AccessContext;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.people.DutyTurn;
import org.linli.people.Rosters;
import org.linli.people.Units;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts somebody on call in the demo district at night and on weekends, unless somebody is. */
@Component
@Order(2)
@ConditionalOnBooleanProperty("linli.demo")
class DemoRosters implements ApplicationRunner {

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Rosters rosters;
    private final Units units;
    private final Grid grid;

    DemoRosters(Rosters rosters, Units units, Grid grid) {
        this.rosters = rosters;
        this.units = units;
        this.grid = grid;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (rosters.isEmpty()) {
            AccessContext.asSystem(
                    "demo rosters",
                    () -> {
                        units.all().forEach(unit -> fill(unit.code()));
                        grid.level(Level.STREET).forEach(street -> fill(street.code()));
                    });
        }
    }

    private void fill(String holder) {
        var turns =
                rosters.usual(holder).stream()
                        .flatMap(account ->
                                Arrays.stream(DayOfWeek.values()).map(day -> turn(day, account)))
                        .toList();
        rosters.keep(holder, turns);
    }

    private static DutyTurn turn(DayOfWeek day, String account) {
        var from = day.getValue() < DayOfWeek.SATURDAY.getValue() ? EVENING : MORNING;
        return new DutyTurn(day.getValue(), null, from, MORNING, 1, account, null, "");
    }
}
