package org.linli.grid.index;

import java.util.Arrays;

/** Border edges as they come, on the lattice, each from west to east (or south to north). */
final class EdgeList {

    private static final int WIDTH = 5;

    private int[] ints = new int[WIDTH * 1024];
    private int size;

    /** Adds the way between two points as a border of a cell; nothing if they are the same. */
    void add(int ax, int ay, int bx, int by, int number) {
        if (ax == bx && ay == by) {
            return;
        }
        if (size == ints.length) {
            ints = Arrays.copyOf(ints, size * 2);
        }
        var forward = ax < bx || (ax == bx && ay < by);
        ints[size] = forward ? ax : bx;
        ints[size + 1] = forward ? ay : by;
        ints[size + 2] = forward ? bx : ax;
        ints[size + 3] = forward ? by : ay;
        ints[size + 4] = number;
        size += WIDTH;
    }

    int count() {
        return size / WIDTH;
    }

    int ax(int edge) {
        return ints[edge * WIDTH];
    }

    int ay(int edge) {
        return ints[edge * WIDTH + 1];
    }

    int bx(int edge) {
        return ints[edge * WIDTH + 2];
    }

    int by(int edge) {
        return ints[edge * WIDTH + 3];
    }

    /** The number of the cell whose border it is. */
    int number(int edge) {
        return ints[edge * WIDTH + 4];
    }

    int south(int edge) {
        return Math.min(ay(edge), by(edge));
    }

    int north(int edge) {
        return Math.max(ay(edge), by(edge));
    }
}
