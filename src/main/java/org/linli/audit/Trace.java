package org.linli.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as auditors read it.
 *
 * @param id those recorded later have higher ones
 * @param subject the pseudonym of the person it is about; null if it is about none
 * @param purpose the code of what it was done for; null where the act says that already
 * @param request SHA-256 of what was asked, in hex; null where nothing was sent
 * @param sealed whether it is part of the chain already
 */
public record Trace(
        long id,
        Instant at,
        String actor,
        String act,
        String thing,
        String object,
        @Nullable String subject,
        @Nullable String purpose,
        String result,
        int records,
        @Nullable String request,
        boolean sealed) {}
