package org.linli.bench.locate;

/** One way to find cells, measured beside the others. */
interface Contender {

    String name();

    /** Does its share of one round and says how many points it located in a second of CPU. */
    double pointsPerCpuSecond();

    /** How much of its share found a cell, or -1 if it does not say: all must agree on that. */
    double shareFound();
}
