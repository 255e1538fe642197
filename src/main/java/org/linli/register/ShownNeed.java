package org.linli.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** A need as a record shows it. */
@Classified(FieldClass.C1)
record ShownNeed(
        UUID needId,
        @Classified(FieldClass.C2) String kind,
        @Classified(FieldClass.C2) @Nullable String clause,
        @Nullable UUID consentId,
        LocalDate beginsOn,
        LocalDate endsOn,
        boolean hasNote) {

    static ShownNeed of(ServiceNeed need) {
        return new ShownNeed(
                need.id(),
                need.kind(),
                need.clause(),
                need.consent(),
                need.beginsOn(),
                need.endsOn(),
                !need.note().isEmpty());
    }
}
