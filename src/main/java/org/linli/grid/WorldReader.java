package org.linli.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.grid.index.CellIndex;
import org.linli.grid.index.CellIndexBuilder;
import org.springframework.stereotype.Component;

/** Reads an edition of the grid into memory. */
@Component
class WorldReader {

    /** The scheme whose cells things are filed under. */
    static final String MASTER = "master";

    private static final Comparator<DivisionRow> SMALLEST_FIRST =
            Comparator.<DivisionRow>comparingLong(
                            row -> Objects.requireNonNullElse(row.areaM2(), Long.MAX_VALUE))
                    .thenComparing(row -> row.division().code());

    private final GridStore store;

    WorldReader(GridStore store) {
        this.store = store;
    }

    World read(long edition, Instant now) {
        var schemes = new ArrayList<World.Scheme>();
        var turns = new ArrayList<Instant>();
        var master = new TreeMap<String, Division>();
        for (var name : store.schemes()) {
            var rows = store.divisions(name, now);
            turns.addAll(turns(rows, now));
            var holding = rows.stream().filter(row -> row.holdsAt(now)).toList();
            var paths = new PathsNow(byCode(holding), master);
            var current = holding.stream().map(paths::placed).toList();
            var divisions = byCode(current);
            if (name.equals(MASTER)) {
                master.putAll(divisions);
            }
            schemes.add(scheme(name, current, divisions, master, now));
        }
        return new World(
                edition,
                turns.stream().min(Comparator.naturalOrder()).orElse(null),
                master,
                World.byParent(master.values()),
                formerPaths(master, now),
                List.copyOf(schemes));
    }

    private Map<String, Set<String>> formerPaths(Map<String, Division> master, Instant now) {
        var former = new HashMap<String, Set<String>>();
        store.endedPaths(
                now,
                (code, path) -> {
                    var division = master.get(code);
                    if (division != null && !division.path().equals(path)) {
                        former.computeIfAbsent(code, _ -> new TreeSet<>()).add(path);
                    }
                });
        return former;
    }

    private static List<Instant> turns(List<DivisionRow> rows, Instant now) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(turn(row, now)))
                .filter(turn -> turn.isAfter(now))
                .toList();
    }

    private static @Nullable Instant turn(DivisionRow row, Instant now) {
        return row.validFrom().isAfter(now) ? row.validFrom() : row.validTo();
    }

    private static Map<String, Division> byCode(List<DivisionRow> rows) {
        var divisions = new TreeMap<String, Division>();
        rows.forEach(row -> divisions.put(row.division().code(), row.division()));
        return divisions;
    }

    private World.Scheme scheme(
            String name,
            List<DivisionRow> rows,
            Map<String, Division> divisions,
            Map<String, Division> master,
            Instant now) {
        var cells = cells(name, rows);
        var located = new HashMap<String, Located>();
        var numbers = new HashMap<String, Integer>();
        var inOrder = new ArrayList<Located>();
        for (var row : cells) {
            var division = row.division();
            var county = county(division, code -> either(divisions, master, code));
            var cell = new Located(name, division.code(), division.name(), division.path(), county);
            numbers.put(cell.code(), inOrder.size());
            located.put(cell.code(), cell);
            inOrder.add(cell);
        }
        var finder = new CellFinder(inOrder, layers(name, cells, numbers, now));
        return new World.Scheme(name, divisions, located, finder);
    }

    /** What has a border and nothing in it; of the master scheme at the levels of cells only. */
    private static List<DivisionRow> cells(String scheme, List<DivisionRow> rows) {
        var divided = new HashSet<@Nullable String>();
        rows.stream()
                .filter(DivisionRow::hasShape)
                .forEach(row -> divided.add(row.division().parentCode()));
        return rows.stream()
                .filter(row -> row.hasShape() && isCell(scheme, row.division(), divided))
                .sorted(SMALLEST_FIRST)
                .toList();
    }

    private static boolean isCell(String scheme, Division division, Set<@Nullable String> divided) {
        var low = division.level().isCell() || !scheme.equals(MASTER);
        return low && !divided.contains(division.code());
    }

    private List<CellIndex> layers(
            String scheme, List<DivisionRow> cells, Map<String, Integer> numbers, Instant now) {
        var builders = new TreeMap<Integer, CellIndexBuilder>();
        var layerOf = new HashMap<String, CellIndexBuilder>();
        for (var cell : cells) {
            layerOf.put(
                    cell.division().code(),
                    builders.computeIfAbsent(cell.layer(), _ -> new CellIndexBuilder()));
        }
        store.shapes(
                scheme,
                now,
                (code, wkb) -> {
                    var builder = layerOf.get(code);
                    if (builder != null) {
                        builder.add(Objects.requireNonNull(numbers.get(code)), Wkb.read(wkb));
                    }
                });
        return builders.values().stream().map(CellIndexBuilder::build).toList();
    }

    /** The district above, else the city, else the topmost there is. */
    private static String county(Division division, Function<String, @Nullable Division> byCode) {
        @Nullable String city = null;
        var at = division;
        while (true) {
            if (at.level() == Level.DISTRICT) {
                return at.code();
            }
            if (at.level() == Level.CITY) {
                city = at.code();
            }
            var parent = at.parentCode() == null ? null : byCode.apply(at.parentCode());
            if (parent == null) {
                return city == null ? at.code() : city;
            }
            at = parent;
        }
    }

    private static @Nullable Division either(
            Map<String, Division> own, Map<String, Division> master, String code) {
        var division = own.get(code);
        return division == null ? master.get(code) : division;
    }
}
