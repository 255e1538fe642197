package org.linli.access;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * What a browser is asked when it is to come back with somebody's word for its person: at random,
 * so that no former answer will do, answered once, in time, and by the browser that was asked.
 */
@Component
class Challenges {

    private final ChallengeStore store;
    private final Clock clock;

    Challenges(ChallengeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whose word is asked for, and how long it may take. */
    enum Of {
        PASSKEY(Duration.ofMinutes(5)),
        PROVIDER(Duration.ofMinutes(10));

        private final Duration waits;

        Of(Duration waits) {
            this.waits = waits;
        }
    }

    /**
     * A question.
     *
     * @param challenge in base64url
     * @param browser a secret for the browser to keep until it answers
     */
    record Asked(String challenge, String browser) {}

    Asked ask(Of whom) {
        var asked = new Asked(Secret.fresh(), Secret.fresh());
        var now = clock.instant();
        store.ask(
                hash(whom, asked.challenge), Secret.hash(asked.browser), now, now.plus(whom.waits));
        return asked;
    }

    /**
     * Uses up a challenge.
     *
     * @param refusal if this browser was not asked it, or has answered before, or too late
     */
    void take(Of whom, String challenge, @Nullable String browser, Supplier<Problem> refusal) {
        if (browser == null
                || !store.take(hash(whom, challenge), Secret.hash(browser), clock.instant())) {
            throw refusal.get();
        }
    }

    private static byte[] hash(Of whom, String challenge) {
        return Secret.hash(whom + " " + challenge);
    }
}
