package org.linli.evidence;

/**
 * A record that photos belong to.
 *
 * @param kind what it is, such as {@code case}
 * @param id its number within the county
 */
public record Holder(String kind, String countyCode, long id) {}
