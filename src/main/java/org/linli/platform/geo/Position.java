package org.linli.platform.geo;

import org.linli.platform.problem.InvalidValue;

/**
 * A place on the ground, WGS 84.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record Position(double longitude, double latitude) {

    public Position {
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new InvalidValue("request/out-of-range", "lon", -180, 180);
        }
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new InvalidValue("request/out-of-range", "lat", -90, 90);
        }
    }
}
