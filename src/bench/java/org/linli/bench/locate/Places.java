package org.linli.bench.locate;

import java.util.Arrays;

/** Points to be located, in degrees. */
record Places(double[] longitudes, double[] latitudes) {

    int size() {
        return longitudes.length;
    }

    double longitude(int i) {
        return longitudes[i];
    }

    double latitude(int i) {
        return latitudes[i];
    }

    /** The first of them, for those who are slower. */
    Places first(int count) {
        var fewer = Math.clamp(count, 1, size());
        return new Places(Arrays.copyOf(longitudes, fewer), Arrays.copyOf(latitudes, fewer));
    }
}
