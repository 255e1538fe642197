package org.linli.grid.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Makes borders meet exactly that meet but for rounding. Where one cell's border has a corner and
 * its neighbour's runs straight on, the corner was rounded to the lattice and lies a step beside
 * the other border; between the two a sliver would belong to both or to none. The straight border
 * is led through the corner, and corners a step apart become one.
 */
final class Mending {

    /** Rounding moves a corner by less than a step, and so the line between two. */
    private static final int REACH = 2;

    private final EdgeList edges;
    private final BitSet lonely;
    private final List<Corner> corners;
    private final HPRtree near = new HPRtree();

    private record Corner(int x, int y) {}

    private Mending(EdgeList edges, BitSet lonely) {
        this.edges = edges;
        this.lonely = lonely;
        this.corners = corners();
        for (var corner : corners) {
            near.insert(new Envelope(corner.x, corner.x, corner.y, corner.y), corner);
        }
    }

    /** The edges, mended; the same ones if nothing was wrong. */
    static EdgeList mend(EdgeList edges) {
        var first = new Mending(edges, Matching.lonely(edges));
        var joined = first.moved(first.twins());
        return new Mending(joined, Matching.lonely(joined)).led();
    }

    private List<Corner> corners() {
        var found =
                new TreeSet<Corner>(Comparator.comparingInt(Corner::x).thenComparingInt(Corner::y));
        lonely.stream()
                .forEach(edge -> {
                    found.add(new Corner(edges.ax(edge), edges.ay(edge)));
                    found.add(new Corner(edges.bx(edge), edges.by(edge)));
                });
        return List.copyOf(found);
    }

    /** For corners close to another one: which they are to become. */
    private Map<Corner, Corner> twins() {
        var twins = new HashMap<Corner, Corner>();
        for (var corner : corners) {
            if (!twins.containsKey(corner)) {
                for (var other : near(corner.x, corner.y, corner.x, corner.y)) {
                    if (!other.equals(corner) && isWithinReach(corner, other)) {
                        twins.putIfAbsent(other, corner);
                    }
                }
            }
        }
        return twins;
    }

    private static boolean isWithinReach(Corner one, Corner other) {
        return Math.hypot((double) one.x - other.x, (double) one.y - other.y) <= REACH;
    }

    private EdgeList moved(Map<Corner, Corner> twins) {
        if (twins.isEmpty()) {
            return edges;
        }
        var moved = new EdgeList();
        for (var edge = 0; edge < edges.count(); edge++) {
            var a = new Corner(edges.ax(edge), edges.ay(edge));
            var b = new Corner(edges.bx(edge), edges.by(edge));
            add(moved, twins.getOrDefault(a, a), twins.getOrDefault(b, b), edges.number(edge));
        }
        return moved;
    }

    /** Leads each lonely edge through the corners that lie on it but for rounding. */
    private EdgeList led() {
        var led = new EdgeList();
        var changed = false;
        for (var edge = 0; edge < edges.count(); edge++) {
            var through = lonely.get(edge) ? through(edge) : List.<Corner>of();
            changed |= !through.isEmpty();
            var from = new Corner(edges.ax(edge), edges.ay(edge));
            for (var corner : through) {
                add(led, from, corner, edges.number(edge));
                from = corner;
            }
            add(led, from, new Corner(edges.bx(edge), edges.by(edge)), edges.number(edge));
        }
        return changed ? led : edges;
    }

    private List<Corner> through(int edge) {
        var found = new ArrayList<Corner>();
        for (var corner :
                near(edges.ax(edge), edges.south(edge), edges.bx(edge), edges.north(edge))) {
            if (isBeside(edge, corner)) {
                found.add(corner);
            }
        }
        found.sort(Comparator.comparingDouble(corner -> along(edge, corner)));
        return found;
    }

    private boolean isBeside(int edge, Corner corner) {
        var along = along(edge, corner);
        if (along <= 0 || along >= 1) {
            return false;
        }
        var dx = (double) edges.bx(edge) - edges.ax(edge);
        var dy = (double) edges.by(edge) - edges.ay(edge);
        var x = (double) corner.x - edges.ax(edge);
        var y = (double) corner.y - edges.ay(edge);
        return Math.abs(dx * y - dy * x) <= REACH * Math.hypot(dx, dy);
    }

    /** How far along an edge a corner lies: 0 at its beginning, 1 at its end. */
    private double along(int edge, Corner corner) {
        var dx = (double) edges.bx(edge) - edges.ax(edge);
        var dy = (double) edges.by(edge) - edges.ay(edge);
        var x = (double) corner.x - edges.ax(edge);
        var y = (double) corner.y - edges.ay(edge);
        return (x * dx + y * dy) / (dx * dx + dy * dy);
    }

    private List<Corner> near(int west, int south, int east, int north) {
        var found = new ArrayList<Corner>();
        var box = new Envelope(west, east, south, north);
        box.expandBy(REACH);
        near.query(box, corner -> found.add((Corner) corner));
        return found;
    }

    private static void add(EdgeList list, Corner a, Corner b, int number) {
        list.add(a.x, a.y, b.x, b.y, number);
    }
}
