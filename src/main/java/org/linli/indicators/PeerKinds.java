package org.linli.indicators;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.grid.CellKind;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Unit;
import org.linli.people.UnitKind;
import org.linli.people.Units;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Component;

/** Says of what kind an area or a unit is, since only its like are its peers. */
@Component
class PeerKinds {

    /** Of those whose kind nobody said: they are compared among themselves. */
    private static final String UNSAID = "unsaid";

    private final Grid grid;
    private final Units units;
    private final Groups groups;

    PeerKinds(Grid grid, Units units, Groups groups) {
        this.grid = grid;
        this.units = units;
        this.groups = groups;
    }

    /** Whether members of this grouping have peers: areas and units do, people are none of them. */
    static boolean has(Grouping by) {
        return by.byArea() || by == Grouping.UNIT;
    }

    /** The kind of a member: that of the cell or the unit, and of other areas the level. */
    String of(Grouping by, String code) {
        return switch (by) {
            case GRID -> grid.division(code).map(Division::kind).map(CellKind::code).orElse(UNSAID);
            case UNIT -> units.unit(code).map(Unit::kind).map(UnitKind::code).orElse(UNSAID);
            default -> by.code();
        };
    }

    String name(String kind, Locale locale) {
        return Words.say(Message.of("indicator/peers/" + kind), locale);
    }

    /**
     * The areas that are told apart and that lie in any of these, whether they have a case or not;
     * none of units, of which those without a case are not asked about.
     */
    List<String> areas(Grouping by, @Nullable String area, List<String> paths) {
        return groups.areas(by, area).stream()
                .map(grid::division)
                .flatMap(Optional::stream)
                .filter(division -> paths.stream().anyMatch(division.path()::startsWith))
                .map(Division::code)
                .toList();
    }

    /** Whether a group of cases is a member: what lies nowhere and what no unit has are none. */
    static boolean isMember(String group) {
        return !group.equals(Grouping.REST) && !group.equals(Grouping.NO_UNIT);
    }
}
