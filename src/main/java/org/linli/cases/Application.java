package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;

/**
 * Something that one asks for and others decide (申请): nobody decides what they asked for, and
 * nobody twice.
 *
 * @param by the actor who asked
 * @param ground of a hold; null otherwise
 * @param until when a hold is to end; null otherwise
 * @param approvedBy the actors who have approved it so far, in turn
 */
record Application(
        Subject subject,
        String by,
        Instant at,
        @Nullable Ground ground,
        @Nullable Instant until,
        List<String> approvedBy) {

    Application {
        approvedBy = List.copyOf(approvedBy);
    }

    /** What is asked for, and who approves it, one after the other. */
    enum Subject {
        /** The limit once more (延期). */
        EXTENSION("extension", Action.CASE_REVIEW_FIRST, Action.CASE_REVIEW_FINAL),
        /** That the clock stands still until a date (挂账). */
        HOLD("hold", Action.CASE_REVIEW_FINAL),
        /** That the case is closed unsolved (强制结案). */
        FORCED_CLOSE("forced-close", Action.CASE_REVIEW_FINAL),
        /** That being late is excused (超时申诉). */
        APPEAL("appeal", Action.CASE_REVIEW_FINAL, Action.CASE_REVIEW_FINAL);

        private final String code;
        private final List<Action> reviews;

        Subject(String code, Action... reviews) {
            this.code = code;
            this.reviews = List.of(reviews);
        }

        /** As the API spells it. */
        String code() {
            return code;
        }
    }

    /** Why a case may be put on hold; nothing else is a reason. */
    enum Ground {
        /** It can only be done in another season. */
        SEASON,
        /** The money for it has to be granted first. */
        MONEY
    }

    /** Who decides next. */
    Action review() {
        return subject.reviews.get(approvedBy.size());
    }

    /** Whether this actor had a hand in it already. */
    boolean involves(String actor) {
        return by.equals(actor) || approvedBy.contains(actor);
    }

    /** Whether one more approval grants it. */
    boolean isLastReview() {
        return approvedBy.size() == subject.reviews.size() - 1;
    }

    Application approved(String actor) {
        var approvers = Stream.concat(approvedBy.stream(), Stream.of(actor)).toList();
        return new Application(subject, by, at, ground, until, approvers);
    }
}
