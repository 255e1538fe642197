package org.linli.intake.systems;

import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * What a code of another system means here.
 *
 * @param kind {@link #MATTER} or {@link #AREA}
 * @param ours null to forget it
 * @param conditionNo of a matter; null for its usual one
 */
@Classified(FieldClass.C0)
record TheirCode(String kind, String theirs, @Nullable String ours, @Nullable Integer conditionNo) {

    static final String MATTER = "matter";
    static final String AREA = "area";
}
