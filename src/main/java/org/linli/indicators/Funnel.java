package org.linli.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A rate of areas or units, each beside what is expected of it among its like. Nobody is in an
 * order but that of their codes.
 *
 * @param by what its members are: street, community, grid or unit
 * @param asOf the moment it shows
 * @param definition how the rate is reckoned, in words
 * @param method how members are compared, in words
 * @param note what must be said beside it; null where nothing must
 */
@Classified(FieldClass.C0)
record Funnel(
        String name,
        String label,
        String by,
        Instant asOf,
        String definition,
        String method,
        @Nullable String note,
        List<Peers> peers) {

    Funnel {
        peers = List.copyOf(peers);
    }

    /**
     * Members of one kind.
     *
     * @param kind the code of the kind of cell or unit, or of the level
     * @param rate of the group; null where there is nothing to divide by
     * @param comparable whether it has members enough
     * @param dispersion how much more than by chance its members vary; 1 where no more
     * @param funnel the limits around the rate of the group; empty unless it is comparable
     */
    @Classified(FieldClass.C0)
    record Peers(
            String kind,
            String kindName,
            long numerator,
            long denominator,
            @Nullable BigDecimal rate,
            boolean comparable,
            double dispersion,
            List<Member> members,
            List<Bounds> funnel) {

        Peers {
            members = List.copyOf(members);
            funnel = List.copyOf(funnel);
        }
    }

    /**
     * An area or a unit.
     *
     * @param value its rate, from 0 to 1; null where there is nothing to divide by
     * @param selfFoundHandled how many of the numerator the grid found on patrol and closed itself
     * @param selfFoundHandledOfBase how many of the denominator
     * @param limits between which counts chance alone leaves it; null where nothing can be said
     * @param cases the link to the list of the cases in the numerator
     * @param denominatorCases the link to those in the denominator
     */
    @Classified(FieldClass.C0)
    record Member(
            String group,
            String groupName,
            long numerator,
            long denominator,
            @Nullable BigDecimal value,
            long selfFoundHandled,
            long selfFoundHandledOfBase,
            @Nullable ControlLimits limits,
            Standing standing,
            String cases,
            String denominatorCases) {}
}
