package org.linli.bench.locate;

import java.util.Random;

/**
 * The raw limit: for each point one read somewhere in as much memory as the index takes. No index
 * of that size can answer faster without knowing the question before.
 */
final class RandomReads implements Contender {

    private final String name;
    private final int[] memory;
    private final Places places;
    private final boolean inTurn;

    private RandomReads(String name, long bytes, Places places, boolean inTurn) {
        this.name = name;
        this.memory = new Random(1).ints(Math.max(1, bytes / 4)).toArray();
        this.places = places;
        this.inTurn = inTurn;
    }

    /** Each read needs what the one before found: memory's time to answer. */
    static RandomReads inTurn(long bytes, Places places) {
        return new RandomReads("random reads in turn", bytes, places, true);
    }

    /** The processor may ask for many at once: memory's throughput. */
    static RandomReads together(long bytes, Places places) {
        return new RandomReads("random reads together", bytes, places, false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double pointsPerCpuSecond() {
        return CpuClock.rate(places.size(), inTurn ? this::readInTurn : this::readTogether)
                .perSecond();
    }

    @Override
    public double shareFound() {
        return -1;
    }

    private int readTogether() {
        var sum = 0;
        for (var i = 0; i < places.size(); i++) {
            sum += memory[somewhere(i, 0)];
        }
        return sum;
    }

    private int readInTurn() {
        var last = 0;
        for (var i = 0; i < places.size(); i++) {
            last = memory[somewhere(i, last)];
        }
        return last;
    }

    private int somewhere(int i, int salt) {
        var mixed =
                Double.doubleToRawLongBits(places.longitude(i)) * 0x9E3779B97F4A7C15L
                        ^ (Double.doubleToRawLongBits(places.latitude(i)) + salt)
                                * 0xBF58476D1CE4E5B9L;
        return (int) ((mixed >>> 33) * memory.length >>> 31);
    }
}
