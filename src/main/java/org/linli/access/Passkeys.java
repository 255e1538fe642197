package org.linli.access;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.PasskeyCheck;
import org.linli.access.factor.PasskeyRefused;
import org.linli.access.factor.PasskeySite;
import org.linli.access.factor.SignInKey;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passkeys of an account: made by its person on their own device, and no secret of ours. Adding
 * and removing one ends the account's other sessions, as changing any factor does.
 */
@Component
public class Passkeys {

    private static final String FACTOR = "passkey";

    private final PasskeyStore store;
    private final Challenges challenges;
    private final PasskeyCheck check;
    private final Factors factors;
    private final SignInKey key;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Clock clock;

    Passkeys(
            PasskeyStore store,
            Challenges challenges,
            PasskeyCheck check,
            Factors factors,
            SignInKey key,
            Sessions sessions,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.challenges = challenges;
        this.check = check;
        this.factors = factors;
        this.key = key;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a browser has to know to have a passkey made.
     *
     * @param challenge in base64url
     * @param browser a secret for it to keep until it answers
     * @param userHandle what authenticators shall know the account as: it says nothing of the
     *     person
     * @param known what this account's passkeys are known as; no authenticator needs two
     */
    public record Wanted(String challenge, String browser, byte[] userHandle, List<byte[]> known) {}

    /** Asks for a new passkey. */
    @Transactional
    public Wanted begin(String account, PasskeySite site) {
        var asked = challenges.ask(Challenges.Of.PASSKEY);
        var known = store.known(account, site.domain());
        return new Wanted(asked.challenge(), asked.browser(), userHandle(account), known);
    }

    /**
     * Takes a passkey that was made as asked for.
     *
     * @param browser the secret that came with the question
     * @throws PasskeyRefused if it was not
     */
    @Transactional(noRollbackFor = PasskeyRefused.class)
    public long add(
            Session session,
            String name,
            PasskeyCheck.Making making,
            PasskeySite site,
            @Nullable String browser) {
        var account = session.actor().id();
        var called = Accounts.checkedName(name);
        var challenge = check.challengeIn(making.clientData());
        challenges.take(Challenges.Of.PASSKEY, challenge, browser, PasskeyRefused::untrue);
        var made = check.made(making, site, challenge);
        var id =
                store.add(
                                account,
                                called,
                                site.domain(),
                                userHandle(account),
                                made,
                                clock.instant())
                        .orElseThrow(PasskeyRefused::untrue);
        record(account, Act.FACTOR_SET);
        sessions.endOthers(session);
        return id;
    }

    /** An account's passkeys, the oldest first. */
    public List<Passkey> of(String account) {
        return store.of(account);
    }

    /**
     * Calls a passkey something else.
     *
     * @throws NoSuchPasskey if the account has none such
     */
    @Transactional
    public void rename(String account, long id, String name) {
        if (!store.rename(account, id, Accounts.checkedName(name))) {
            throw new NoSuchPasskey(id);
        }
        record(account, Act.FACTOR_SET);
    }

    /**
     * Takes a passkey away.
     *
     * @throws NoSuchPasskey if the account has none such
     * @throws LastFactor if it would leave the account without any second factor
     */
    @Transactional
    public void remove(Session session, long id) {
        var account = session.actor().id();
        store.lock(account);
        if (!store.remove(account, id)) {
            throw new NoSuchPasskey(id);
        }
        if (!factors.held(account).second()) {
            throw new LastFactor();
        }
        record(account, Act.FACTOR_FORGET);
        sessions.endOthers(session);
    }

    private void record(String account, Act act) {
        trail.record(
                AuditEvent.of(clock.instant(), account, act, Thing.ACCOUNT, account)
                        .purpose(FACTOR));
    }

    private byte[] userHandle(String account) {
        return key.derive("passkey user\n" + account);
    }
}
