package org.linli.notices;

import java.util.Optional;
import org.linli.cases.CaseKey;

/** How recipients are written down: an account by its id, a reporter by the case of the report. */
final class Recipients {

    private static final String CASE = "case:";

    private Recipients() {}

    static String of(CaseKey key) {
        return CASE + key.countyCode() + "/" + key.id();
    }

    /** The case whose reporter this is; empty if it is an account. */
    static Optional<CaseKey> reporter(String recipient) {
        if (!recipient.startsWith(CASE)) {
            return Optional.empty();
        }
        var parts = recipient.substring(CASE.length()).split("/", -1);
        return Optional.of(new CaseKey(parts[0], Long.parseLong(parts[1])));
    }
}
