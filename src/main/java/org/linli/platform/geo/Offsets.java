package org.linli.platform.geo;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import java.util.function.UnaryOperator;

/**
 * The offsets of GCJ-02 and BD-09. Neither has an official text; these are the formulas in common
 * use, as in eviltransform and coordtransform, whose published pairs the tests repeat. The offset
 * applies inside the rectangle that those libraries take for China.
 */
final class Offsets {

    /** Of the Krasovsky 1940 ellipsoid, in metres. */
    private static final double AXIS = 6378245.0;

    /** Of the same ellipsoid: eccentricity, squared. */
    private static final double ECCENTRICITY = 0.00669342162296594323;

    private static final double BAIDU_PI = PI * 3000.0 / 180.0;
    private static final Degrees BAIDU_SHIFT = new Degrees(0.0065, 0.006);

    /** In degrees: a tenth of a millimetre, well under what is stored. */
    private static final double CLOSE_ENOUGH = 1e-10;

    private static final int MOST_STEPS = 30;

    private Offsets() {}

    static Degrees wgsToGcj(Degrees wgs) {
        return isInChina(wgs) ? offset(wgs) : wgs;
    }

    static Degrees gcjToWgs(Degrees gcj) {
        var wgs = inverse(Offsets::offset, gcj);
        return isInChina(wgs) ? wgs : gcj;
    }

    static Degrees gcjToBaidu(Degrees gcj) {
        var x = gcj.longitude();
        var y = gcj.latitude();
        var radius = hypot(x, y) + 0.00002 * sin(y * BAIDU_PI);
        var angle = atan2(y, x) + 0.000003 * cos(x * BAIDU_PI);
        return new Degrees(radius * cos(angle), radius * sin(angle)).plus(BAIDU_SHIFT);
    }

    static Degrees baiduToGcj(Degrees baidu) {
        return inverse(Offsets::gcjToBaidu, baidu);
    }

    private static boolean isInChina(Degrees wgs) {
        return wgs.longitude() >= 72.004
                && wgs.longitude() <= 137.8347
                && wgs.latitude() >= 0.8293
                && wgs.latitude() <= 55.8271;
    }

    /** The offsets change slowly, so going back by the error of a guess soon finds the origin. */
    private static Degrees inverse(UnaryOperator<Degrees> forward, Degrees wanted) {
        var guess = wanted;
        for (var step = 0; step < MOST_STEPS; step++) {
            var reached = forward.apply(guess);
            if (reached.distance(wanted) < CLOSE_ENOUGH) {
                return guess;
            }
            guess = guess.minus(reached.minus(wanted));
        }
        return guess;
    }

    private static Degrees offset(Degrees wgs) {
        var x = wgs.longitude() - 105.0;
        var y = wgs.latitude() - 35.0;
        var latitude = toRadians(wgs.latitude());
        var magic = 1 - ECCENTRICITY * sin(latitude) * sin(latitude);
        var north = AXIS * (1 - ECCENTRICITY) / (magic * sqrt(magic));
        var east = AXIS / sqrt(magic) * cos(latitude);
        return new Degrees(
                wgs.longitude() + eastOffset(x, y) * 180.0 / (east * PI),
                wgs.latitude() + northOffset(x, y) * 180.0 / (north * PI));
    }

    private static double eastOffset(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + waves(20.0, 6.0 * x, 20.0, 2.0 * x)
                + waves(20.0, x, 40.0, x / 3.0)
                + waves(150.0, x / 12.0, 300.0, x / 30.0);
    }

    private static double northOffset(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + waves(20.0, 6.0 * x, 20.0, 2.0 * x)
                + waves(20.0, y, 40.0, y / 3.0)
                + waves(160.0, y / 12.0, 320.0, y / 30.0);
    }

    private static double waves(double one, double ofOne, double other, double ofOther) {
        return (one * sin(ofOne * PI) + other * sin(ofOther * PI)) * 2.0 / 3.0;
    }
}
