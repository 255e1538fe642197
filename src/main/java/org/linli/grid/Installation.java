package org.linli.grid;

/**
 * Where a report goes whose place nobody knows.
 *
 * @param countyCode the district this installation serves
 * @param path of that district
 */
public record Installation(String countyCode, String path) {}
