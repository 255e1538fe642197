package org.linli.platform.geo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.linli.platform.problem.InvalidValue;

/** The geodetic datum that coordinates are given in. */
public enum Datum {
    /** What satellite receivers give, and what Linli stores. */
    WGS84(UnaryOperator.identity(), UnaryOperator.identity()),
    /** What public maps in mainland China must use. */
    GCJ02(Offsets::wgsToGcj, Offsets::gcjToWgs),
    /** What Baidu makes of GCJ-02. */
    BD09(
            wgs -> Offsets.gcjToBaidu(Offsets.wgsToGcj(wgs)),
            baidu -> Offsets.gcjToWgs(Offsets.baiduToGcj(baidu))),
    /** What surveyors in China use; within decimetres of WGS 84, so the same here. */
    CGCS2000(UnaryOperator.identity(), UnaryOperator.identity());

    private final UnaryOperator<Degrees> fromWgs84;
    private final UnaryOperator<Degrees> toWgs84;

    Datum(UnaryOperator<Degrees> fromWgs84, UnaryOperator<Degrees> toWgs84) {
        this.fromWgs84 = fromWgs84;
        this.toWgs84 = toWgs84;
    }

    /** The datum that files and the API call so, {@code gcj02}, or empty if there is none. */
    public static Optional<Datum> of(String code) {
        return Arrays.stream(values()).filter(datum -> datum.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The place that coordinates in this datum mean.
     *
     * @throws InvalidValue if they are out of range or not numbers
     */
    public Position toWgs84(double longitude, double latitude) {
        var given = new Position(longitude, latitude);
        return position(toWgs84.apply(new Degrees(given.longitude(), given.latitude())));
    }

    /** A place in the coordinates of this datum. */
    public Degrees fromWgs84(Position place) {
        return fromWgs84.apply(new Degrees(place.longitude(), place.latitude()));
    }

    private static Position position(Degrees wgs) {
        return new Position(
                Math.clamp(wgs.longitude(), -180, 180), Math.clamp(wgs.latitude(), -90, 90));
    }
}
