package org.linli.notices;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Holders;
import org.linli.access.Role;
import org.linli.grid.Level;

/** Who is to be told, looked up once for as many events as are told of at once. */
final class Audience {

    private static final Set<Role> GRID = EnumSet.of(Role.GRID_MEMBER, Role.GRID_HEAD);
    private static final Set<Role> COMMUNITY = EnumSet.of(Role.GRID_HEAD);
    private static final Set<Role> STREET = EnumSet.of(Role.STREET_DISPATCHER);
    private static final Set<Role> ABOVE = EnumSet.of(Role.DISTRICT_DISPATCHER);
    private static final Set<Role> SHIFT_LEADERS = EnumSet.of(Role.SHIFT_LEADER);
    private static final Set<Role> DECIDING =
            EnumSet.of(Role.SHIFT_LEADER, Role.DISTRICT_DISPATCHER);

    private record Posts(Set<Role> roles, String path) {}

    private final Holders holders;
    private final Map<String, List<String>> units = new HashMap<>();
    private final Map<Posts, List<String>> areas = new HashMap<>();

    Audience(Holders holders) {
        this.holders = holders;
    }

    List<String> unit(String code) {
        return units.computeIfAbsent(code, holders::ofUnit);
    }

    List<String> street(String path) {
        return over(STREET, path);
    }

    /** Those who can go and look. */
    List<String> onSpot(String path) {
        return over(GRID, path);
    }

    /**
     * The office on a rung of the ladder.
     *
     * @param level null for the street's
     */
    List<String> office(@Nullable String level, String path) {
        return switch (rung(level)) {
            case GRID -> onSpot(path);
            case COMMUNITY -> over(COMMUNITY, path);
            case STREET -> street(path);
            default -> over(ABOVE, path);
        };
    }

    /** Whoever rules on a case that units quarrel over: above the street the office itself. */
    List<String> ruling(@Nullable String level, String path) {
        return rung(level).isAbove(Level.STREET) ? office(level, path) : over(SHIFT_LEADERS, path);
    }

    private static Level rung(@Nullable String level) {
        return Optional.ofNullable(level).flatMap(Level::of).orElse(Level.STREET);
    }

    /** Those who decide what only somebody above the street may. */
    List<String> deciding(String path) {
        return over(DECIDING, path);
    }

    private List<String> over(Set<Role> roles, String path) {
        // a cell more or less changes nothing: posts of the office are held over streets and more
        return areas.computeIfAbsent(new Posts(roles, path), _ -> holders.over(roles, path));
    }
}
