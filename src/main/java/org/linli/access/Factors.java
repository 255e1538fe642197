package org.linli.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.linli.access.factor.Attempts;
import org.linli.access.factor.Base32;
import org.linli.access.factor.PasswordHashes;
import org.linli.access.factor.SignInKey;
import org.linli.access.factor.Totp;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody can prove with that it is they: a password, an authenticator app, recovery codes on
 * paper. Their passkeys are in {@link Passkeys}. Changing one ends the account's other sessions.
 */
@Component
public class Factors {

    private static final int RECOVERY_CODES = 10;

    /** 80 bits: nobody guesses one, and a person can still copy it. */
    private static final int RECOVERY_BYTES = 10;

    private static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FactorStore store;
    private final PasswordHashes hashes;
    private final SignInKey key;
    private final Attempts attempts;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Factors(
            FactorStore store,
            PasswordHashes hashes,
            SignInKey key,
            Attempts attempts,
            Sessions sessions,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.hashes = hashes;
        this.key = key;
        this.attempts = attempts;
        this.sessions = sessions;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What an account has set up.
     *
     * @param recoveryCodes how many are left
     * @param passkeys how many there are
     */
    public record Held(boolean password, boolean totp, int recoveryCodes, int passkeys) {

        /** Whether there is anything to sign in with but a one-time link. */
        public boolean any() {
            return password || second();
        }

        /** Whether a password alone may set up a second factor: only while there is none. */
        public boolean second() {
            return totp || passkeys > 0;
        }

        List<String> ways() {
            return Stream.of(passkeys > 0 ? "passkey" : "", totp ? "code" : "")
                    .filter(way -> !way.isEmpty())
                    .toList();
        }
    }

    /**
     * A secret for an authenticator app, shown once.
     *
     * @param secret to be typed
     * @param uri to be scanned
     */
    @Classified(FieldClass.C1)
    public record AppSecret(String secret, String uri) {}

    /** What this account has set up. */
    public Held held(String account) {
        return store.held(account);
    }

    /**
     * Sets the password of the session's account.
     *
     * @throws org.linli.platform.problem.InvalidValue if it is easy to guess
     */
    public void setPassword(Session session, String password) {
        var account = session.actor().id();
        PasswordRules.check(password, account);
        // no connection waits while the hash is made
        var hash = hashes.of(password);
        transaction.executeWithoutResult(_ -> {
            store.setPassword(account, hash, clock.instant());
            recordSet(account, "password");
            sessions.endOthers(session);
        });
    }

    /** A secret for the app of this account, which stands once a code of it was seen. */
    public AppSecret beginTotp(String account) {
        var salt = random(SECRET_BYTES);
        store.beginTotp(account, salt, clock.instant());
        var secret = Base32.of(secret(account, salt));
        var name = account.substring(account.indexOf(':') + 1);
        var label = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new AppSecret(
                secret, "otpauth://totp/Linli:%s?secret=%s&issuer=Linli".formatted(label, secret));
    }

    /**
     * Makes the app the account's second factor.
     *
     * @return recovery codes for the day the phone is gone, shown once
     * @throws WrongCode if the code is not the app's
     */
    @Transactional
    public List<String> confirmTotp(Session session, String code) {
        var account = session.actor().id();
        var counted = "app " + account;
        attempts.begin(counted);
        if (!useTotp(account, code.strip(), true)) {
            throw new WrongCode();
        }
        attempts.wasRight(counted);
        store.confirmTotp(account);
        recordSet(account, "app");
        sessions.endOthers(session);
        return newRecoveryCodes(account);
    }

    /** Recovery codes in place of all former ones. */
    @Transactional
    public List<String> newRecoveryCodes(String account) {
        var codes =
                Stream.generate(() -> Base32.of(random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT))
                        .limit(RECOVERY_CODES)
                        .toList();
        store.newCodes(account, codes.stream().map(Secret::hash).toList(), clock.instant());
        recordSet(account, "recovery-codes");
        return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    /**
     * Uses up a code of the app, or a recovery code.
     *
     * @throws WrongCode if it is neither, or was used before
     * @throws org.linli.access.factor.WaitFirst after too many of those
     */
    void useCode(String account, String code) {
        var counted = "code " + account;
        attempts.begin(counted);
        var plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!useTotp(account, plain, false)
                && !store.useCode(account, Secret.hash(plain), clock.instant())) {
            trail.note(shown(account).refused());
            throw new WrongCode();
        }
        trail.note(shown(account));
        attempts.wasRight(counted);
    }

    private AuditEvent shown(String account) {
        return AuditEvent.of(clock.instant(), account, Act.FACTOR_SHOW, Thing.ACCOUNT, account);
    }

    /** Takes everything away, for somebody whose phone is gone: a link lets them begin anew. */
    @Transactional
    public void forget(String account) {
        store.forget(account);
        trail.record(trail.now(Act.FACTOR_FORGET, Thing.ACCOUNT, account));
        sessions.endAll(account);
    }

    private void recordSet(String account, String factor) {
        trail.record(
                AuditEvent.of(clock.instant(), account, Act.FACTOR_SET, Thing.ACCOUNT, account)
                        .purpose(factor));
    }

    private boolean useTotp(String account, String code, boolean pending) {
        var now = clock.instant();
        var app = store.totp(account, pending);
        if (app.isEmpty()) {
            return false;
        }
        var salt = app.get().salt();
        var step = Totp.step(secret(account, salt), code, now, app.get().lastStep());
        return step.isPresent() && store.useStep(account, salt, step.getAsLong());
    }

    private byte[] secret(String account, byte[] salt) {
        var use = "totp\n" + account + "\n" + HexFormat.of().formatHex(salt);
        return Arrays.copyOf(key.derive(use), SECRET_BYTES);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
