package org.linli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.rules.StageOf;

/**
 * The fine states that a stage of a district shows.
 *
 * @param carded whether its dispatched ones are those that were shown a card (督办); null where the
 *     district does not tell them apart
 */
record StageStates(List<String> states, @Nullable Boolean carded) {

    private static final String DISPATCHED = "DISPATCHED";

    StageStates {
        states = List.copyOf(states);
    }

    /** Empty if the scheme has no such stage. */
    static Optional<StageStates> of(List<StageOf> scheme, String code) {
        return scheme.stream()
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .map(stage -> of(scheme, stage));
    }

    private static StageStates of(List<StageOf> scheme, StageOf stage) {
        var states = new ArrayList<>(stage.states());
        boolean cards = states.remove(StageOf.SUPERVISED);
        boolean others = states.contains(DISPATCHED);
        if (cards && !others) {
            states.add(DISPATCHED);
        }
        if (states.contains("MERGED")) {
            states.add("SPLIT");
        }
        boolean apart = scheme.stream().anyMatch(any -> any.states().contains(StageOf.SUPERVISED));
        return new StageStates(states, apart && cards != others ? cards : null);
    }
}
