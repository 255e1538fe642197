package org.linli.cases;

import org.linli.catalogue.Flow;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/**
 * What people call a state or a step. A service (帮办) is no case: for some it has a word of its own.
 */
final class Spoken {

    private Spoken() {}

    /** What waits for something else than its course is called by that. */
    static Message state(CaseState state, Flow flow) {
        return named("state", code(state), flow);
    }

    static Message step(CaseStep.Kind step, Flow flow) {
        return named("step", step.code(), flow);
    }

    private static String code(CaseState state) {
        return switch (state) {
            case CaseState.Held _ -> "HELD";
            case CaseState.Contested _ -> "RULING";
            default -> state.code();
        };
    }

    private static Message named(String what, String code, Flow flow) {
        var ofService = "case/service-%s-%s".formatted(what, code);
        return Message.of(
                flow == Flow.SERVICE && Words.has(ofService)
                        ? ofService
                        : "case/%s-%s".formatted(what, code));
    }
}
