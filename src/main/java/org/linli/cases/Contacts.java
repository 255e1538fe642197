package org.linli.cases;

import java.util.List;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Clearance;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.access.Resource;
import org.linli.access.StepUp;
import org.linli.access.Told;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.vault.Damaged;
import org.linli.vault.FieldRef;
import org.linli.vault.KeyClass;
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
    @Classified(FieldClass.C1)
    record ShownPart(String part, @Classified(FieldClass.C3) String value) {}

    /** Seals what a reporter left with a case. */
    Sealed sealed(CaseKey key, Contact plain) {
        var keyId = vault.currentKey(KeyClass.REPORTER);
        return new Sealed(
                key,
                keyId,
                new Contact(
                        vault.sealUnder(keyId, field(key, "name"), plain.name()),
                        vault.sealUnder(keyId, field(key, "phone"), plain.phone()),
                        vault.sealUnder(keyId, field(key, "email"), plain.email())));
    }

    /** Whoever left word with one case has left it with another that comes of it. */
    Sealed copied(CaseKey from, CaseKey to) {
        return sealed(to, store.find(from).map(this::opened).orElse(Contact.NONE));
    }

    /** Which parts of a contact this reader could have shown; none where they may not. */
    List<String> shownTo(Actor actor, CaseFile file) {
        if (!clearance(actor, file.resource(), Circumstances.USUAL).covers(FieldClass.C1)) {
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
    Told<ShownPart> unmask(Actor actor, String caseNo, String part) {
        var file =
                cases.find(caseNo)
                        .filter(one -> one.readableBy(actor))
                        .orElseThrow(() -> new CaseNotFound(caseNo));
        if (!clearance(actor, file.resource(), Circumstances.USUAL).covers(FieldClass.C1)) {
            throw new ReporterHidden();
        }
        if (!PARTS.contains(part)) {
            throw new InvalidValue("request/value", "part", part);
        }
        var delicate = file.resource().with(FieldClass.C3);
        var clearance = clearance(actor, delicate, stepUp.require(actor));
        if (!clearance.covers(FieldClass.C3)) {
            throw new ReporterHidden();
        }
        return transaction.execute(_ -> {
            trail.record(
                    trail.now(Act.FIELD_UNMASK, Thing.REPORTER, caseNo).purpose("case." + part));
            return clearance.tell(new ShownPart(part, opened(file.key(), part)));
        });
    }

    @Override
    public KeyClass keyClass() {
        return KeyClass.REPORTER;
    }

    @Override
    public int sealAnew(int atMost) {
        return transaction.execute(_ -> {
            var outdated = store.outdated(vault.outdatedKeys(KeyClass.REPORTER), atMost);
            outdated.forEach(this::sealAnew);
            return outdated.size();
        });
    }

    @Override
    public long waiting() {
        return store.count(vault.outdatedKeys(KeyClass.REPORTER));
    }

    private void sealAnew(Sealed row) {
        try {
            store.put(sealed(row.key(), opened(row)));
        } catch (Damaged changed) {
            LOG.error("The contact of case {} does not open", row.key());
            store.mark(row.key(), Vault.DAMAGED);
        }
    }

    /** A part in clear, for whoever leaves the trace of it. */
    String opened(CaseKey key, String part) {
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

    /** Once nothing is left to do about a case, nothing is left to ask its reporter. */
    private static Clearance clearance(Actor actor, Resource file, Circumstances circumstances) {
        var purpose = file.over() ? Purpose.NONE : Purpose.OPEN_TASK;
        return Policy.clearance(actor, Action.REPORTER_UNMASK, file, purpose, circumstances);
    }

    private static FieldRef field(CaseKey key, String column) {
        var row = key.countyCode() + "/" + key.id();
        return new FieldRef(KeyClass.REPORTER, TABLE, column, row);
    }
}
