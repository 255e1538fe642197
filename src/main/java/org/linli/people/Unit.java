package org.linli.people;

import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A body that can answer for cases.
 *
 * @param parentCode null for units under no other
 * @param local whether it was registered from an import that knew only its code
 */
@Classified(FieldClass.C0)
public record Unit(
        String code,
        String name,
        UnitKind kind,
        String areaCode,
        @Nullable String parentCode,
        boolean local) {}
