package org.linli.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** A consent as a record shows it. */
@Classified(FieldClass.C1)
record ShownConsent(
        UUID consentId, String purpose, Instant givenAt, @Nullable Instant withdrawnAt) {

    static ShownConsent of(Consent consent) {
        return new ShownConsent(
                consent.id(),
                Said.code(consent.purpose()),
                consent.givenAt(),
                consent.withdrawnAt());
    }
}
