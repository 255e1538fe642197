package org.linli.intake.systems;

import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Another system that hands concerns over.
 *
 * @param code by which it is named in addresses and in the cases that came from it
 * @param source the source its concerns count under
 * @param sender the id of the only token that may speak for it; null where any may
 */
@Classified(FieldClass.C1)
record SendingSystem(String code, String name, String source, @Nullable String sender) {}
