package org.linli.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Post;
import org.linli.platform.geo.Position;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The front door: which divisions and cells there are, and which cell holds a point. It answers
 * from memory, at most a second behind the latest publication.
 */
@Component
public class Grid {

    private final CurrentWorld world;
    private final @Nullable String ownCounty;

    /**
     * @param ownCounty the district this installation serves; empty where only one is loaded
     */
    Grid(CurrentWorld world, @Value("${linli.county:}") String ownCounty) {
        this.world = world;
        this.ownCounty = ownCounty.isBlank() ? null : ownCounty.strip();
    }

    /** The cell of the master scheme that holds a point, or empty outside all. */
    public Optional<Located> cellAt(Position position) {
        return at(world.get().master(), position);
    }

    /** The cell that holds a point in each scheme that has one there, the master scheme first. */
    public List<Located> locate(Position position) {
        return world.get().schemes().stream()
                .flatMap(scheme -> at(scheme, position).stream())
                .toList();
    }

    /** Finds cells of the master scheme for many points, all by the same edition. */
    public CellFinder finder() {
        return world.get().master().finder();
    }

    /** A cell of the master scheme by its code, or empty if there is none. */
    public Optional<Located> cell(String code) {
        return Optional.ofNullable(world.get().master().cells().get(code));
    }

    /** A division or cell of the master scheme by its code, or empty if there is none. */
    public Optional<Division> division(String code) {
        return world.get().division(code);
    }

    /** The divisions right below one, by code; none if there is no such division. */
    public List<Division> children(String code) {
        return world.get().children(code);
    }

    /** The divisions of a level in a division, itself included, by code. */
    public List<Division> under(String code, Level level) {
        var now = world.get();
        return now.division(code).map(top -> now.under(top, level)).orElse(List.of());
    }

    /** All divisions of a level, by code. */
    public List<Division> level(Level level) {
        return world.get().divisions().values().stream()
                .filter(division -> division.level() == level)
                .toList();
    }

    /** All divisions and cells of the master scheme, by code. */
    List<Division> divisions() {
        return world.get().divisions().values().stream()
                .sorted(Comparator.comparing(Division::code))
                .toList();
    }

    /** From the top down to the division with this code; empty if there is none. */
    public List<Division> way(String code) {
        var now = world.get();
        return now.way(now.master(), code);
    }

    /** The paths of a division while it, or what it lies in, lay in another. */
    public List<String> formerPaths(String code) {
        return world.get().formerPaths(code);
    }

    /** The divisions that lie in no other, by code. */
    public List<Division> tops() {
        return world.get().divisions().values().stream()
                .filter(division -> division.parentCode() == null)
                .toList();
    }

    /** Grows with each publication; what one has of the grid is right as long as it does not. */
    long edition() {
        return world.get().edition();
    }

    /**
     * What to draw of a division: its cells, or the divisions of a level in it.
     *
     * @param level null for cells
     * @param besides codes of others that count as lying in it
     * @throws NoSuchDivision if there is no division with this code
     * @throws NoSuchScheme if there is no such scheme
     */
    List<Division> drawn(
            String area, String schemeName, @Nullable Level level, Set<String> besides) {
        var now = world.get();
        var scheme = now.scheme(schemeName).orElseThrow(() -> new NoSuchScheme(schemeName));
        var top =
                Optional.ofNullable(scheme.divisions().get(area))
                        .or(() -> now.division(area))
                        .orElseThrow(() -> new NoSuchDivision(area));
        return scheme.divisions().values().stream()
                .filter(division -> top.holds(division) || besides.contains(division.code()))
                .filter(division ->
                        level == null
                                ? scheme.cells().containsKey(division.code())
                                : division.level() == level)
                .toList();
    }

    /** From the top down to a cell of any scheme. */
    List<Division> way(Located cell) {
        var now = world.get();
        return now.scheme(cell.scheme()).map(scheme -> now.way(scheme, cell.code())).orElseThrow();
    }

    /**
     * Where a report without a place goes: the configured district, or the only one there is; where
     * there are several, or none, the lowest division that holds all that is loaded.
     *
     * @throws NoDivisions if nothing has been loaded yet
     */
    public Installation installation() {
        var now = world.get();
        var home =
                Optional.ofNullable(ownCounty)
                        .flatMap(now::division)
                        .or(() -> holdingAll(level(Level.DISTRICT)))
                        .or(() -> now.divisions().values().stream().findFirst())
                        .orElseThrow(NoDivisions::new);
        return new Installation(home.code(), home.path());
    }

    /** The path that everything in this installation lies under. */
    public String everything() {
        try {
            return installation().path();
        } catch (NoDivisions nothingLoaded) {
            return Post.EVERYWHERE;
        }
    }

    private Optional<Division> holdingAll(List<Division> districts) {
        return districts.stream()
                .findFirst()
                .flatMap(first ->
                        way(first.code()).reversed().stream()
                                .filter(top -> districts.stream().allMatch(top::holds))
                                .findFirst());
    }

    private static Optional<Located> at(World.Scheme scheme, Position position) {
        var cell = scheme.finder().at(position.longitude(), position.latitude());
        return cell == CellFinder.OUTSIDE
                ? Optional.empty()
                : Optional.of(scheme.finder().cell(cell));
    }
}
