package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.rules.Rules.Times;

/**
 * A case that waits for an office itself, for which no limit of its matter runs yet (DOMAIN §1.5).
 *
 * @param since when it came to stand there
 * @param dueAt when the office is late, by the working time
 */
@Classified(FieldClass.C1)
public record OfficeWait(Kind kind, Instant since, Instant dueAt) {

    /** What it waits for. */
    public enum Kind {
        /** 受理 */
        ACCEPT,
        /** 核实 */
        VERIFY,
        /** 派遣; of a service, that somebody takes it on */
        DISPATCH;

        /** How long the rules give the office for it. */
        Duration within(Times times) {
            return Duration.ofMinutes(
                    switch (this) {
                        case ACCEPT -> times.acceptMinutes();
                        case VERIFY -> times.verifyMinutes();
                        case DISPATCH -> times.dispatchMinutes();
                    });
        }

        /** What a case that stands at an office waits for. */
        static Kind of(String state, boolean service) {
            return switch (state) {
                case "REPORTED" -> ACCEPT;
                case "ACCEPTED" -> service ? DISPATCH : VERIFY;
                default -> DISPATCH;
            };
        }
    }
}
