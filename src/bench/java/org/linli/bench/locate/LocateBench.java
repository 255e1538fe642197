package org.linli.bench.locate;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.grid.index.CellIndex;
import org.linli.grid.index.CellIndexBuilder;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * {@code ./linli bench locate}: our index beside JTS, PostGIS and plain memory, on the same points
 * of the same invented province, by turns in one run.
 */
final class LocateBench {

    /** A peer could not be had, so its goal is not measured. */
    private static final int NOT_MEASURED = 3;

    private static final int NOT_EXACT = 1;
    private static final int MISUSED = 2;

    /** How many of the points each kind of peer gets. */
    private static final int JTS_PART = 50;

    private static final int POSTGIS_PART = 100;

    private final Options options;
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private LocateBench(Options options) {
        this.options = options;
    }

    static void main(String[] args) {
        try {
            System.exit(new LocateBench(Options.of(args)).run());
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.exit(MISUSED);
        }
    }

    private int run() {
        var province = new Province(options.cells(), options.bends(), options.seed());
        var polygons = province.polygons();
        facts.put("cells", province.cells());
        facts.put("edges", province.edges());
        var places = province.places(options.points(), polygons, options.seed() + 1);
        var index = build(polygons);
        var borders = new BorderCheck(index, polygons).check(options.borderPoints(), 3);
        facts.put("borderPoints", borders);
        var some = places.first(options.points() / JTS_PART);
        facts.put("cells that JTS does not find", disagreements(polygons, some, index));
        var missing = compete(polygons, places, index);
        new Report(options, facts, rates, missing).print();
        if (!borders.isExact()) {
            return NOT_EXACT;
        }
        return missing.isEmpty() ? 0 : NOT_MEASURED;
    }

    private CellIndex build(List<Polygon> polygons) {
        var start = System.nanoTime();
        var cpu = new CellIndex[1];
        var rate =
                CpuClock.rate(
                        1,
                        () -> {
                            var builder = new CellIndexBuilder();
                            for (var cell = 0; cell < polygons.size(); cell++) {
                                builder.add(cell, polygons.get(cell));
                            }
                            cpu[0] = builder.build();
                            return polygons.size();
                        });
        facts.put("indexReadySeconds", (System.nanoTime() - start) / 1e9);
        facts.put("indexReadyCpuSeconds", 1 / rate.perSecond());
        facts.put("indexBytes", cpu[0].bytes());
        return cpu[0];
    }

    /** Points for which our cell is not the one that JTS finds. */
    private static int disagreements(List<Polygon> polygons, Places places, CellIndex index) {
        var count = 0;
        for (var i = 0; i < places.size(); i++) {
            var cell = index.at(places.longitude(i), places.latitude(i));
            var point = new Coordinate(places.longitude(i), places.latitude(i));
            var agrees =
                    cell != CellIndex.OUTSIDE
                            && SimplePointInAreaLocator.isContained(point, polygons.get(cell));
            count += agrees || cell == CellIndex.OUTSIDE ? 0 : 1;
        }
        return count;
    }

    /** Says which peers are missing. */
    private List<String> compete(List<Polygon> polygons, Places places, CellIndex index) {
        var forJts = places.first(options.points() / JTS_PART);
        var forPostgis = places.first(options.points() / POSTGIS_PART);
        var contenders = new ArrayList<Contender>();
        contenders.add(Ours.together(index, places));
        contenders.add(Ours.oneByOne(index, places));
        contenders.add(RandomReads.together(index.bytes(), places));
        contenders.add(RandomReads.inTurn(index.bytes(), places));
        contenders.add(JtsPeer.prepared(polygons, forJts));
        contenders.add(JtsPeer.located(polygons, forJts));
        try (var server = PostgisServer.start();
                var connection = server.connect()) {
            contenders.add(new PostgisPeer(connection, polygons, forPostgis));
            play(contenders);
            return List.of();
        } catch (PostgisServer.Missing | SQLException | IOException missing) {
            play(contenders);
            return List.of("postgis set join: " + missing.getMessage());
        }
    }

    private void play(List<Contender> contenders) {
        contenders.forEach(Contender::pointsPerCpuSecond);
        for (var round = 0; round < options.rounds(); round++) {
            for (var contender : contenders) {
                rates.computeIfAbsent(contender.name(), _ -> new ArrayList<>())
                        .add(contender.pointsPerCpuSecond());
            }
        }
        for (var contender : contenders) {
            if (contender.shareFound() >= 0) {
                facts.put(
                        "found by " + contender.name(),
                        String.format(Locale.ROOT, "%.4f", contender.shareFound()));
            }
        }
    }
}
