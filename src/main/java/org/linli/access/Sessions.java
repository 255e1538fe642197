package org.linli.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions that stand, to be seen and ended by their person, or ended by an administrator. */
@Component
public class Sessions {

    private final SessionStore store;
    private final Callers callers;
    private final AuditTrail trail;
    private final Clock clock;

    Sessions(SessionStore store, Callers callers, AuditTrail trail, Clock clock) {
        this.store = store;
        this.callers = callers;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A session as its person sees it.
     *
     * @param agent how its browser names itself; empty if it did not
     */
    public record Shown(
            long id,
            Session.OpenedWith openedWith,
            String agent,
            Instant openedAt,
            Instant lastSeenAt) {}

    /** An account's sessions, the latest used first. */
    public List<Shown> of(String account) {
        return store.list(account, clock.instant());
    }

    /**
     * Ends one session of an account.
     *
     * @throws NoSuchSession if it has none with this id
     */
    @Transactional
    public void end(String account, long id) {
        if (!store.end(account, id)) {
            throw new NoSuchSession(id);
        }
        trail.record(trail.now(Act.SESSION_END, Thing.SESSION, String.valueOf(id)));
        callers.forget();
    }

    /** Ends every session of an account but this one. */
    @Transactional
    public void endOthers(Session kept) {
        var account = kept.actor().id();
        store.endOthers(account, kept.id());
        trail.record(trail.now(Act.SESSION_END, Thing.ACCOUNT, account));
        callers.forget();
    }

    /** Ends every session of an account. */
    @Transactional
    public void endAll(String account) {
        store.endOthers(account, 0);
        trail.record(trail.now(Act.SESSION_END, Thing.ACCOUNT, account));
        callers.forget();
    }
}
