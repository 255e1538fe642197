package org.linli.grid.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Finds areas that do not lie in the one above, and ground of the one above that is left over. */
final class Nesting {

    /** Around a gap is what is within two or three centimetres, in degrees. */
    private static final double BESIDE = 3e-7;

    /** With no border above, a hole this much smaller than the areas around it is a gap. */
    private static final double SMALL_HOLE = 0.5;

    private final Map<String, Ground> byCode;
    private final Map<String, List<Ground>> children;
    private final STRtree takenBack = new STRtree();
    private final Map<String, List<Ground>> leaving;
    private final Set<String> unknown;
    private final Set<Ground> uneven;

    /**
     * @param uneven areas whose borders may not match those of their neighbours edge by edge
     */
    Nesting(Land land, Set<Ground> uneven) {
        this.byCode =
                land.areas().stream().collect(Collectors.toMap(Ground::code, Function.identity()));
        this.children = Topology.byParent(land.areas());
        land.takenBack()
                .forEach(area -> takenBack.insert(area.shape().getEnvelopeInternal(), area));
        this.leaving = Topology.byParent(land.leaving());
        this.unknown = land.unknown();
        this.uneven = uneven;
    }

    void find(List<Fault> faults) {
        children.forEach((code, inside) -> {
            var parent = byCode.get(code);
            var isTouched = leaving.containsKey(code) || inside.stream().anyMatch(Ground::isNew);
            if (parent != null && (isTouched || parent.isNew())) {
                findIn(parent, inside, faults);
            } else if (parent == null && isTouched && !unknown.contains("")) {
                findHoles(inside, faults);
            }
        });
    }

    private void findIn(Ground parent, List<Ground> inside, List<Fault> faults) {
        var covered = union(inside);
        if (covered.equalsNorm(parent.shape())) {
            return;
        }
        for (var area : inside) {
            if (area.isNew() || parent.isNew()) {
                findOutside(parent, area, faults);
            }
        }
        if (!unknown.contains(parent.code())) {
            for (var left : Noise.without(minus(parent.shape(), covered))) {
                for (var gap : Noise.without(minusTakenBack(left))) {
                    faults.add(gap(parent.code(), inside, gap));
                }
            }
        }
    }

    private static void findOutside(Ground parent, Ground area, List<Fault> faults) {
        var beyond = Noise.without(minus(area.shape(), parent.shape()));
        if (!beyond.isEmpty()) {
            faults.add(
                    Faults.of(
                            Fault.Kind.OUTSIDE_PARENT,
                            List.of(area.code()),
                            parent.code(),
                            beyond));
        }
    }

    /** Where nothing above has a border, only a small hole among them is surely a mistake. */
    private void findHoles(List<Ground> tops, List<Fault> faults) {
        var byLevel = tops.stream().collect(Collectors.groupingBy(Ground::level));
        byLevel.values()
                .forEach(level -> {
                    var usual = level.stream().mapToDouble(area -> SquareMetres.of(area.shape()));
                    var small = usual.average().orElse(0) * SMALL_HOLE;
                    holes(union(level))
                            .map(this::minusTakenBack)
                            .flatMap(hole -> Noise.without(hole).stream())
                            .filter(hole -> SquareMetres.of(hole) < small)
                            .forEach(hole -> faults.add(gap("", level, hole)));
                });
    }

    private static Stream<Geometry> holes(Geometry union) {
        var holes = new ArrayList<Geometry>();
        for (var part = 0; part < union.getNumGeometries(); part++) {
            if (union.getGeometryN(part) instanceof Polygon polygon) {
                for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    var ring = polygon.getInteriorRingN(hole);
                    holes.add(union.getFactory().createPolygon(ring));
                }
            }
        }
        return holes.stream();
    }

    private Fault gap(String parent, List<Ground> inside, Polygon gap) {
        var around =
                Stream.of(inside, takenBackNear(gap), leaving.getOrDefault(parent, List.of()))
                        .flatMap(List::stream)
                        .filter(area -> area.shape().isWithinDistance(gap, BESIDE))
                        .map(Ground::code)
                        .distinct()
                        .sorted()
                        .toList();
        return Faults.of(Fault.Kind.GAP, around, parent, List.of(gap));
    }

    private Geometry minusTakenBack(Geometry left) {
        var theirs = takenBackNear(left).stream().map(Ground::shape).toList();
        return theirs.isEmpty() ? left : minus(left, OverlayNGRobust.union(theirs));
    }

    private List<Ground> takenBackNear(Geometry ground) {
        var near = ground.getEnvelopeInternal();
        near.expandBy(BESIDE);
        var found = new ArrayList<Ground>();
        takenBack.query(near, area -> found.add((Ground) area));
        return found;
    }

    private Geometry union(List<Ground> inside) {
        var shapes = inside.stream().map(Ground::shape).toArray(Geometry[]::new);
        return inside.stream().anyMatch(uneven::contains)
                ? OverlayNGRobust.union(List.of(shapes))
                : CoverageUnion.union(shapes);
    }

    private static Geometry minus(Geometry one, Geometry other) {
        return OverlayNGRobust.overlay(one, other, OverlayNG.DIFFERENCE);
    }
}
