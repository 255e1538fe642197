package org.linli.indicators;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.indicators.RolledUpStore.Asked;
import org.linli.platform.log.FollowerHealth;
import org.springframework.stereotype.Component;

/**
 * Figures off the roll-ups, where those have what is asked: what is so now, of whole days and of
 * one area. Whatever they have not, and every period that is over or ends in the future, is counted
 * from the cases.
 */
@Component
class RolledUp {

    /** Whoever is further behind than this has something wrong; the cases themselves are not. */
    private static final long LATE_SECONDS = 60;

    private final RolledUpStore store;
    private final Grid grid;
    private final FollowerHealth health;
    private final Clock clock;

    RolledUp(RolledUpStore store, Grid grid, FollowerHealth health, Clock clock) {
        this.store = store;
        this.grid = grid;
        this.health = health;
        this.clock = clock;
    }

    /** Counts and the moment they show. */
    record Shown(List<Counted> groups, Instant asOf) {

        Shown {
            groups = List.copyOf(groups);
        }
    }

    /** The figures, or empty where the roll-ups do not have them. */
    Optional<Shown> count(Counting counting, List<Indicator> indicators) {
        var behind = behindSeconds();
        var area = area(counting);
        if (!indicators.stream().allMatch(Indicator::isKeptByDay)) {
            return Optional.empty();
        }
        if (behind > LATE_SECONDS || area == null || !isOfWholeDaysUntilNow(counting)) {
            return Optional.empty();
        }
        return asked(counting, area)
                .map(asked ->
                        new Shown(
                                count(asked, indicators),
                                counting.period().until().minusSeconds(behind)));
    }

    private long behindSeconds() {
        return health.lags().stream()
                .filter(lag -> lag.follower().equals(Rollups.NAME))
                .mapToLong(lag -> lag.events() == 0 ? 0 : lag.seconds())
                .findFirst()
                .orElse(0);
    }

    /** The path that is asked for, as far as the caller may see: one only, and all of it. */
    private static @Nullable String area(Counting counting) {
        var scope = counting.scope();
        if (scope.areaPaths().size() != 1 || !scope.units().isEmpty()) {
            return null;
        }
        var own = scope.areaPaths().getFirst();
        var asked = counting.areaPath();
        return asked == null || own.startsWith(asked) ? own : asked;
    }

    private boolean isOfWholeDaysUntilNow(Counting counting) {
        var since = counting.period().since().atZone(counting.zone());
        var midnight =
                counting.period().since().equals(Period.BEGINNING)
                        || since.toLocalTime().equals(LocalTime.MIDNIGHT);
        var now = clock.instant();
        var until = counting.period().until();
        return midnight && !until.isBefore(now.minusSeconds(1)) && !until.isAfter(now);
    }

    private Optional<Asked> asked(Counting counting, String area) {
        var top = top(area);
        var wide = top == null || top.level().isAbove(Level.DISTRICT);
        var byArea = counting.by().byArea() || isOfAreaAlone(counting.by());
        if (!wide && !byArea && !isDistrictOrRightBelow(top)) {
            return Optional.empty();
        }
        var paths = wide ? districts(area) : List.of(area);
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Asked(
                                counting.by(),
                                paths,
                                area,
                                counting.areas(),
                                counting.majors(),
                                day(counting.period().since(), counting.zone()),
                                day(counting.period().until(), counting.zone())));
    }

    private static boolean isOfAreaAlone(Grouping by) {
        return by == Grouping.NONE || by == Grouping.MONTH;
    }

    private @Nullable Division top(String area) {
        var codes = area.split("/", -1);
        return codes.length < 3 ? null : grid.division(codes[codes.length - 2]).orElse(null);
    }

    private boolean isDistrictOrRightBelow(@Nullable Division division) {
        if (division == null) {
            return false;
        }
        var parent = division.parentCode();
        return division.level() == Level.DISTRICT
                || parent != null
                        && grid.division(parent)
                                .filter(above -> above.level() == Level.DISTRICT)
                                .isPresent();
    }

    private List<String> districts(String area) {
        return grid.level(Level.DISTRICT).stream()
                .map(Division::path)
                .filter(path -> path.startsWith(area))
                .toList();
    }

    private List<Counted> count(Asked asked, List<Indicator> indicators) {
        var sets = sets(indicators);
        var parts = new ArrayList<>(store.count(asked, sets));
        if (asked.by().byArea()) {
            parts.addAll(rest(parts, store.count(asked.by(Grouping.NONE), sets)));
        }
        var counted = Counted.joined(parts).stream().filter(Counted::isAny).toList();
        return sets.contains(CaseSet.TIMED) ? timed(counted, store.took(asked)) : counted;
    }

    private static List<Counted> timed(List<Counted> counted, Map<String, Counted.Hours> took) {
        return counted.stream().map(group -> group.taking(took.get(group.group()))).toList();
    }

    /** What lies in the whole and in none of its parts. */
    private static List<Counted.Part> rest(List<Counted.Part> parts, List<Counted.Part> whole) {
        return whole.stream()
                .map(all -> {
                    var left = new EnumMap<CaseSet, Long>(CaseSet.class);
                    left.putAll(all.cases());
                    parts.stream()
                            .filter(part -> part.own() == all.own())
                            .forEach(part ->
                                    part.cases()
                                            .forEach((set, count) ->
                                                    left.merge(set, -count, Long::sum)));
                    return new Counted.Part(Grouping.REST, all.own(), left, null);
                })
                .toList();
    }

    private static Set<CaseSet> sets(List<Indicator> indicators) {
        return indicators.stream()
                .flatMap(Indicator::sets)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseSet.class)));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
