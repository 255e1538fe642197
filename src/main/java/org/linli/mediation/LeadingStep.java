package org.linli.mediation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;

/**
 * A step of the mediator.
 *
 * @param step {@code accept}, {@code session}, {@code offer}, {@code guide} or {@code follow-up}
 * @param version of the mediation as the caller saw it
 * @param said what a session came to, why another road, or how it goes
 * @param agreement the text to be signed
 * @param road {@code court}, {@code arbitration}, {@code labour_arbitration}, {@code legal_aid} or
 *     {@code other}
 */
record LeadingStep(
        @Nullable UUID opId,
        @Nullable String step,
        @Nullable Integer version,
        @Nullable String said,
        @Nullable String agreement,
        @Nullable String road) {

    private static final Set<String> ROADS =
            Set.of("court", "arbitration", "labour_arbitration", "legal_aid", "other");
    private static final int LONGEST_AGREEMENT = 10_000;
    private static final int LONGEST_NAME = 50;

    UUID operationId() {
        if (opId == null) {
            throw InvalidValue.missing("opId");
        }
        return opId;
    }

    /**
     * The mediation after it.
     *
     * @throws OldVersion if somebody took a step since
     * @throws StepNotAllowed if it cannot be taken from where the mediation stands
     */
    Mediation after(Mediation before, Instant now) {
        requireVersion(version, before);
        var named = Text.required("step", step, LONGEST_NAME);
        return switch (named) {
            case "accept" -> before.accepted(now);
            case "session" -> before.talked(what(), now);
            case "offer" ->
                    before.offered(Text.required("agreement", agreement, LONGEST_AGREEMENT), now);
            case "guide" -> before.guided(where(), what(), now);
            case "follow-up" -> before.followedUp(what(), now);
            default -> throw new InvalidValue("mediation/unknown-step", "step", named);
        };
    }

    static void requireVersion(@Nullable Integer seen, Mediation now) {
        if (seen == null) {
            throw InvalidValue.missing("version");
        }
        if (seen != now.version()) {
            throw new OldVersion(seen, now.version());
        }
    }

    private String what() {
        return Text.required("said", said, NewMediation.LONGEST_TEXT);
    }

    private String where() {
        var named = Text.required("road", road, LONGEST_NAME);
        if (!ROADS.contains(named)) {
            throw new InvalidValue("request/value", "road", named);
        }
        return named;
    }
}
