package org.linli.rules;

import java.time.Instant;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Rules that are being thought about, and hold for no case.
 *
 * @param version counts the changes: nobody saves over what they have not seen
 * @param editedBy the actor's id of whoever saved it last, who does not put it in force
 */
@Classified(FieldClass.C1)
public record Draft(
        int id,
        String district,
        String name,
        int version,
        String editedBy,
        String editedByName,
        Instant editedAt,
        Rules rules) {}
