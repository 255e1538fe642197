package org.linli.grid;

/**
 * A cell, with what one needs to know to file something there.
 *
 * @param scheme whose cell it is: {@code master}, or the name of an overlay
 * @param path the codes from the top down to the cell, each between slashes
 * @param countyCode the district above it, by which regional data are kept together
 */
public record Located(String scheme, String code, String name, String path, String countyCode) {}
