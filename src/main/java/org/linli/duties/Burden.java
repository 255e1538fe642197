package org.linli.duties;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.duties.TaskStore.Taken;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.people.Units;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.register.Register;
import org.springframework.stereotype.Component;

/**
 * How much of the grids' time each department takes: the burden meter, and what an application
 * would add to it. Of places, never of people.
 */
@Component
class Burden {

    /** The grids with the most are shown one by one; the sums are of all. */
    private static final int MOST = 100;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final double MINUTES = 60;
    private static final double TENTHS = 10;

    private final TaskStore tasks;
    private final Duties duties;
    private final Register register;
    private final Grid grid;
    private final Units units;

    Burden(TaskStore tasks, Duties duties, Register register, Grid grid, Units units) {
        this.tasks = tasks;
        this.duties = duties;
        this.register = register;
        this.grid = grid;
        this.units = units;
    }

    /**
     * A month in an area.
     *
     * @param hours what the list plans for all its grids together
     * @param gridsWithoutHouseholds of which the register knows no household: nothing is planned
     *     there for entries by household
     */
    @Classified(FieldClass.C0)
    record Month(
            String month,
            String areaCode,
            int grids,
            int gridsWithoutHouseholds,
            double hours,
            List<OfDepartment> departments,
            List<OfGrid> heaviest) {}

    /**
     * What a department takes.
     *
     * @param unitCode null for the district itself
     * @param hours that its live entries plan: this of the month's {@code hours}
     * @param hoursPerGrid the same, for a grid on average
     * @param tasks given to grids and due in the month; of them {@code answered} are answered
     * @param taskHours what those take
     */
    @Classified(FieldClass.C0)
    record OfDepartment(
            @Nullable String unitCode,
            @Nullable String unitName,
            int entries,
            double hours,
            double hoursPerGrid,
            int tasks,
            int answered,
            double taskHours) {}

    /** What a grid bears, planned and given. */
    @Classified(FieldClass.C0)
    record OfGrid(
            String gridCode, String gridName, int households, double hours, double taskHours) {}

    /**
     * What an application would add to each grid of its area.
     *
     * @param struck what residents were to be asked for, and the register holds already
     */
    @Classified(FieldClass.C0)
    record Forecast(
            UUID entryId,
            List<String> struck,
            int grids,
            int gridsWithoutHouseholds,
            int households,
            double hoursNow,
            double hoursMore,
            List<More> heaviest) {}

    /**
     * @param hoursNow a month, as the list stands
     * @param hoursMore a month, that the application would add
     */
    @Classified(FieldClass.C0)
    record More(
            String gridCode, String gridName, int households, double hoursNow, double hoursMore) {}

    Forecast forecast(DutyEntry asked) {
        var households = register.householdsByGrid(asked.path());
        var cells = grid.under(asked.areaCode(), Level.GRID);
        var live = live(YearMonth.from(duties.today()), asked.path());
        var more =
                cells.stream()
                        .map(cell -> more(asked, cell, live, households))
                        .sorted(
                                Comparator.comparing((More one) -> one.hoursNow + one.hoursMore)
                                        .reversed())
                        .toList();
        return new Forecast(
                asked.id(),
                asked.struck(),
                more.size(),
                (int) more.stream().filter(one -> one.households == 0).count(),
                more.stream().mapToInt(More::households).sum(),
                rounded(hours(live, cells, households)),
                rounded(hours(List.of(asked), cells, households)),
                more.stream().limit(MOST).toList());
    }

    /**
     * @param month such as {@code 2026-11}; null for this one
     * @param area null for all that the caller may see
     */
    Month month(Actor actor, @Nullable String month, @Nullable String area) {
        var asked = month == null ? YearMonth.from(duties.today()) : month(month);
        var place = place(actor, area);
        var cells = grid.under(place.code(), Level.GRID);
        var households = register.householdsByGrid(place.path());
        var live = live(asked, place.path());
        var taken = tasks.taken(place.path(), asked.atDay(1), asked.plusMonths(1).atDay(1));
        var perGrid = ofGrids(cells, live, households, taken);
        return new Month(
                asked.toString(),
                place.code(),
                cells.size(),
                (int) perGrid.stream().filter(one -> one.households == 0).count(),
                rounded(hours(live, cells, households)),
                ofDepartments(cells, live, households, taken),
                perGrid.stream().limit(MOST).toList());
    }

