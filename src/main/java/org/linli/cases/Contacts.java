package org.linli.cases;

import java.util.List;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Decision;
import org.linli.access.NotPermitted;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.access.StepUp;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.problem.InvalidValue;
import org.linli.vault.Damaged;
import org.linli.vault.FieldClass;
import org.linli.vault.FieldRef;
import org.linli.vault.SealedTable;
import org.linli.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How to reach who reported a case: sealed as it comes in, and shown one part at a time to whoever
 * looks after the case, never to the unit it is about (SECURITY.md N14).
 */
@Component
class Contacts implements SealedTable {

    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);

    private static final String TABLE = "cases.reporter_contact";

    /** The parts of a contact, as the API names them. */
    private static final List<String> PARTS = List.of("name", "phone", "email");

    private final ContactStore store;
    private final CaseStore cases;
    private final Vault vault;
    private final StepUp stepUp;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Contacts(
            ContactStore store,
            CaseStore cases,
            Vault vault,
            StepUp stepUp,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.cases = cases;
        this.vault = vault;
        this.stepUp = stepUp;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** A contact as the database keeps it, and the key it lies under. */
    record Sealed(CaseKey key, String keyId, Contact contact) {}

    /** A part of a contact in clear. */
    record ShownPart(String part, String value) {}

    /** Seals what a reporter left with a case. */
    Sealed sealed(CaseKey key, Contact plain) {
        var keyId = vault.currentKey(FieldClass.REPORTER);
        return new Sealed(
                key,
                keyId,
                new Contact(
                        vault.sealUnder(keyId, field(key, "name"), plain.name()),
                        vault.sealUnder(keyId, field(key, "phone"), plain.phone()),
                        vault.sealUnder(keyId, field(key, "email"), plain.email())));
    }

    /** Which parts of a contact this reader could have shown; none where they may not. */
    List<String> shownTo(Actor actor, CaseFile file) {
        if (Policy.decide(actor, Action.REPORTER_UNMASK, file.resource()) != Decision.ALLOWED) {
            return List.of();
        }
        return store.find(file.key())
                .map(sealed ->
                        PARTS.stream()
                                .filter(part -> !part(sealed.contact(), part).isEmpty())
                                .toList())
                .orElse(List.of());
    }

    /**
     * One part of how to reach the reporter, in clear, and the trace of who saw it.
     *
     * @throws CaseNotFound if there is no such case, or none the actor may see
     * @throws ReporterHidden if it is for somebody else to see
     */
    ShownPart unmask(Actor actor, String caseNo, String part) {
        var file =
                cases.find(caseNo)
                        .filter(one -> decide(actor, Action.CASE_READ, one) == Decision.ALLOWED)
                        .orElseThrow(() -> new CaseNotFound(caseNo));
        if (decide(actor, Action.REPORTER_UNMASK, file) != Decision.ALLOWED) {
            throw new ReporterHidden();
        }
        if (!PARTS.contains(part)) {
            throw new InvalidValue("request/value", "part", part);
        }
        requirePerson(actor);
        stepUp.require(actor);
        requireMayKnow(actor, file);
        return transaction.execute(_ -> {
            trail.record(
                    trail.now(Act.FIELD_UNMASK, Thing.REPORTER, caseNo).purpose("case." + part));
            return new ShownPart(part, opened(file.key(), part));
        });
    }

    @Override
    public FieldClass fieldClass() {
        return FieldClass.REPORTER;
    }

    @Override
    public int sealAnew(int atMost) {
        return transaction.execute(_ -> {
            var outdated = store.outdated(vault.outdatedKeys(FieldClass.REPORTER), atMost);
            outdated.forEach(this::sealAnew);
            return outdated.size();
        });
    }

    @Override
    public long waiting() {
        return store.count(vault.outdatedKeys(FieldClass.REPORTER));
    }

    private void sealAnew(Sealed row) {
        try {
            store.put(sealed(row.key(), opened(row)));
        } catch (Damaged changed) {
            LOG.error("The contact of case {} does not open", row.key());
            store.mark(row.key(), Vault.DAMAGED);
        }
    }

    private String opened(CaseKey key, String part) {
        return store.find(key).map(sealed -> part(opened(sealed), part)).orElse("");
    }

    private Contact opened(Sealed row) {
        var contact = row.contact();
        return row.keyId().equals(Vault.PLAIN)
                ? contact
                : new Contact(
                        vault.open(field(row.key(), "name"), contact.name()),
                        vault.open(field(row.key(), "phone"), contact.phone()),
                        vault.open(field(row.key(), "email"), contact.email()));
    }

    private static String part(Contact contact, String part) {
        return switch (part) {
            case "name" -> contact.name();
            case "phone" -> contact.phone();
            case "email" -> contact.email();
            default -> "";
        };
    }

    private static Decision decide(Actor actor, Action action, CaseFile file) {
        return Policy.decide(actor, action, file.resource());
    }

    private static FieldRef field(CaseKey key, String column) {
        var row = key.countyCode() + "/" + key.id();
        return new FieldRef(FieldClass.REPORTER, TABLE, column, row);
    }

    /** What is shown in clear is shown to somebody's eyes; a script has none. */
    private static void requirePerson(Actor actor) {
        if (actor.id().startsWith("token:")) {
            throw new NotPermitted();
        }
    }

    private static void requireMayKnow(Actor actor, CaseFile file) {
        var delicate = file.resource().with(org.linli.access.FieldClass.C3);
        var justProven = new Circumstances(true);
        if (Policy.decide(actor, Action.REPORTER_UNMASK, delicate, Purpose.OPEN_TASK, justProven)
                != Decision.ALLOWED) {
            throw new ReporterHidden();
        }
    }
}
