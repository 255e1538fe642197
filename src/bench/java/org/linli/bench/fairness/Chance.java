package org.linli.bench.fairness;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Chance, from a seed: the same seed makes the same districts. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean of(double part) {
        return random.nextDouble() < part;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long bits() {
        return random.nextLong();
    }

    <T> T among(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A share or pace that differs by so much from district to district. */
    double around(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    /** How long something takes that takes so long on the average. */
    Duration waiting(double meanHours) {
        return hours(-meanHours * Math.log(1 - random.nextDouble()));
    }

    Duration hoursBetween(double low, double high) {
        return hours(between(low, high));
    }

    static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    /** How often something happens that happens so often on the average. */
    int times(double mean) {
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        var times = 0;
        while (product > limit) {
            product *= random.nextDouble();
            times++;
        }
        return times;
    }
}
