package org.linli.intake.open311;

import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * What is wrong with a request, as Open311 tells it.
 *
 * @param code the HTTP status
 */
@Classified(FieldClass.C0)
record Fault(int code, String description) {}
