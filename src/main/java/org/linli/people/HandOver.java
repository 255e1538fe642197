package org.linli.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * What one turn of duty leaves the next to know (交接班).
 *
 * @param signedByName who took over and read it; null until somebody has
 */
@Classified(FieldClass.C1)
record HandOver(
        long id,
        String note,
        String leftByName,
        Instant leftAt,
        @Nullable String signedByName,
        @Nullable Instant signedAt) {}
