package org.linli.cases;

import org.linli.platform.problem.Problem;
import org.springframework.dao.DuplicateKeyException;

/** The sending system handed the same thing over before, in another operation. */
public final class AlreadyReported extends Problem {

    private AlreadyReported(String sourceSystem, String externalId) {
        super(Kind.CONFLICT, "case/already-reported", sourceSystem, externalId);
    }

    /** This problem if that is what was found twice, else what was thrown. */
    static RuntimeException or(DuplicateKeyException twice, NewCase added) {
        var message = String.valueOf(twice.getMessage());
        return added.externalId() != null
                        && added.sourceSystem() != null
                        && message.contains("external_id")
                ? new AlreadyReported(added.sourceSystem(), added.externalId())
                : twice;
    }
}
