package org.linli.mediation;

import java.util.UUID;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Those who asked for a mediation, for whoever writes to them on Linli's behalf. Of the other party
 * nothing is told: how to reach them is what their opponent said (see docs/decisions/0275).
 */
@Component
public class Applicants {

    private final MediationStore store;
    private final Cabinet cabinet;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Applicants(
            MediationStore store,
            Cabinet cabinet,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.cabinet = cabinet;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Where to write to, in clear, for a letter that goes out now; the trail tells of it.
     *
     * @param part {@code email} or {@code phone}
     * @param purpose as the trail spells it
     * @return empty if there is none, or it is erased with the papers
     */
    public String contact(UUID mediation, String part, String purpose) {
        return transaction.execute(_ -> {
            var reach =
                    store.find(mediation)
                            .map(cabinet::opened)
                            .map(found -> Reach.of(found.papers().applicant().contact()));
            var value = reach.map(part.equals("email") ? Reach::email : Reach::phone).orElse("");
            if (!value.isEmpty()) {
                var event = trail.now(Act.FIELD_UNMASK, Thing.MEDIATION, mediation.toString());
                trail.record(event.purpose(purpose));
            }
            return value;
        });
    }
}
