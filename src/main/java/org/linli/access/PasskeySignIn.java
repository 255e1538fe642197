package org.linli.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.Attempts;
import org.linli.access.factor.KnownBrowsers;
import org.linli.access.factor.PasskeyCheck;
import org.linli.access.factor.PasskeyRefused;
import org.linli.access.factor.PasskeySite;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in with a passkey, without typing a name, and showing it again in a session. It opens a
 * whole session: who shows it has the device, and its finger, face or PIN.
 */
@Component
public class PasskeySignIn {

    private static final String FACTOR = "passkey";

    private final PasskeyStore store;
    private final Challenges challenges;
    private final PasskeyCheck check;
    private final Attempts attempts;
    private final KnownBrowsers browsers;
    private final SignIn signIn;
    private final Devices devices;
    private final SessionStore sessions;
    private final Callers callers;
    private final AuditTrail trail;
    private final Clock clock;

    PasskeySignIn(
            PasskeyStore store,
            Challenges challenges,
            PasskeyCheck check,
            Attempts attempts,
            KnownBrowsers browsers,
            SignIn signIn,
            Devices devices,
            SessionStore sessions,
            Callers callers,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.challenges = challenges;
        this.check = check;
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
     * What a browser has to know to have a passkey shown.
     *
     * @param challenge in base64url
     * @param browser a secret for it to keep until it answers
     * @param known what the passkeys are known as that will do; none if any will
     */
    public record Wanted(String challenge, String browser, List<byte[]> known) {}

    /**
     * A passkey shown in a browser.
     *
     * @param browser the secret that came with the question; null if it kept none
     */
    public record Shown(PasskeyCheck.Showing passkey, PasskeySite site, @Nullable String browser) {}

    /**
     * Asks for a passkey.
     *
     * @param account whose it shall be; null for anybody's
     */
    @Transactional
    public Wanted begin(@Nullable String account, PasskeySite site) {
        var asked = challenges.ask(Challenges.Of.PASSKEY);
        var known = account == null ? List.<byte[]>of() : store.known(account, site.domain());
        return new Wanted(asked.challenge(), asked.browser(), known);
    }

    /**
     * Opens a session for whoever's passkey it is.
     *
     * @param mark of the browser, if it has one
     * @param agent how the browser names itself
     * @param deviceKey what signed the request; null if nothing did
     * @throws PasskeyRefused if it is nobody's, or does not answer what the browser was asked
     * @throws org.linli.access.factor.WaitFirst after too many of those
     * @throws AccountAsleep if nobody has used the account for long
     */
    @Transactional(noRollbackFor = {PasskeyRefused.class, AccountAsleep.class})
    public OpenedSession open(
            Shown shown, @Nullable String mark, String agent, byte @Nullable [] deviceKey) {
        var kept = store.find(shown.passkey.credentialId()).orElse(null);
        var account = kept == null ? "" : kept.account();
        var counted = FACTOR + " " + browsers.countedAs(account, mark);
        try {
            if (kept != null) {
                attempts.begin(counted);
            }
            var challenge = answered(shown);
            if (kept == null || shown.passkey.userHandle() == null) {
                throw PasskeyRefused.untrue();
            }
            use(kept, shown, challenge);
        } catch (PasskeyRefused refused) {
            trail.note(refused(trail.now(Act.SIGN_IN, Thing.ACCOUNT, account), refused));
            throw refused;
        }
        attempts.wasRight(counted);
        var device = devices.idOf(account, deviceKey);
        return signIn.open(account, Session.OpenedWith.PASSKEY, agent, device);
    }

    /**
     * Notes that the person at this session has shown their passkey just now.
     *
     * @throws PasskeyRefused if it is not theirs, or does not answer what the browser was asked
     */
    @Transactional(noRollbackFor = PasskeyRefused.class)
    public void confirm(Session session, Shown shown) {
        var account = session.actor().id();
        var now = clock.instant();
        var event = AuditEvent.of(now, account, Act.FACTOR_SHOW, Thing.ACCOUNT, account);
        var counted = FACTOR + " " + account;
        attempts.begin(counted);
        try {
            var challenge = answered(shown);
            var kept =
                    store.find(shown.passkey.credentialId())
                            .filter(one -> one.account().equals(account))
                            .orElseThrow(PasskeyRefused::untrue);
            use(kept, shown, challenge);
        } catch (PasskeyRefused refused) {
            trail.note(refused(event, refused));
            throw refused;
        }
        attempts.wasRight(counted);
        trail.note(event.purpose(FACTOR));
        sessions.factorShown(session.id(), now);
        callers.forget();
    }

    private String answered(Shown shown) {
        var challenge = check.challengeIn(shown.passkey.clientData());
        challenges.take(Challenges.Of.PASSKEY, challenge, shown.browser, PasskeyRefused::untrue);
        return challenge;
    }

    private void use(PasskeyStore.Kept kept, Shown shown, String challenge) {
        var handle = shown.passkey.userHandle();
        if (!kept.domain().equals(shown.site.domain())
                || handle != null && !Arrays.equals(handle, kept.userHandle())) {
            throw PasskeyRefused.untrue();
        }
        var count = check.shown(shown.passkey, kept.made(), shown.site, challenge);
        if (!store.used(kept.id(), count, clock.instant())) {
            throw PasskeyRefused.copied();
        }
    }

    private static AuditEvent refused(AuditEvent event, PasskeyRefused refused) {
        return event.purpose(refused.isOfACopy() ? "passkey-copied" : FACTOR).refused();
    }
}