    private static YearMonth month(String text) {
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException unreadable) {
            throw new InvalidValue("request/value", "month", text);
        }
        throw new InvalidValue("request/value", "month", text);
    }

    private Division place(Actor actor, @Nullable String area) {
        var code = area == null ? grid.installation().countyCode() : area;
        return grid.division(code)
                .filter(division ->
                        Policy.decide(actor, Action.INDICATOR_READ, Resource.at(division.path()))
                                == Decision.ALLOWED)
                .orElseThrow(() -> new InvalidValue("people/no-such-area", "area", code));
    }

    /** What is asked of any grid of a place. */
    private List<DutyEntry> live(YearMonth month, String path) {
        return duties.all().stream()
                .filter(entry -> entry.path().startsWith(path) || path.startsWith(entry.path()))
                .filter(entry -> isLive(entry, month))
                .toList();
    }

    /** Approved, and in force on some day of a month that has not ended before it was decided. */
    private boolean isLive(DutyEntry entry, YearMonth month) {
        var verdict = entry.verdict();
        return verdict != null
                && verdict.approved()
                && !duties.day(verdict.at()).isAfter(month.atEndOfMonth())
                && !entry.endsOn().isBefore(month.atDay(1));
    }

    /** Rounded by whoever shows it: what is rounded grid by grid adds up to something else. */
    private static double hours(
            List<DutyEntry> entries, List<Division> cells, Map<String, Integer> households) {
        return cells.stream().mapToDouble(cell -> hours(entries, cell, households)).sum();
    }

    private static double hours(
            List<DutyEntry> entries, Division cell, Map<String, Integer> households) {
        var living = households.getOrDefault(cell.code(), 0);
        return entries.stream()
                        .filter(entry -> cell.path().startsWith(entry.path()))
                        .mapToDouble(entry -> entry.effort().monthly(living))
                        .sum()
                / MINUTES;
    }

    private static More more(
            DutyEntry asked, Division cell, List<DutyEntry> live, Map<String, Integer> households) {
        return new More(
                cell.code(),
                cell.name(),
                households.getOrDefault(cell.code(), 0),
                rounded(hours(live, cell, households)),
                rounded(hours(List.of(asked), cell, households)));
    }

    private static List<OfGrid> ofGrids(
            List<Division> cells,
            List<DutyEntry> live,
            Map<String, Integer> households,
            List<Taken> taken) {
        var given = new HashMap<String, Long>();
        taken.forEach(one -> given.merge(one.gridCode(), one.minutes(), Long::sum));
        return cells.stream()
                .map(cell ->
                        new OfGrid(
                                cell.code(),
                                cell.name(),
                                households.getOrDefault(cell.code(), 0),
                                rounded(hours(live, cell, households)),
                                rounded(given.getOrDefault(cell.code(), 0L) / MINUTES)))
                .sorted(Comparator.comparing((OfGrid one) -> one.hours + one.taskHours).reversed())
                .toList();
    }

    private List<OfDepartment> ofDepartments(
            List<Division> cells,
            List<DutyEntry> live,
            Map<String, Integer> households,
            List<Taken> taken) {
        Set<@Nullable String> departments = new HashSet<>();
        live.forEach(entry -> departments.add(entry.unitCode()));
        taken.forEach(one -> departments.add(one.unitCode()));
        var all = new ArrayList<OfDepartment>();
        for (var unit : departments) {
            var entries =
                    live.stream().filter(entry -> Objects.equals(entry.unitCode(), unit)).toList();
            var given = taken.stream().filter(one -> one.unitCode().equals(unit)).toList();
            all.add(ofDepartment(unit, entries, given, cells, households));
        }
        all.sort(Comparator.comparing(OfDepartment::hours).reversed());
        return all;
    }

    private OfDepartment ofDepartment(
            @Nullable String unit,
            List<DutyEntry> entries,
            List<Taken> given,
            List<Division> cells,
            Map<String, Integer> households) {
        var hours = hours(entries, cells, households);
        return new OfDepartment(
                unit,
                unit == null ? null : units.nameOf(unit).orElse(unit),
                entries.size(),
                rounded(hours),
                rounded(cells.isEmpty() ? 0 : hours / cells.size()),
                given.stream().mapToInt(Taken::tasks).sum(),
                given.stream().mapToInt(Taken::answered).sum(),
                rounded(given.stream().mapToLong(Taken::minutes).sum() / MINUTES));
    }

    private static double rounded(double hours) {
        return Math.round(hours * TENTHS) / TENTHS;
    }
}
