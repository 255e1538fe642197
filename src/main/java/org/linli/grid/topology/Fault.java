package org.linli.grid.topology;

import java.util.List;

/**
 * Something wrong with the ground of some areas.
 *
 * @param codes of the areas that take part; of a gap those around it
 * @param parentCode the area above that they are in or out of; empty where none is concerned
 * @param squareMetres how much ground it is about
 * @param longitude somewhere in it, degrees
 * @param latitude somewhere in it, degrees
 */
public record Fault(
        Kind kind,
        List<String> codes,
        String parentCode,
        double squareMetres,
        double longitude,
        double latitude) {

    /** What can be wrong. */
    public enum Kind {
        /** A border crosses or touches itself, or encloses nothing. */
        INVALID_RING,
        /** Two areas of a level share ground. */
        OVERLAP,
        /** Ground of the area above that belongs to none of those in it. */
        GAP,
        /** Ground that does not belong to the area above. */
        OUTSIDE_PARENT
    }

    public Fault {
        codes = List.copyOf(codes);
    }
}
