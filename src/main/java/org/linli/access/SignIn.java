package org.linli.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens sessions and ends them. Which proof opens one is decided by those who call. */
@Component
public class SignIn {

    /** How long a one-time code waits to be used. */
    public static final Duration CODE_WAITS = Duration.ofMinutes(30);

    /** After how long without use an account goes to sleep (GB/T 22239-2019 8.1.4.2 c). */
    static final Duration ASLEEP_AFTER = Duration.ofDays(90);

    /** Ways in that somebody who left may have kept, or have had stolen, unnoticed. */
    private static final Set<Session.OpenedWith> KEPT =
            EnumSet.of(
                    Session.OpenedWith.PASSWORD,
                    Session.OpenedWith.PASSKEY,
                    Session.OpenedWith.OTHER_SYSTEM);

    /** How long a password waits for its second factor. */
    private static final Duration HALF_WAITS = Duration.ofMinutes(10);

    private static final int LONGEST_AGENT = 200;

    private static final Set<Role> ADMINISTRATORS =
            EnumSet.of(
                    Role.ADMINISTRATOR,
                    Role.SECURITY_ADMINISTRATOR,
                    Role.AUDITOR,
                    Role.PRIVACY_OFFICER);

    /** How long sessions last (SECURITY §4.1): whoever could do most harm signs in most often. */
    private enum Lifetime {
        OFFICE(Duration.ofHours(10), 15),
        ADMINISTRATION(Duration.ofHours(4), 10),
        /** A shift in the field, part of it out of reach of any network, in one session. */
        FIELD(Duration.ofHours(12), null);

        private final Duration longest;

        /** After how long without use a session ends; null for never. */
        private final @Nullable Integer idleMinutes;

        Lifetime(Duration longest, @Nullable Integer idleMinutes) {
            this.longest = longest;
            this.idleMinutes = idleMinutes;
        }

        static Lifetime of(Actor actor) {
            if (actor.postsAs(ADMINISTRATORS).findAny().isPresent()) {
                return ADMINISTRATION;
            }
            return actor.worksInTheFieldOnly() ? FIELD : OFFICE;
        }
    }

    private final Accounts accounts;
    private final SignInStore codes;
    private final SessionStore sessions;
    private final Callers callers;
    private final BrokenSeals broken;
    private final AuditTrail trail;
    private final Clock clock;
    private final boolean devicesRequired;

    SignIn(
            Accounts accounts,
            SignInStore codes,
            SessionStore sessions,
            Callers callers,
            BrokenSeals broken,
            AuditTrail trail,
            Clock clock,
            AccessSettings settings) {
        this.broken = broken;
        this.trail = trail;
        this.accounts = accounts;
        this.codes = codes;
        this.sessions = sessions;
        this.callers = callers;
        this.clock = clock;
        this.devicesRequired = settings.devices() == AccessSettings.Devices.REQUIRED;
    }

    /**
     * A code that signs an account in once, within {@link #CODE_WAITS}.
     *
     * @param issuedBy the id of who asked for it
     * @throws NoSuchAccount if there is none, or its person has left
     */
    @Transactional
    public IssuedCode issue(String accountId, String issuedBy) {
        if (accounts.find(accountId).filter(Account::active).isEmpty()) {
            throw new NoSuchAccount(accountId);
        }
        var code = Secret.fresh();
        var now = clock.instant();
        var expires = now.plus(CODE_WAITS);
        codes.issue(Secret.hash(code), accountId, issuedBy, now, expires);
        trail.record(AuditEvent.of(now, issuedBy, Act.CODE_ISSUE, Thing.ACCOUNT, accountId));
        return new IssuedCode(code, accountId, expires);
    }

    /**
     * Uses a code up and opens a session for its account.
     *
     * @param agent how the browser names itself
     * @throws CodeNotUsable if it was never issued, was used before, or has expired
     */
    @Transactional(noRollbackFor = CodeNotUsable.class)
    public OpenedSession use(String code, String agent) {
        return open(accountOf(code), Session.OpenedWith.LINK, agent, null);
    }

    /** Uses a code up and says whose it was. */
    String accountOf(String code) {
        return codes.use(Secret.hash(code), clock.instant()).orElseThrow(this::refused);
    }

