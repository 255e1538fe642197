package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A case as anybody may know of it: what kind of thing, where about, since when and how it stands.
 * Nothing of what its reporter wrote, nor of who that is.
 *
 * @param over whether nothing is left to do about it
 * @param lon degrees east, as exact as its matter lets anybody know; null where nobody said
 * @param changedAt when something happened to it last
 * @param mergedInto the number of the case that this one is a duplicate of; null if it is none
 */
@Classified(FieldClass.C0)
public record PublicCase(
        String caseNo,
        String matterCode,
        String state,
        boolean over,
        @Nullable Double lon,
        @Nullable Double lat,
        Instant reportedAt,
        Instant changedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        @Nullable String unitCode,
        @Nullable String mergedInto) {

    /** The same report, standing as the case does that it is a duplicate of. */
    PublicCase standingAs(PublicCase survivor) {
        return new PublicCase(
                caseNo,
                matterCode,
                survivor.state,
                survivor.over,
                lon,
                lat,
                reportedAt,
                survivor.changedAt,
                survivor.dueAt,
                survivor.closedAt,
                survivor.unitCode,
                survivor.caseNo);
    }
}
