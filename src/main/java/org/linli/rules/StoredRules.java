package org.linli.rules;

import java.time.Instant;

/**
 * A version of a district's rules that was put in force, and is never edited after.
 *
 * @param no counts the versions of the district
 * @param effectiveAt from when on cases are filed under it
 * @param name what it changes, in the words of whoever drafted it
 * @param draftedBy the actor's id, as is {@code enactedBy}
 */
record StoredRules(
        String district,
        int no,
        Instant effectiveAt,
        String name,
        String draftedBy,
        String draftedByName,
        String enactedBy,
        String enactedByName,
        Instant enactedAt,
        DistrictRules rules) {}
