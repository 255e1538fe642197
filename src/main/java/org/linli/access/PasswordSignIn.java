package org.linli.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.Attempts;
import org.linli.access.factor.KnownBrowsers;
import org.linli.access.factor.PasswordHashes;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in with a password and then a second factor. The password alone opens nothing: whoever
 * found it out learns only that it is right. Accounts that do not exist are answered alike, after
 * the same work.
 */
@Component
public class PasswordSignIn {

    /** People type the part of their account that is on their badge. */
    private static final String USUAL_KIND = "staff:";

    private final FactorStore store;
    private final Factors factors;
    private final PasswordHashes hashes;
    private final Attempts attempts;
    private final KnownBrowsers browsers;
    private final SignIn signIn;
    private final Devices devices;
    private final SessionStore sessions;
    private final Callers callers;
    private final AuditTrail trail;
    private final Clock clock;

    PasswordSignIn(
            FactorStore store,
            Factors factors,
            PasswordHashes hashes,
            Attempts attempts,
            KnownBrowsers browsers,
            SignIn signIn,
            Devices devices,
            SessionStore sessions,
            Callers callers,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.factors = factors;
        this.hashes = hashes;
        this.attempts = attempts;
        this.browsers = browsers;
        this.signIn = signIn;
        this.devices = devices;
        this.sessions = sessions;
        this.callers = callers;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Opens the half of a session, or a whole one for an enrolled phone, whose key is the second
     * factor.
     *
     * @param name of the account, with or without its kind
     * @param mark of the browser, if it has one
     * @param agent how the browser names itself
     * @param deviceKey what signed the request; null if nothing did
     * @throws WrongPassword if there is no such account with this password
     * @throws AccountAsleep if nobody has used it for long
     * @throws org.linli.access.factor.WaitFirst after too many of those
     */
    public OpenedSession begin(
            String name,
            String password,
            @Nullable String mark,
            String agent,
            byte @Nullable [] deviceKey) {
        var account = name.contains(":") ? name.strip() : USUAL_KIND + name.strip();
        var counted = "password " + browsers.countedAs(account, mark);
        attempts.begin(counted);
        var hash = stored(account);
        if (!hashes.matches(password, hash.orElse(null))) {
            // a name that is nobody's may be anything, even somebody's password
            var of = hash.isPresent() ? account : "";
            trail.note(trail.now(Act.SIGN_IN, Thing.ACCOUNT, of).purpose("password").refused());
            throw new WrongPassword();
        }
        attempts.wasRight(counted);
        signIn.requireAwake(account, Session.OpenedWith.PASSWORD);
        var device = devices.idOf(account, deviceKey);
        return device == null
                ? signIn.openHalf(account, agent)
                : signIn.open(account, Session.OpenedWith.DEVICE, agent, device);
    }

    /**
     * Makes a whole session of a half one, by a code of the authenticator app or a recovery code.
     *
     * @throws WrongCode if it is none
     */
    @Transactional(noRollbackFor = WrongCode.class)
    public OpenedSession complete(Session half, String code, String agent) {
        factors.useCode(half.actor().id(), code);
        return whole(half, agent);
    }

    /**
     * Sets up the authenticator app of somebody who had none, which completes their sign-in.
     *
     * @return the recovery codes, shown once
     */
    @Transactional
    public Enrolled enrol(Session half, String code, String agent) {
        var codes = factors.confirmTotp(half, code);
        return new Enrolled(whole(half, agent), codes);
    }

    /** A session, and the recovery codes that came with it. */
    public record Enrolled(OpenedSession session, List<String> recoveryCodes) {}

    /** Notes that the person at this session has shown a strong factor just now. */
    @Transactional(noRollbackFor = WrongCode.class)
    public void confirm(Session session, String code) {
        factors.useCode(session.actor().id(), code);
        sessions.factorShown(session.id(), clock.instant());
        callers.forget();
    }

    /** A mark that lets this browser's wrong tries be told from those of strangers. */
    public String mark(Actor actor) {
        return browsers.mark(actor.id());
    }

    private OpenedSession whole(Session half, String agent) {
        var account = half.actor().id();
        sessions.end(account, half.id());
        callers.forget();
        return signIn.open(account, Session.OpenedWith.PASSWORD, agent, null);
    }

    /** A name that the database could not hold is nobody's. */
    private Optional<String> stored(String account) {
        return account.indexOf('\0') < 0 ? store.password(account) : Optional.empty();
    }
}
