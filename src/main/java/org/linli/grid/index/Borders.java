package org.linli.grid.index;

import java.util.Arrays;

/** Writes the squares that borders run through, one after the other, as {@link CellIndex} reads. */
final class Borders {

    private int[] ints = new int[1 << 12];
    private int start;
    private int size;

    void begin(int corner) {
        start = size;
        reserve(2);
        ints[size] = corner;
        ints[size + 1] = 0;
        size += 2;
    }

    /** Adds a cell's border; where another cell's runs the same way, the two become one edge. */
    void add(int ax, int ay, int bx, int by, int number) {
        for (var edge = start + 2; edge < size; edge += CellIndex.EDGE) {
            if (isSame(edge, ax, ay, bx, by)) {
                ints[edge + 4] = (ints[edge + 4] ^ number) & ~CellIndex.OUTER;
                return;
            }
        }
        reserve(CellIndex.EDGE);
        ints[size] = ax;
        ints[size + 1] = ay;
        ints[size + 2] = bx;
        ints[size + 3] = by;
        ints[size + 4] = number | CellIndex.OUTER;
        size += CellIndex.EDGE;
    }

    private boolean isSame(int edge, int ax, int ay, int bx, int by) {
        return ints[edge] == ax
                && ints[edge + 1] == ay
                && ints[edge + 2] == bx
                && ints[edge + 3] == by;
    }

    /** Ends the square and says where it begins. */
    int end() {
        ints[start + 1] = (size - start - 2) / CellIndex.EDGE;
        return start;
    }

    int[] toArray() {
        return Arrays.copyOf(ints, size);
    }

    private void reserve(int more) {
        if (size + more > ints.length) {
            ints = Arrays.copyOf(ints, ints.length * 2);
        }
    }
}
