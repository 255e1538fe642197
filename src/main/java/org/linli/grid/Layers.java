package org.linli.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.grid.topology.Fault;
import org.linli.grid.topology.Ground;
import org.linli.grid.topology.Land;
import org.linli.grid.topology.Topology;

/**
 * Deals the cells of an overlay out to layers, so that those of one layer share no ground. Most
 * overlays need one layer, and each is looked up as exactly as the master scheme.
 */
final class Layers {

    private Layers() {}

    /** The layer of each area, from 0. */
    static Map<String, Integer> of(List<Ground> areas) {
        var neighbours = new HashMap<String, List<String>>();
        for (var fault : new Topology(asNew(areas)).faults()) {
            if (fault.kind() == Fault.Kind.OVERLAP) {
                link(neighbours, fault.codes().getFirst(), fault.codes().getLast());
                link(neighbours, fault.codes().getLast(), fault.codes().getFirst());
            }
        }
        var layers = new HashMap<String, Integer>();
        areas.stream()
                .map(Ground::code)
                .sorted()
                .forEach(code -> layers.put(code, lowestFree(code, neighbours, layers)));
        return layers;
    }

    private static void link(Map<String, List<String>> neighbours, String one, String other) {
        neighbours.computeIfAbsent(one, _ -> new ArrayList<>()).add(other);
    }

    private static int lowestFree(
            String code, Map<String, List<String>> neighbours, Map<String, Integer> layers) {
        var taken = new HashSet<Integer>();
        for (var neighbour : neighbours.getOrDefault(code, List.of())) {
            if (layers.containsKey(neighbour)) {
                taken.add(Objects.requireNonNull(layers.get(neighbour)));
            }
        }
        var layer = 0;
        while (taken.contains(layer)) {
            layer++;
        }
        return layer;
    }

    private static Land asNew(List<Ground> areas) {
        var all =
                areas.stream()
                        .map(area ->
                                new Ground(area.code(), area.level(), null, area.shape(), true))
                        .toList();
        return new Land(all, List.of(), List.of(), java.util.Set.of(""));
    }
}
