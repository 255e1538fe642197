package org.linli.platform.geo;

/**
 * A pair of coordinates in some datum.
 *
 * @param longitude degrees east
 * @param latitude degrees north
 */
public record Degrees(double longitude, double latitude) {

    Degrees plus(Degrees other) {
        return new Degrees(longitude + other.longitude, latitude + other.latitude);
    }

    Degrees minus(Degrees other) {
        return new Degrees(longitude - other.longitude, latitude - other.latitude);
    }

    /** The greater of the two ways between the pairs. */
    double distance(Degrees other) {
        return Math.max(Math.abs(longitude - other.longitude), Math.abs(latitude - other.latitude));
    }
}
