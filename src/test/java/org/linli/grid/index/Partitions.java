package org.linli.grid.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Random partitions on the lattice, the same for the same seed. */
final class Partitions {

    static final GeometryFactory SHAPES = new GeometryFactory();

    private Partitions() {}

    /**
     * Cells that share borders and no ground: some with holes filled by others, some in several
     * parts, some places left out. Their coordinates are lattice steps, which JTS computes with
     * exactly.
     *
     * @param west the lower left corner, in lattice steps
     * @param span how many steps it is wide and high
     */
    static List<Geometry> random(long seed, int west, int south, int span) {
        var random = new Random(seed);
        var shards = voronoi(random, west, south, span, 4 + random.nextInt(60));
        var groups = new TreeMap<Integer, List<Geometry>>();
        var wished = 1 + random.nextInt(shards.size());
        for (var shard : shards) {
            var group = random.nextInt(wished + 1);
            if (group < wished) {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(shard);
            }
        }
        return groups.values().stream()
                .map(group -> CoverageUnion.union(group.toArray(Geometry[]::new)))
                .toList();
    }

    static Polygon box(int west, int south, int east, int north) {
        return SHAPES.createPolygon(
                new Coordinate[] {
                    at(west, south),
                    at(east, south),
                    at(east, north),
                    at(west, north),
                    at(west, south)
                });
    }

    static Coordinate at(int x, int y) {
        return new Coordinate(x, y);
    }

    /** A shape in lattice steps as it would come from a file, in degrees. */
    static Geometry inDegrees(Geometry lattice) {
        var degrees = lattice.copy();
        degrees.apply((Coordinate c) -> {
            c.x = Fixed.degrees((int) c.x);
            c.y = Fixed.degrees((int) c.y);
        });
        degrees.geometryChanged();
        return degrees;
    }

    private static List<Geometry> voronoi(Random random, int west, int south, int span, int sites) {
        while (true) {
            var points = new ArrayList<Coordinate>();
            for (var i = 0; i < sites; i++) {
                points.add(new Coordinate(random.nextInt(span), random.nextInt(span)));
            }
            var builder = new VoronoiDiagramBuilder();
            builder.setSites(points);
            builder.setClipEnvelope(new Envelope(0, span, 0, span));
            var shards = rounded(builder.getDiagram(SHAPES), west, south);
            if (isPartition(shards)) {
                return shards;
            }
        }
    }

    private static List<Geometry> rounded(Geometry diagram, int west, int south) {
        var shards = new ArrayList<Geometry>();
        for (var i = 0; i < diagram.getNumGeometries(); i++) {
            var shard = diagram.getGeometryN(i).copy();
            shard.apply((Coordinate c) -> {
                c.x = west + Math.rint(c.x);
                c.y = south + Math.rint(c.y);
            });
            shard.geometryChanged();
            shards.add(shard);
        }
        return shards;
    }

    /** Rounding may have folded a shard over. */
    private static boolean isPartition(List<Geometry> shards) {
        return !shards.isEmpty()
                && shards.stream().allMatch(Geometry::isValid)
                && shards.stream().noneMatch(shard -> shard.getArea() == 0)
                && CoverageValidator.isValid(shards.toArray(Geometry[]::new));
    }
}
