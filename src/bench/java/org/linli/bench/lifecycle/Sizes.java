package org.linli.bench.lifecycle;

import java.util.HashMap;
import java.util.Map;

/** The sizes of a bench, each by an option, and whether a machine reads the result. */
public final class Sizes {

    private final Map<String, Integer> sizes;
    private final boolean json;

    /**
     * @param usual each option with its usual size
     * @throws IllegalArgumentException if the words are none of the options
     */
    public Sizes(String[] words, Map<String, Integer> usual) {
        var given = new HashMap<>(usual);
        var forMachines = false;
        for (var at = 0; at < words.length; at++) {
            if (words[at].equals("--json")) {
                forMachines = true;
            } else if (usual.containsKey(words[at]) && at + 1 < words.length) {
                given.put(words[at], Integer.parseInt(words[++at]));
            } else {
                throw new IllegalArgumentException("Options: " + usual.keySet() + " --json");
            }
        }
        this.sizes = Map.copyOf(given);
        this.json = forMachines;
    }

    public int of(String option) {
        return sizes.getOrDefault(option, 0);
    }

    public boolean json() {
        return json;
    }
}
