package org.linli.grid.index;

import java.util.BitSet;

/** Finds the edges that no other cell has too: the outer border, and where borders do not meet. */
final class Matching {

    private final EdgeList edges;
    private final int[] table;

    private Matching(EdgeList edges) {
        this.edges = edges;
        this.table = new int[Math.max(16, Integer.highestOneBit(edges.count()) * 4)];
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
        var mixed = edges.ax(edge) * 0x9E3779B97F4A7C15L + edges.ay(edge);
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L + edges.bx(edge);
        mixed = (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL + edges.by(edge);
        return (int) (mixed ^ mixed >>> 31) & table.length - 1;
    }

    private boolean isSame(int one, int other) {
        return edges.ax(one) == edges.ax(other)
                && edges.ay(one) == edges.ay(other)
                && edges.bx(one) == edges.bx(other)
                && edges.by(one) == edges.by(other);
    }
}
