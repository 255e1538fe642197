package org.linli.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.access.Action;

/** The steps that the policy leaves to several roles, of which a district may choose fewer. */
final class Takers {

    static final List<Action> CHOSEN =
            List.of(
                    Action.CASE_VERIFY,
                    Action.CASE_FILE,
                    Action.CASE_SELF_HANDLE,
                    Action.CASE_DISPATCH,
                    Action.CASE_RETURN,
                    Action.CASE_HANDLE,
                    Action.CASE_UNHOLD,
                    Action.CASE_URGE,
                    Action.CASE_YELLOW_CARD,
                    Action.CASE_RED_CARD);

    private Takers() {}

    /** As rules and the API spell the step: {@code self-handle}. */
    static String step(Action action) {
        return action.name().substring("CASE_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Action> action(String step) {
        return CHOSEN.stream().filter(action -> step(action).equals(step)).findFirst();
    }
}
