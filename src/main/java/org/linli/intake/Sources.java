package org.linli.intake;

import static org.linli.access.Role.DISTRICT_DISPATCHER;
import static org.linli.access.Role.DISTRICT_LEADER;
import static org.linli.access.Role.GRID_ASSISTANT;
import static org.linli.access.Role.GRID_HEAD;
import static org.linli.access.Role.GRID_INFORMANT;
import static org.linli.access.Role.GRID_MEMBER;
import static org.linli.access.Role.GRID_SUPERVISOR;
import static org.linli.access.Role.SECONDED_OFFICER;
import static org.linli.access.Role.SHIFT_LEADER;
import static org.linli.access.Role.STREET_DISPATCHER;
import static org.linli.access.Role.UNIT_HANDLER;

import java.util.EnumSet;
import java.util.Set;
import org.linli.access.Actor;
import org.linli.access.Role;
import org.linli.cases.Source;
import org.linli.platform.problem.InvalidValue;

/** Who may say that a concern came which way: figures by source are worth no more than this. */
final class Sources {

    private static final Set<Role> IN_THE_FIELD =
            EnumSet.of(
                    GRID_MEMBER,
                    GRID_HEAD,
                    GRID_ASSISTANT,
                    SECONDED_OFFICER,
                    GRID_SUPERVISOR,
                    GRID_INFORMANT);

    private static final Set<Role> AT_THE_DESK =
            EnumSet.of(STREET_DISPATCHER, SHIFT_LEADER, DISTRICT_DISPATCHER);

    private Sources() {}

    /**
     * The source an actor gives.
     *
     * @throws InvalidValue if there is no such source
     * @throws SourceNotYours if it is not theirs to give
     */
    static Source given(Actor actor, String code) {
        var source =
                Source.of(code)
                        .orElseThrow(
                                () -> new InvalidValue("report/unknown-source", "source", code));
        if (!mayGive(actor, source)) {
            throw new SourceNotYours(source);
        }
        return source;
    }

    /** Whether another system speaks, rather than a person. */
    static boolean isSystem(Actor actor) {
        return actor.id().startsWith("token:");
    }

    private static boolean mayGive(Actor actor, Source source) {
        if (actor.isAnonymous()) {
            return source == Source.RESIDENT;
        }
        return isSystem(actor)
                || switch (source) {
                    // a worker may write down what a resident told them
                    case RESIDENT -> true;
                    case PATROL -> holds(actor, IN_THE_FIELD);
                    case HOTLINE_12345, MONITORING -> holds(actor, AT_THE_DESK);
                    case DEPARTMENT ->
                            holds(actor, AT_THE_DESK) || holds(actor, EnumSet.of(UNIT_HANDLER));
                    case SUPERIOR ->
                            holds(actor, AT_THE_DESK) || holds(actor, EnumSet.of(DISTRICT_LEADER));
                    case IMPORT -> false;
                };
    }

    private static boolean holds(Actor actor, Set<Role> roles) {
        return actor.postsAs(roles).findAny().isPresent();
    }
}
