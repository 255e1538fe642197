package org.linli.platform.operation;

import java.util.Map;

/**
 * Stores an operation and its answer. As a part of the statement that has the effect, so that both
 * are stored or neither is; a second claim of the same id fails as a duplicate key.
 */
public record Claim(Operation operation, Answer answer) {

    /** A part of a statement, for each row that the part named before it returns. */
    private static final String BESIDE =
            """
            claimed as (
                insert into platform.operation (caller, op_id, hash, status, answer)
                select :caller, :opId, :opHash, :opStatus, :opAnswer from %s
            )
            """;

    /**
     * The part of a statement, named {@code claimed}, that claims the operation if another part has
     * its one row.
     *
     * @param effect the name of that part
     */
    public static String beside(String effect) {
        return BESIDE.formatted(effect);
    }

    /** What such a statement needs to be told. */
    public Map<String, Object> parameters() {
        return Map.of(
                "caller", operation.caller(),
                "opId", operation.opId(),
                "opHash", operation.hash(),
                "opStatus", answer.status(),
                "opAnswer", answer.body());
    }
}
