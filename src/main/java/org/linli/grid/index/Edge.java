package org.linli.grid.index;

/**
 * Exact questions about a stretch of border given by its two ends. Edges are 45 degrees at most, so
 * that no product of two differences leaves 64 bits, even doubled.
 */
final class Edge {

    /** An edge must not be longer, in lattice steps either way. */
    static final int LONGEST = 450_000_000;

    private Edge() {}

    /** More than 0 if the point lies left of the way from a to b, 0 if on its line. */
    static long side(long ax, long ay, long bx, long by, long x, long y) {
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    }

    /** Whether the point is on the edge that begins at a place in an array, its ends included. */
    static boolean holds(int[] edges, int at, int x, int y) {
        var ax = edges[at];
        var ay = edges[at + 1];
        var bx = edges[at + 2];
        var by = edges[at + 3];
        return ax <= x
                && x <= bx
                && Math.min(ay, by) <= y
                && y <= Math.max(ay, by)
                && side(ax, ay, bx, by, x, y) == 0;
    }
}
