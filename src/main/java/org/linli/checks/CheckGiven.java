package org.linli.checks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that was drawn is somebody's to check. Published inside the transaction that writes it
 * down, so that what a listener stores in it is stored once.
 *
 * @param version of the case, as its closing made it
 * @param path where it lies
 * @param checker the account of whoever is to look
 * @param drawnAt long ago where the log of cases is read anew
 */
public record CheckGiven(
        String caseNo,
        int version,
        @Nullable String matterCode,
        String path,
        String checker,
        Instant drawnAt) {}
