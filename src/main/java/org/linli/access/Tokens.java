package org.linli.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Service tokens: each a single post, for a limited time, until somebody revokes it. */
@Component
public class Tokens {

    /** How long a token lives unless told otherwise. */
    public static final Duration USUAL_LIFE = Duration.ofDays(90);

    /** Lets a scanner of leaked secrets tell what it has found. */
    private static final String PREFIX = "linli_";

    private final TokenStore store;
    private final Callers callers;
    private final AuditTrail trail;
    private final Clock clock;

    Tokens(TokenStore store, Callers callers, AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.store = store;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * A new token, which nobody can be shown again.
     *
     * @param name what it is for
     * @param createdBy the id of who asks for it
     */
    @Transactional
    public IssuedToken issue(String name, Post post, String createdBy, Duration life) {
        var token = PREFIX + Secret.fresh();
        var now = clock.instant();
        var expires = now.plus(life);
        var id =
                store.issue(
                        Secret.hash(token),
                        Accounts.checkedName(name),
                        post,
                        createdBy,
                        now,
                        expires);
        trail.record(
                AuditEvent.of(now, createdBy, Act.TOKEN_ISSUE, Thing.TOKEN, Long.toString(id)));
        return new IssuedToken(id, token, expires);
    }

    /**
     * The token with this id, revoked or not.
     *
     * @throws NoSuchToken if there is none
     */
    public ServiceToken get(long id) {
        return store.find(id).orElseThrow(() -> new NoSuchToken(id));
    }

    /**
     * Tokens over areas in the scope, by id.
     *
     * @param after the last id of the page before; 0 for the first page
     */
    public List<ServiceToken> list(Scope scope, long after, int limit) {
        return store.list(scope.areaPaths(), after, limit);
    }

    /** Ends a token; one revoked before keeps the time it was revoked at. */
    @Transactional
    public void revoke(long id) {
        store.revoke(id, clock.instant());
        trail.record(trail.now(Act.TOKEN_REVOKE, Thing.TOKEN, Long.toString(id)));
        callers.forget();
    }
}
