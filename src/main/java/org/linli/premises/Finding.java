package org.linli.premises;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a visit found at one item of the list.
 *
 * @param note in the visitor's words; may be empty
 * @param caseNo of the case that mends it; null unless it is a fault
 * @param mended whether the second visit saw it mended; null before that, and unless it is a fault
 */
record Finding(
        int itemNo, Result result, String note, @Nullable String caseNo, @Nullable Boolean mended) {

    enum Result {
        FINE,
        FAULT,
        /** There is no such thing at these premises. */
        NOT_APPLICABLE;

        /** As the API and the database spell it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isFault() {
        return result == Result.FAULT;
    }

    boolean isOpen() {
        return isFault() && !Boolean.TRUE.equals(mended);
    }

    Finding inCase(String number) {
        return new Finding(itemNo, result, note, number, mended);
    }

    Finding seenAgain(boolean isMended) {
        return new Finding(itemNo, result, note, caseNo, isMended);
    }
}
