package org.linli.access;

import java.util.List;

/**
 * What an actor may do something to, as a filter for lists and counts: everything in the areas,
 * everything the units answer for, and what the actor reported.
 *
 * @param areaPaths paths of the areas; overlapping ones are left out
 * @param actorId what this actor reported is theirs to see; empty, hence nobody's, for residents
 */
public record Scope(List<String> areaPaths, List<String> units, String actorId) {

    public Scope {
        areaPaths = List.copyOf(areaPaths);
        units = List.copyOf(units);
    }
}
