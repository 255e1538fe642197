package org.linli.cases;

/**
 * The identity of a case inside Linli. Outside it is known by its case number.
 *
 * @param countyCode the district it belongs to for good: the shard it is stored in
 */
public record CaseKey(String countyCode, long id) {}
