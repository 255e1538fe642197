package org.linli.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Proof that a report is stored for good.
 *
 * @param trackingCode by which the reporter follows it
 * @param cell the cell it lies in; null where that is not known
 * @param serverSeq its place in the log of all events
 * @param hash SHA-256 of what was sent, in hexadecimal
 * @param epoch of the installation: it rises when a backup is restored, and a client that sees it
 *     rise offers again what it sent since
 */
@Classified(FieldClass.C1)
public record Receipt(
        UUID opId,
        String reportId,
        String caseNo,
        String trackingCode,
        @Nullable String cell,
        Instant receivedAt,
        long serverSeq,
        String hash,
        int epoch) {}
