package org.linli.mediation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;

/**
 * A step of one of the parties.
 *
 * @param step {@code agree}, {@code decline}, {@code tell}, {@code sign} or {@code withdraw}
 * @param said what they want the other one and the mediator to know
 * @param agreementHash of the text that they have read and sign
 */
record PartyStep(
        @Nullable UUID opId,
        @Nullable String step,
        @Nullable String said,
        @Nullable String agreementHash) {

    private static final int LONGEST_NAME = 64;

    UUID operationId() {
        if (opId == null) {
            throw InvalidValue.missing("opId");
        }
        return opId;
    }

    /**
     * The mediation after it.
     *
     * @throws StepNotAllowed if it cannot be taken from where the mediation stands
     * @throws OtherText if another text is offered by now
     */
    Mediation after(Mediation before, Side by, Instant now) {
        var named = Text.required("step", step, LONGEST_NAME);
        return switch (named) {
            case "agree" -> before.answered(by, true, now);
            case "decline" -> before.answered(by, false, now);
            case "tell" ->
                    before.stated(by, Text.required("said", said, NewMediation.LONGEST_TEXT), now);
            case "sign" ->
                    before.signed(
                            by, Text.required("agreementHash", agreementHash, LONGEST_NAME), now);
            case "withdraw" -> before.withdrawn(by, now);
            default -> throw new InvalidValue("mediation/unknown-step", "step", named);
        };
    }
}
