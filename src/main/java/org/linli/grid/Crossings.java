package org.linli.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.grid.topology.SquareMetres;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/**
 * Where the cells of several authorities cross: who else has a grid in a place, and where two of
 * them answer for the same matter.
 */
@Component
class Crossings {

    /**
     * A street has some hundred cells; laying a whole city over itself is no work for a request.
     */
    private static final int MOST_CELLS = 500;

    private static final int MOST = 200;

    /** Less ground than this is two ways of drawing one border. */
    private static final double NOISE = 100;

    private final Grid grid;
    private final CurrentWorld world;
    private final ShapeStore shapes;
    private final AuthorityStore authorities;

    Crossings(Grid grid, CurrentWorld world, ShapeStore shapes, AuthorityStore authorities) {
        this.grid = grid;
        this.world = world;
        this.shapes = shapes;
        this.authorities = authorities;
    }

    /**
     * A cell, and who answers in it.
     *
     * @param authority null where nobody has said who
     * @param matters codes of matters, or their first digits
     */
    @Classified(FieldClass.C0)
    record Answering(
            String scheme,
            String cellCode,
            String cellName,
            @Nullable String authority,
            @Nullable String unitCode,
            List<String> matters) {}

    /**
     * Two authorities that answer for the same in one place.
     *
     * @param squareMetres of ground; null where one point was asked for
     */
    @Classified(FieldClass.C0)
    record Conflict(
            Answering one, Answering other, List<String> matters, @Nullable Long squareMetres) {}

    /** Whose cells hold a point. */
    @Classified(FieldClass.C0)
    record Place(List<Answering> cells, List<Conflict> conflicts) {}

    @Classified(FieldClass.C0)
    record Conflicts(List<Conflict> items) {}

    private record Drawn(Located cell, Optional<Authority> authority, Geometry shape) {}

    Place at(Position position) {
        var known = authorities.all();
        var cells = grid.locate(position);
        var conflicts = new ArrayList<Conflict>();
        for (int i = 0; i < cells.size(); i++) {
            for (int j = i + 1; j < cells.size(); j++) {
                conflict(cells.get(i), cells.get(j), known, null).ifPresent(conflicts::add);
            }
        }
        return new Place(cells.stream().map(cell -> answering(cell, known)).toList(), conflicts);
    }

    /**
     * Where two authorities answer for the same in an area, the most ground first.
     *
     * @throws InvalidValue if it is larger than a street
     */
    Conflicts in(Division area) {
        var known = authorities.all();
        var drawn = drawn(area, known);
        var tree = new STRtree();
        drawn.forEach(one -> tree.insert(one.shape.getEnvelopeInternal(), one));
        var found = new ArrayList<Conflict>();
        for (var one : drawn) {
            for (var met : tree.query(one.shape.getEnvelopeInternal())) {
                var other = (Drawn) Objects.requireNonNull(met);
                if (one.cell.scheme().compareTo(other.cell.scheme()) < 0) {
                    conflict(one, other, known).ifPresent(found::add);
                }
            }
        }
        return new Conflicts(
                found.stream()
                        .sorted(Comparator.comparing(Crossings::ground).reversed())
                        .limit(MOST)
                        .toList());
    }

    private static long ground(Conflict conflict) {
        return Objects.requireNonNullElse(conflict.squareMetres, 0L);
    }

    private List<Drawn> drawn(Division area, List<Authority> known) {
        var cells = grid.drawn(area.code(), WorldReader.MASTER, null, Set.of());
        if (cells.size() > MOST_CELLS) {
            throw new InvalidValue("grid/area-too-large", "area", MOST_CELLS);
        }
        var own = cells.stream().map(Division::code).toList();
        var all = new ArrayList<>(drawn(WorldReader.MASTER, own, known));
        var box = new Envelope();
        shapes.of(WorldReader.MASTER, own)
                .values()
                .forEach(shape -> box.expandToInclude(Wkb.read(shape).getEnvelopeInternal()));
        if (!box.isNull()) {
            world.get().schemes().stream()
                    .map(World.Scheme::name)
                    .filter(name -> !name.equals(WorldReader.MASTER))
                    .forEach(name -> all.addAll(drawn(name, shapes.codesIn(name, box), known)));
        }
        return all;
    }

    /** Only cells of whoever answers for something can be in conflict. */
    private List<Drawn> drawn(String scheme, List<String> codes, List<Authority> known) {
        var cells = world.get().scheme(scheme).orElseThrow().cells();
        var answered =
                codes.stream()
                        .filter(cells::containsKey)
                        .filter(code -> authority(scheme, code, known).isPresent())
                        .toList();
        return shapes.of(scheme, answered).entrySet().stream()
                .map(shape ->
                        new Drawn(
                                Objects.requireNonNull(cells.get(shape.getKey())),
                                authority(scheme, shape.getKey(), known),
                                Wkb.read(shape.getValue())))
                .collect(Collectors.toList());
    }

    private static Optional<Conflict> conflict(Drawn one, Drawn other, List<Authority> known) {
        if (conflict(one.cell, other.cell, known, null).isEmpty()) {
            return Optional.empty();
        }
        var shared =
                SquareMetres.of(
                        OverlayNGRobust.overlay(one.shape, other.shape, OverlayNG.INTERSECTION));
        return shared < NOISE
                ? Optional.empty()
                : conflict(one.cell, other.cell, known, Math.round(shared));
    }

    private static Optional<Conflict> conflict(
            Located one, Located other, List<Authority> known, @Nullable Long squareMetres) {
        return authority(one.scheme(), one.code(), known)
                .flatMap(mine ->
                        authority(other.scheme(), other.code(), known).map(mine::sharedWith))
                .filter(matters -> !matters.isEmpty())
                .map(matters ->
                        new Conflict(
                                answering(one, known),
                                answering(other, known),
                                matters,
                                squareMetres));
    }

    private static Answering answering(Located cell, List<Authority> known) {
        var authority = authority(cell.scheme(), cell.code(), known);
        return new Answering(
                cell.scheme(),
                cell.code(),
                cell.name(),
                authority.map(Authority::name).orElse(null),
                authority.map(Authority::unitCode).orElse(null),
                authority.map(Authority::matters).orElse(List.of()));
    }

    /** A cell's own, else its scheme's. */
    private static Optional<Authority> authority(
            String scheme, String cell, List<Authority> known) {
        return known.stream()
                .filter(one -> one.scheme().equals(scheme))
                .filter(one -> one.cell().isEmpty() || one.cell().equals(cell))
                .max(Comparator.comparing(Authority::cell));
    }
}
