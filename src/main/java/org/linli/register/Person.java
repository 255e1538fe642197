package org.linli.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the register, as the database keeps them: each value sealed for its own row.
 *
 * @param path of their household
 * @param notice the notice that was given before they were entered
 * @param guardianConsent null for whoever is old enough to agree alone
 * @param keyId the key that the values lie under
 * @param phone empty where nobody said
 * @param idNumber empty where nobody said
 */
record Person(
        String countyCode,
        UUID id,
        UUID household,
        String path,
        UUID notice,
        @Nullable UUID guardianConsent,
        String keyId,
        String name,
        String phone,
        String idNumber,
        Instant enteredAt,
        String enteredBy) {

    /** The values in clear, for whoever may see them; each may be empty. */
    record Values(String name, String phone, String idNumber) {}

    /** What the values are found by; the later two are null where there is no value. */
    record Indexes(byte[] name, byte @Nullable [] phone, byte @Nullable [] idNumber) {}
}
