package org.linli.cases;

import java.util.Collection;
import java.util.List;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Those who reported cases and left word how to reach them, for whoever writes to them on Linli's
 * behalf. Whoever reported what was merged into a case hears of it as its reporter does.
 */
@Component
public class Reporters {

    private final ContactStore store;
    private final Contacts contacts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Reporters(
            ContactStore store,
            Contacts contacts,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.contacts = contacts;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Somebody who can be reached.
     *
     * @param told the case that they are told of
     * @param reported the one that they reported: the same, or one merged into it
     */
    public record Reachable(CaseKey told, CaseKey reported, boolean byMail, boolean byPhone) {}

    /** Who can be told of these cases; where and who they are stays sealed. */
    public List<Reachable> of(Collection<CaseKey> keys) {
        return keys.isEmpty() ? List.of() : store.reachable(keys);
    }

    /**
     * One part of a contact in clear, for a letter that goes out now; the trail tells of it.
     *
     * @param part {@code email} or {@code phone}
     * @param purpose as the trail spells it
     * @return empty if there is none
     */
    public String contact(CaseKey reported, String part, String purpose) {
        return transaction.execute(_ -> {
            var value = contacts.opened(reported, part);
            if (!value.isEmpty()) {
                var event = trail.now(Act.FIELD_UNMASK, Thing.REPORTER, store.caseNo(reported));
                trail.record(event.purpose(purpose));
            }
            return value;
        });
    }
}
