package org.linli.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Who is on call for a unit or a street, as somebody sees it who works with them.
 *
 * @param holder the code of the unit or the street
 * @param kind {@code unit} or {@code street}
 * @param now who is on call, in the order in which they are called
 * @param nextAt when somebody comes on call next; null where nobody does within a week
 * @param next who is on call then
 */
@Classified(FieldClass.C1)
record ShownRoster(
        String holder,
        String kind,
        String name,
        List<OnCall> now,
        @Nullable Instant nextAt,
        List<OnCall> next) {}
