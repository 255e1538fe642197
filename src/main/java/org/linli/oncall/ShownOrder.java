package org.linli.oncall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * An urgent order that nobody has taken yet.
 *
 * @param nextCallAt when the next person is called; null where nobody is called any more
 * @param nobodyAt since when nobody is left on call who has not been called; null while somebody is
 * @param calls who was called, in turn
 */
@Classified(FieldClass.C1)
record ShownOrder(
        String caseNo,
        @Nullable String matterNameZh,
        @Nullable String matterNameEn,
        String unitCode,
        @Nullable String unitName,
        String streetCode,
        @Nullable String streetName,
        Instant orderedAt,
        @Nullable Instant nextCallAt,
        @Nullable Instant nobodyAt,
        List<Call> calls) {

    ShownOrder {
        calls = List.copyOf(calls);
    }

    /**
     * @param holder the unit or the street in whose roster they stand
     */
    @Classified(FieldClass.C1)
    record Call(String holder, String name, Instant calledAt) {}
}
