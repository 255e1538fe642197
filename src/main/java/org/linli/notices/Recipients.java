package org.linli.notices;

import java.util.Optional;
import java.util.UUID;
import org.linli.cases.CaseKey;

/**
 * How recipients are written down: an account by its id, a reporter by the case of the report, and
 * whoever asked for a mediation by that.
 */
final class Recipients {

    private static final String CASE = "case:";

    /** Its reader may spell it out of a link: it does not say of what. */
    private static final String PARTY = "party:";

    private Recipients() {}

    static String of(CaseKey key) {
        return CASE + key.countyCode() + "/" + key.id();
    }

    static String ofApplicant(UUID mediation) {
        return PARTY + mediation;
    }

    /** Whether it is somebody with an account, and an inbox. */
    static boolean isAccount(String recipient) {
        return !recipient.startsWith(CASE) && !recipient.startsWith(PARTY);
    }

    /** The mediation that they asked for; empty if it is somebody else. */
    static Optional<UUID> applicant(String recipient) {
        return Optional.of(recipient)
                .filter(code -> code.startsWith(PARTY))
                .map(code -> UUID.fromString(code.substring(PARTY.length())));
    }

    /** The case whose reporter this is; empty if it is somebody else. */
    static Optional<CaseKey> reporter(String recipient) {
        if (!recipient.startsWith(CASE)) {
            return Optional.empty();
        }
        var parts = recipient.substring(CASE.length()).split("/", -1);
        return Optional.of(new CaseKey(parts[0], Long.parseLong(parts[1])));
    }
}
