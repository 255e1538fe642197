package org.linli.people;

import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Somebody at work, as a colleague sees it.
 *
 * @param areaName null while nobody knows the area
 * @param unitCode null for posts of no unit
 * @param unitName null without a unit
 */
@Classified(FieldClass.C1)
record ShownPost(
        String name,
        String role,
        String areaCode,
        @Nullable String areaName,
        @Nullable String unitCode,
        @Nullable String unitName) {}
