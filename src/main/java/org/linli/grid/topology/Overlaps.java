package org.linli.grid.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds areas of one level that share ground. Where borders match edge by edge nothing need be
 * computed; only the areas with other borders are laid over each other.
 */
final class Overlaps {

    private final List<Ground> areas;
    private final Set<Ground> uneven = new HashSet<>();

    Overlaps(List<Ground> areas) {
        this.areas = areas;
        // the array's element type says nothing of null, but null is how JTS says "no fault"
        @Nullable Geometry[] faults =
                CoverageValidator.validate(
                        areas.stream().map(Ground::shape).toArray(Geometry[]::new));
        for (var i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                uneven.add(areas.get(i));
            }
        }
    }

    /** Areas whose borders do not match those of their neighbours edge by edge. */
    Set<Ground> uneven() {
        return uneven;
    }

    List<Fault> find() {
        var faults = new ArrayList<Fault>();
        if (uneven.isEmpty()) {
            return faults;
        }
        var tree = new STRtree();
        areas.forEach(area -> tree.insert(area.shape().getEnvelopeInternal(), area));
        for (var area : uneven) {
            for (var found : tree.query(area.shape().getEnvelopeInternal())) {
                var other = (Ground) Objects.requireNonNull(found);
                if (isTurnOf(area, other)) {
                    between(area, other, faults);
                }
            }
        }
        return faults;
    }

    /** Each pair is looked at once, and only if publishing can have caused its fault. */
    private boolean isTurnOf(Ground area, Ground other) {
        return (area.isNew() || other.isNew())
                && (uneven.contains(other)
                        ? area.code().compareTo(other.code()) < 0
                        : !area.equals(other));
    }

    private static void between(Ground one, Ground other, List<Fault> faults) {
        var shared =
                Noise.without(
                        OverlayNGRobust.overlay(
                                one.shape(), other.shape(), OverlayNG.INTERSECTION));
        if (!shared.isEmpty()) {
            var codes = List.of(one.code(), other.code()).stream().sorted().toList();
            faults.add(Faults.of(Fault.Kind.OVERLAP, codes, "", shared));
        }
    }
}
