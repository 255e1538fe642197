package org.linli.cases;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Role;
import org.linli.cases.CaseStep.Kind;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.GridGate;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Keeps the grids' own people from verifying and settling what the duty list does not let in. */
@Component
class GridDoor {

    private static final Set<Kind> OF_THE_GRID =
            EnumSet.of(Kind.VERIFY, Kind.SELF_HANDLE, Kind.HELP);

    private static final Set<String> MEMBERS =
            Set.of(Role.GRID_MEMBER.code(), Role.GRID_HEAD.code(), Role.GRID_ASSISTANT.code());

    private final Catalogue catalogue;
    private final GridGate gate;

    GridDoor(Catalogue catalogue, GridGate gate) {
        this.catalogue = catalogue;
        this.gate = gate;
    }

    /** Why somebody in this role may not take such a step with such a matter; mostly empty. */
    Optional<Problem> closed(String role, Kind kind, @Nullable String matterCode) {
        return OF_THE_GRID.contains(kind) && MEMBERS.contains(role) && matterCode != null
                ? catalogue.matter(matterCode).flatMap(gate::closedTo)
                : Optional.empty();
    }

    /**
     * @throws Problem if they may not
     */
    void require(String role, Kind kind, @Nullable String matterCode) {
        closed(role, kind, matterCode)
                .ifPresent(problem -> {
                    throw problem;
                });
    }
}
