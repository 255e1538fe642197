package org.linli.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A roster with its turns and what was handed over.
 *
 * @param handOvers what is not signed yet, and the latest that is; newest first
 * @param people who may be put on it; none for who may not change it
 * @param mayChange whether the reader may
 * @param mayHandOver whether the reader has a turn in it
 */
@Classified(FieldClass.C1)
record RosterDetail(
        @JsonUnwrapped ShownRoster roster,
        List<DutyTurn> turns,
        List<HandOver> handOvers,
        List<Member> people,
        boolean mayChange,
        boolean mayHandOver) {

    /** Somebody who may be put on it. */
    @Classified(FieldClass.C1)
    record Member(String accountId, String name) {}
}
