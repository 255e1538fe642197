package org.linli.grid.index;

import java.util.BitSet;

/** Finds the edges that no other cell has too: the outer border, and where borders do not meet. */
final class Matching {

    private final EdgeList edges;
    private final int[] table;
    private final int shift;

    private Matching(EdgeList edges) {
        this.edges = edges;
        // between two and four places for each edge
        var bits = 34 - Integer.numberOfLeadingZeros(edges.count());
        this.table = new int[1 << bits];
        this.shift = 32 - bits;
    }

    /** The edges that are there once. */
    static BitSet lonely(EdgeList edges) {
        var matching = new Matching(edges);
        var lonely = new BitSet(edges.count());
        for (var edge = 0; edge < edges.count(); edge++) {
            var place = matching.place(edge);
            if (matching.table[place] == 0) {
                matching.table[place] = edge + 1;
                lonely.set(edge);
            } else {
                lonely.clear(matching.table[place] - 1);
            }
        }
        return lonely;
    }

    /** Where an equal edge is kept, or where this one may be. */
    private int place(int edge) {
        var place = hash(edge);
        while (table[place] != 0 && !isSame(table[place] - 1, edge)) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private int hash(int edge) {
        var ends = 31 * (31 * (31 * edges.ax(edge) + edges.ay(edge)) + edges.bx(edge));
        // neighbours differ in their low bits; this makes the high ones differ
        return (ends + edges.by(edge)) * 0x9E3779B1 >>> shift;
    }

    private boolean isSame(int one, int other) {
        return edges.ax(one) == edges.ax(other)
                && edges.ay(one) == edges.ay(other)
                && edges.bx(one) == edges.bx(other)
                && edges.by(one) == edges.by(other);
    }
}
