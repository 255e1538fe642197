package org.linli.cases.history;

import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;

/**
 * A case that is here already.
 *
 * @param past as a row of a file would tell it now
 * @param imported what the last import left; null for a case made here
 */
record StoredCase(
        CaseKey key,
        String caseNo,
        int version,
        String state,
        PastCase past,
        Placed place,
        @Nullable Imported imported) {

    /**
     * @param fingerprint of the row as the file told it
     * @param version of the case then
     * @param listed whether its steps came in a list of their own
     */
    record Imported(Fingerprint fingerprint, int version, boolean listed) {}

    /** Whether somebody has taken a step with it here, so that no file may speak for it. */
    boolean livesHere() {
        return imported == null || imported.version != version;
    }
}
