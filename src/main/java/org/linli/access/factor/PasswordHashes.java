package org.linli.access.factor;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes of 19 MiB and two passes (OWASP's first choice). Each costs a
 * processor most of a second, so that only a few are made at once.
 */
@Component
public class PasswordHashes {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 << 10, 2);
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** Stands in for the hash of an account that has none, so that guessing takes as long. */
    private final String nobodys = String.valueOf(argon2.encode("nobody's password"));

    /** What to keep of a password. */
    public String of(String password) {
        return inTurn(() -> String.valueOf(argon2.encode(password)));
    }

    /**
     * Whether a hash is that of the password.
     *
     * @param hash null where there is none: never right, but takes the same time
     */
    public boolean matches(String password, @Nullable String hash) {
        var right = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
        return right && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WaitFirst(PATIENCE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new WaitFirst(PATIENCE);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
