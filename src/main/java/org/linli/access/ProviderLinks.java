package org.linli.access;

import java.time.Clock;
import java.util.Optional;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.problem.InvalidValue;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is who at the other system. Changing it ends the account's sessions, since it changes who can
 * open them.
 */
@Component
class ProviderLinks {

    private static final int LONGEST_SUBJECT = 255;
    private static final String FACTOR = Session.OpenedWith.OTHER_SYSTEM.code();

    private final Provider provider;
    private final ProviderStore store;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Clock clock;

    ProviderLinks(
            Provider provider,
            ProviderStore store,
            Sessions sessions,
            AuditTrail trail,
            Clock clock) {
        this.provider = provider;
        this.store = store;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes sure that there is another system to say anything of.
     *
     * @throws NoProvider if there is none
     */
    void requireProvider() {
        provider.issuer();
    }

    /** Who an account is at the other system; empty if nobody has said. */
    Optional<String> subject(String account) {
        return store.subject(provider.issuer(), account);
    }

    /**
     * Says who an account is at the other system.
     *
     * @param by the id of who says so
     * @throws SubjectTaken if that is another account already
     */
    @Transactional
    void link(String account, String subject, String by) {
        if (subject.isBlank()) {
            throw InvalidValue.missing("subject");
        }
        if (subject.length() > LONGEST_SUBJECT) {
            throw new InvalidValue("request/too-long", "subject", LONGEST_SUBJECT);
        }
        try {
            store.link(provider.issuer(), subject, account, by, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new SubjectTaken();
        }
        record(account, Act.FACTOR_SET);
    }

    /** Takes that back; where nothing was said, nothing changes. */
    @Transactional
    void unlink(String account) {
        if (store.unlink(provider.issuer(), account)) {
            record(account, Act.FACTOR_FORGET);
        }
    }

    private void record(String account, Act act) {
        trail.record(trail.now(act, Thing.ACCOUNT, account).purpose(FACTOR));
        sessions.endAll(account);
    }
}
