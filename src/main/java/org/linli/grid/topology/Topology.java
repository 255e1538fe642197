package org.linli.grid.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Checks how areas lie beside and in each other. */
public final class Topology {

    private final Land land;

    public Topology(Land land) {
        this.land = land;
    }

    /** What is wrong with a shape by itself, or empty. */
    public static Optional<Fault> ring(String code, Geometry shape) {
        var check = new IsValidOp(shape);
        if (check.isValid() && !shape.isEmpty()) {
            return Optional.empty();
        }
        var error = check.getValidationError();
        var at = error == null ? new Coordinate() : error.getCoordinate();
        var ground = SquareMetres.of(GeometryFixer.fix(shape));
        return Optional.of(
                new Fault(Fault.Kind.INVALID_RING, List.of(code), "", ground, at.x, at.y));
    }

    /** Everything that publishing the new areas would make wrong. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        var uneven = new HashSet<Ground>();
        for (var level : byLevel().values()) {
            if (level.stream().noneMatch(Ground::isNew)) {
                // not looked at, so not known to match
                uneven.addAll(level);
                continue;
            }
            var overlaps = new Overlaps(level);
            uneven.addAll(overlaps.uneven());
            faults.addAll(overlaps.find());
        }
        new Nesting(land, uneven).find(faults);
        return List.copyOf(faults);
    }

    private Map<Integer, List<Ground>> byLevel() {
        var levels = new TreeMap<Integer, List<Ground>>();
        land.areas()
                .forEach(area ->
                        levels.computeIfAbsent(area.level(), _ -> new ArrayList<>()).add(area));
        return levels;
    }

    /** Areas by what they lie in; those that lie in nothing under the empty code. */
    static Map<String, List<Ground>> byParent(List<Ground> areas) {
        var children = new HashMap<String, List<Ground>>();
        for (var area : areas) {
            var parent = area.parentCode() == null ? "" : area.parentCode();
            children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(area);
        }
        return children;
    }
}
