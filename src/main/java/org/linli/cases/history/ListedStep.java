package org.linli.cases.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of steps.
 *
 * @param row of the file
 * @param kind null if the row could not be read, which spoils the whole list
 * @param actorRole empty where the row does not say
 * @param staffId empty where the row does not say
 * @param unitCode empty where the row does not say
 * @param state that the step led to; null where the row does not say
 * @param details what it carried besides, by the name in the API
 */
record ListedStep(
        long row,
        long seq,
        Instant at,
        @Nullable StepKind kind,
        String actorRole,
        String staffId,
        String unitCode,
        String note,
        @Nullable String state,
        Map<String, Object> details) {

    private static final Pattern SCORE = Pattern.compile("([1-5])(?:\\s+(.*))?", Pattern.DOTALL);

    ListedStep {
        details = Map.copyOf(details);
    }

    /** The same row, known to be unreadable. */
    ListedStep broken() {
        return new ListedStep(
                row, seq, at, null, actorRole, staffId, unitCode, note, state, details);
    }

    /** The unit that the row names; null where it names none. */
    @Nullable String unit() {
        return unitCode.isEmpty() ? null : unitCode;
    }

    /** Whether it carried something with this value. */
    boolean carries(String name, Object value) {
        return value.equals(details.get(name));
    }

    /** The score that a rating's note begins with; null if it does not, or is no rating. */
    @Nullable Integer score() {
        var scored = scored();
        return scored == null ? null : Integer.valueOf(scored.group(1));
    }

    /** What the step carried, once it is known which unit answered for the case from then on. */
    Map<String, Object> carried(@Nullable String answering) {
        var carried = new HashMap<>(details);
        if (!unitCode.isEmpty() && !unitCode.equals(answering)) {
            carried.put("unit", unitCode);
        }
        var score = score();
        if (score != null) {
            carried.put("score", score);
        }
        return carried;
    }

    /** The note without the score. */
    String remark() {
        var scored = scored();
        if (scored == null) {
            return note;
        }
        return scored.group(2) == null ? "" : scored.group(2);
    }

    private @Nullable Matcher scored() {
        var matcher = SCORE.matcher(note);
        return kind == StepKind.RATE && matcher.matches() ? matcher : null;
    }
}
