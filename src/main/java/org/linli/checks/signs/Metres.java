package org.linli.checks.signs;

import org.linli.platform.geo.Position;

/** Distances over ground, exact enough within a district. */
final class Metres {

    private static final double A_DEGREE = 111_195;

    private Metres() {}

    static double between(Position one, Position other) {
        var north = (one.latitude() - other.latitude()) * A_DEGREE;
        var middle = Math.toRadians((one.latitude() + other.latitude()) / 2);
        var east = (one.longitude() - other.longitude()) * A_DEGREE * Math.cos(middle);
        return Math.hypot(north, east);
    }
}
