package org.linli.register;

import java.util.UUID;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** What has been entered or changed. */
@Classified(FieldClass.C1)
record Entered(UUID id) {}
