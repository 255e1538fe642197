package org.linli.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the grid as it is held in memory: the tree of divisions, and each scheme's cells.
 *
 * @param edition which publication this is
 * @param until when a version begins or ends next; null if none is known to
 * @param divisions of the master scheme, by code
 * @param children of the master scheme, by the parent's code
 * @param formerPaths of divisions of the master scheme that have moved, by code
 * @param schemes the master scheme first
 */
record World(
        long edition,
        @Nullable Instant until,
        Map<String, Division> divisions,
        Map<String, List<Division>> children,
        Map<String, Set<String>> formerPaths,
        List<Scheme> schemes) {

    /**
     * The cells of one authority.
     *
     * @param cells by code
     */
    record Scheme(
            String name,
            Map<String, Division> divisions,
            Map<String, Located> cells,
            CellFinder finder) {}

    boolean isStillSo(long latestEdition, Instant now) {
        return edition == latestEdition && (until == null || until.isAfter(now));
    }

    Scheme master() {
        return schemes.getFirst();
    }

    Optional<Scheme> scheme(String name) {
        return schemes.stream().filter(scheme -> scheme.name().equals(name)).findFirst();
    }

    Optional<Division> division(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    List<Division> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** Every division of a level that lies in one, or is it, in the order of their codes. */
    List<Division> under(Division top, Level level) {
        return divisions.values().stream()
                .filter(division -> division.level() == level && top.holds(division))
                .sorted(Comparator.comparing(Division::code))
                .toList();
    }

    /** From the top down to the one with this code; of another scheme above its own cells. */
    List<Division> way(Scheme scheme, String code) {
        var way = new ArrayList<Division>();
        var at = scheme.divisions().get(code);
        while (at != null) {
            way.addFirst(at);
            var parent = at.parentCode();
            at = parent == null ? null : parent(scheme, parent);
        }
        return List.copyOf(way);
    }

    private @Nullable Division parent(Scheme scheme, String code) {
        var own = scheme.divisions().get(code);
        return own == null ? divisions.get(code) : own;
    }

    /** The paths of a division before it, or one that it lies in, moved. */
    List<String> formerPaths(String code) {
        if (formerPaths.isEmpty()) {
            return List.of();
        }
        var path = division(code).map(Division::path).orElse("");
        return way(master(), code).stream()
                .flatMap(above ->
                        formerPaths.getOrDefault(above.code(), Set.of()).stream()
                                .map(former -> former + path.substring(above.path().length())))
                .toList();
    }

    static Map<String, List<Division>> byParent(Iterable<Division> divisions) {
        var children = new HashMap<String, List<Division>>();
        for (var division : divisions) {
            var parent = division.parentCode();
            if (parent != null) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(division);
            }
        }
        children.values().forEach(list -> list.sort(Comparator.comparing(Division::code)));
        return children;
    }
}
