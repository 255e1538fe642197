package org.linli.bench.locate;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.strtree.STRtree;

/** JTS: a tree of extents, then an exact test of each polygon whose extent holds the point. */
final class JtsPeer<T> implements Contender {

    private final String name;
    private final SpatialIndex tree;
    private final Test<T> test;
    private final Places places;
    private double shareFound;

    private interface Test<T> {
        boolean holds(T polygon, Coordinate point);
    }

    private interface Preparation<T> {
        T of(Polygon polygon);
    }

    private JtsPeer(
            String name,
            SpatialIndex tree,
            List<Polygon> polygons,
            Preparation<T> preparation,
            Test<T> test,
            Places places) {
        this.name = name;
        this.tree = tree;
        this.test = test;
        this.places = places;
        for (var polygon : polygons) {
            tree.insert(polygon.getEnvelopeInternal(), preparation.of(polygon));
        }
    }

    /** The usual way. */
    static JtsPeer<PreparedGeometry> prepared(List<Polygon> polygons, Places places) {
        var points = new GeometryFactory();
        return new JtsPeer<>(
                "jts STRtree + prepared",
                new STRtree(),
                polygons,
                PreparedGeometryFactory::prepare,
                (polygon, point) -> polygon.covers(points.createPoint(point)),
                places);
    }

    /** The fastest way we know. */
    static JtsPeer<PointOnGeometryLocator> located(List<Polygon> polygons, Places places) {
        return new JtsPeer<>(
                "jts HPRtree + locator",
                new HPRtree(),
                polygons,
                IndexedPointInAreaLocator::new,
                (polygon, point) -> polygon.locate(point) != Location.EXTERIOR,
                places);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double pointsPerCpuSecond() {
        var rate = CpuClock.rate(places.size(), this::locateAll);
        shareFound = (double) rate.result() / places.size();
        return rate.perSecond();
    }

    @Override
    public double shareFound() {
        return shareFound;
    }

    private int locateAll() {
        var found = 0;
        for (var i = 0; i < places.size(); i++) {
            var point = new Coordinate(places.longitude(i), places.latitude(i));
            var hit = new boolean[1];
            tree.query(new Envelope(point), polygon -> hit[0] = hit[0] || holds(polygon, point));
            found += hit[0] ? 1 : 0;
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private boolean holds(Object polygon, Coordinate point) {
        return test.holds((T) polygon, point);
    }
}
