package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A case on hold as anybody may see it: what kind of thing, in which street, why and until when.
 * Nothing of what its reporter wrote, nor where exactly it is.
 *
 * @param area the name of the street
 * @param ground {@code season} or {@code money}
 */
@Classified(FieldClass.C0)
record HeldCase(
        String caseNo,
        @Nullable String matterNameZh,
        @Nullable String matterNameEn,
        @Nullable String area,
        String ground,
        Instant since,
        Instant until) {}