    private CodeNotUsable refused() {
        trail.record(trail.now(Act.SIGN_IN, Thing.ACCOUNT, "").refused());
        return new CodeNotUsable();
    }

    /** Ends a session; one that has ended already stays ended. */
    @Transactional
    public void end(String secret) {
        sessions.end(Secret.hash(secret))
                .ifPresent(account ->
                        trail.record(
                                AuditEvent.of(
                                        clock.instant(),
                                        account,
                                        Act.SIGN_OUT,
                                        Thing.ACCOUNT,
                                        account)));
        callers.forget();
    }

    /**
     * Opens a session for somebody who has just shown a strong factor.
     *
     * @param device the phone without whose key it shall be of no use; null for none
     * @throws DeviceNeeded where those who work in the field need one
     * @throws AccountAsleep if nobody has used the account for long, and no link was asked for
     * @throws RightsBroken if its posts were changed past Linli
     */
    @Transactional(noRollbackFor = AccountAsleep.class)
    OpenedSession open(
            String account, Session.OpenedWith with, String agent, @Nullable Long device) {
        return open(account, with, clock.instant(), agent, device);
    }

    /**
     * Opens a session for somebody whom another system vouches for.
     *
     * @param factorAt when it says that they showed a strong factor; null if it does not
     * @param device the phone without whose key it shall be of no use; null for none
     * @throws DeviceNeeded where those who work in the field need one
     */
    @Transactional(noRollbackFor = AccountAsleep.class)
    OpenedSession openVouched(
            String account, @Nullable Instant factorAt, String agent, @Nullable Long device) {
        return open(account, Session.OpenedWith.OTHER_SYSTEM, factorAt, agent, device);
    }

    private OpenedSession open(
            String account,
            Session.OpenedWith with,
            @Nullable Instant factorAt,
            String agent,
            @Nullable Long device) {
        if (KEPT.contains(with)) {
            requireAwake(account, with);
        }
        var actor = soundActor(account);
        if (device == null && devicesRequired && actor.worksInTheFieldOnly()) {
            throw new DeviceNeeded();
        }
        var lifetime = Lifetime.of(actor);
        var now = clock.instant();
        trail.record(
                AuditEvent.of(now, account, Act.SIGN_IN, Thing.ACCOUNT, account)
                        .purpose(with.code()));
        return opened(
                actor,
                new SessionStore.Opening(
                        actor.id(),
                        with,
                        false,
                        lifetime.idleMinutes,
                        now.plus(lifetime.longest),
                        factorAt != null && factorAt.isAfter(now) ? now : factorAt,
                        shortened(agent),
                        device));
    }

    private Actor soundActor(String id) {
        var account = accounts.find(id).orElseThrow(() -> new NoSuchAccount(id));
        if (!account.isSound()) {
            broken.found(id, Thing.ACCOUNT, id);
            throw new RightsBroken();
        }
        return account.actor();
    }

    /**
     * Asked once it is sure who signs in, so that nobody else learns of it.
     *
     * @throws AccountAsleep if nobody has used the account for {@link #ASLEEP_AFTER}
     */
    void requireAwake(String account, Session.OpenedWith with) {
        var now = clock.instant();
        if (accounts.isUnused(account, now.minus(ASLEEP_AFTER))) {
            trail.note(
                    AuditEvent.of(now, account, Act.SIGN_IN, Thing.ACCOUNT, account)
                            .purpose(with.code())
                            .refused());
            throw new AccountAsleep();
        }
    }

    /** Opens a session that can only be used to show the second factor, or to set one up. */
    OpenedSession openHalf(String account, String agent) {
        return opened(
                accounts.actor(account),
                new SessionStore.Opening(
                        account,
                        Session.OpenedWith.PASSWORD,
                        true,
                        null,
                        clock.instant().plus(HALF_WAITS),
                        null,
                        shortened(agent),
                        null));
    }

    private OpenedSession opened(Actor actor, SessionStore.Opening opening) {
        var secret = Secret.fresh();
        sessions.open(Secret.hash(secret), opening, clock.instant());
        return new OpenedSession(secret, actor, opening.expiresAt(), opening.half());
    }

    private static String shortened(String agent) {
        return agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
