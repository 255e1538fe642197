package org.linli.bench.locate;

import java.util.Arrays;
import org.linli.grid.index.CellIndex;

/** The index that Linli uses. */
final class Ours implements Contender {

    private final String name;
    private final Located located;
    private final int points;
    private double shareFound;

    /** A way to ask: how many of the points found a cell. */
    private interface Located {
        int count();
    }

    private Ours(String name, int points, Located located) {
        this.name = name;
        this.points = points;
        this.located = located;
    }

    /** All points in arrays, as imports ask. */
    static Ours together(CellIndex index, Places places) {
        var cells = new int[places.size()];
        return new Ours(
                "linli",
                places.size(),
                () -> {
                    index.at(places.longitudes(), places.latitudes(), cells);
                    return (int) Arrays.stream(cells).filter(cell -> cell >= 0).count();
                });
    }

    /** Each point by itself, as reports ask. */
    static Ours oneByOne(CellIndex index, Places places) {
        return new Ours(
                "linli one by one",
                places.size(),
                () -> {
                    var found = 0;
                    for (var i = 0; i < places.size(); i++) {
                        found += index.at(places.longitude(i), places.latitude(i)) >= 0 ? 1 : 0;
                    }
                    return found;
                });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double pointsPerCpuSecond() {
        var rate = CpuClock.rate(points, located::count);
        shareFound = (double) rate.result() / points;
        return rate.perSecond();
    }

    @Override
    public double shareFound() {
        return shareFound;
    }
}
