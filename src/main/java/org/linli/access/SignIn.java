package org.linli.access;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a one-time code to a session, and out again. */
@Component
public class SignIn {

    /** How long a one-time code waits to be used. */
    public static final Duration CODE_WAITS = Duration.ofMinutes(30);

    private static final Duration OFFICE_DAY = Duration.ofHours(10);
    private static final int OFFICE_IDLE_MINUTES = 60;

    /** A shift in the field, part of it out of reach of any network, in one session. */
    private static final Duration FIELD_DAY = Duration.ofHours(12);

    private static final Set<Role> FIELD =
            EnumSet.of(
                    Role.GRID_MEMBER,
                    Role.GRID_HEAD,
                    Role.GRID_ASSISTANT,
                    Role.SECONDED_OFFICER,
                    Role.GRID_INFORMANT);

    private final Accounts accounts;
    private final SignInStore store;
    private final Callers callers;
    private final AuditTrail trail;
    private final Clock clock;

    SignIn(Accounts accounts, SignInStore store, Callers callers, AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.accounts = accounts;
        this.store = store;
        this.callers = callers;
        this.clock = clock;
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
        store.issue(Secret.hash(code), accountId, issuedBy, now, expires);
        trail.record(AuditEvent.of(now, issuedBy, Act.CODE_ISSUE, Thing.ACCOUNT, accountId));
        return new IssuedCode(code, accountId, expires);
    }

    /**
     * Uses a code up and opens a session for its account.
     *
     * @throws CodeNotUsable if it was never issued, was used before, or has expired
     */
    @Transactional(noRollbackFor = CodeNotUsable.class)
    public OpenedSession use(String code) {
        var now = clock.instant();
        var account = store.use(Secret.hash(code), now).orElseThrow(this::refused);
        trail.record(AuditEvent.of(now, account, Act.SIGN_IN, Thing.ACCOUNT, account));
        return open(accounts.actor(account));
    }

    private CodeNotUsable refused() {
        trail.record(trail.now(Act.SIGN_IN, Thing.ACCOUNT, "").refused());
        return new CodeNotUsable();
    }

    /** Ends a session; one that has ended already stays ended. */
    @Transactional
    public void end(String secret) {
        store.end(Secret.hash(secret))
                .ifPresent(account ->
                        trail.record(
                                AuditEvent.of(
                                        clock.instant(),
                                        account,
                                        Act.SIGN_OUT,
                                        Thing.ACCOUNT,
                                        account)));
        callers.forgetAfterCommit();
    }

    private OpenedSession open(Actor actor) {
        var field =
                !actor.posts().isEmpty()
                        && actor.posts().stream().allMatch(post -> FIELD.contains(post.role()));
        var secret = Secret.fresh();
        var now = clock.instant();
        var expires = now.plus(field ? FIELD_DAY : OFFICE_DAY);
        var idle = field ? null : Integer.valueOf(OFFICE_IDLE_MINUTES);
        store.open(Secret.hash(secret), actor.id(), now, idle, expires);
        return new OpenedSession(secret, actor, expires);
    }
}
