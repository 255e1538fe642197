package org.linli.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Rules as one file, to be kept or handed to another district; docs/rules.md describes it.
 *
 * @param format {@value #FORMAT}
 */
@Classified(FieldClass.C0)
record RuleFile(
        String format,
        String district,
        int no,
        String name,
        @Nullable Instant effectiveAt,
        Rules rules) {

    static final String FORMAT = "linli-rules-1";
}
