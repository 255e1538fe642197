package org.linli.grid;

import java.util.Arrays;
import org.linli.platform.geo.Datum;
import org.linli.platform.geo.Position;
import org.linli.platform.problem.InvalidValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Many points of one request: {@code {"points":[[lon,lat],…]}}. */
@JsonDeserialize(using = PointsReader.class)
final class Points {

    /** The most points in one request. */
    static final int MOST = 100_000;

    private double[] numbers = new double[64];
    private int size;

    void add(double longitude, double latitude) {
        if (size == MOST) {
            throw new TooManyPoints(MOST);
        }
        if (numbers.length == 2 * size) {
            numbers = Arrays.copyOf(numbers, 4 * size);
        }
        numbers[2 * size] = longitude;
        numbers[2 * size + 1] = latitude;
        size++;
    }

    int size() {
        return size;
    }

    /** Takes all points to WGS 84: longitudes and latitudes, in the order of the points. */
    Places in(Datum datum) {
        var places = new Places(new double[size], new double[size]);
        for (var i = 0; i < size; i++) {
            var place = place(i, datum);
            places.longitudes[i] = place.longitude();
            places.latitudes[i] = place.latitude();
        }
        return places;
    }

    /** Points as the index takes them. */
    record Places(double[] longitudes, double[] latitudes) {}

    /**
     * Where a point is.
     *
     * @throws InvalidValue naming the point, if there is no such place
     */
    private Position place(int index, Datum datum) {
        var longitude = numbers[2 * index];
        var latitude = numbers[2 * index + 1];
        try {
            return datum.toWgs84(longitude, latitude);
        } catch (InvalidValue nowhere) {
            throw new InvalidValue(
                    "grid/point-nowhere", "points[" + index + "]", longitude + ", " + latitude);
        }
    }
}
