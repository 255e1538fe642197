package org.linli.mediation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a mediation has moved without whoever asked for it, and nothing of what was said. Published
 * inside the transaction that writes it down, as is {@link MediationNews}.
 *
 * @param version of the mediation that it made
 * @param path where about it is
 * @param byMail whether a mail address is all that they left of themselves
 * @param byPhone whether a number is
 */
public record ApplicantNews(
        UUID id, int version, What what, String path, boolean byMail, boolean byPhone) {

    public enum What {
        /** Both want it, and it was taken in. */
        GOES_ON,
        /** There is a text to read and sign. */
        TO_SIGN,
        /** It has come to its end, whichever. */
        OVER
    }

    /** What the last step is to whoever asked; empty for their own, and for what can wait. */
    static Optional<ApplicantNews> of(Mediation mediation) {
        return Optional.ofNullable(what(mediation)).map(what -> of(mediation, what));
    }

    private static ApplicantNews of(Mediation mediation, What what) {
        var reach = Reach.of(mediation.papers().applicant().contact());
        return new ApplicantNews(
                mediation.key().id(),
                mediation.version(),
                what,
                mediation.path(),
                !reach.email().isEmpty(),
                !reach.phone().isEmpty());
    }

    private static @Nullable What what(Mediation mediation) {
        var last = mediation.papers().entries().getLast();
        if (last.by().equals(Side.APPLICANT.code())) {
            return null;
        }
        return switch (last.step()) {
            case "accept" -> What.GOES_ON;
            case "offer" -> What.TO_SIGN;
            case "sign" -> mediation.state() == MediationState.SIGNED ? What.OVER : null;
            case "decline", "withdraw", "guide" -> What.OVER;
            default -> null;
        };
    }
}
