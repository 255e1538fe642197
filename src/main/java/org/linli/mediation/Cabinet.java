package org.linli.mediation;

import java.util.List;
import org.linli.mediation.Mediation.Key;
import org.linli.mediation.MediationStore.SealedPapers;
import org.linli.mediation.MediationStore.Stored;
import org.linli.vault.Damaged;
import org.linli.vault.FieldRef;
import org.linli.vault.KeyClass;
import org.linli.vault.SealedTable;
import org.linli.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Where the papers of mediations lie: sealed, each for its own row. */
@Component
class Cabinet implements SealedTable {

    private static final Logger LOG = LoggerFactory.getLogger(Cabinet.class);

    private static final String TABLE = "mediation.mediation";

    private final MediationStore store;
    private final Vault vault;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Cabinet(MediationStore store, Vault vault, JsonMapper json, TransactionTemplate transaction) {
        this.store = store;
        this.vault = vault;
        this.json = json;
        this.transaction = transaction;
    }

    SealedPapers sealed(Mediation mediation) {
        return sealed(mediation.key(), json.writeValueAsString(mediation.papers()));
    }

    Mediation opened(Stored stored) {
        var papers = vault.open(field(stored.key()), stored.papers());
        return new Mediation(
                stored.key(),
                stored.version(),
                stored.state(),
                stored.path(),
                stored.cellCode(),
                stored.appliedAt(),
                stored.mediator(),
                stored.signed(),
                stored.endedAt(),
                json.readValue(papers, Papers.class));
    }

    @Override
    public KeyClass keyClass() {
        return KeyClass.MEDIATION;
    }

    @Override
    public int sealAnew(int atMost) {
        List<SealedPapers> outdated =
                transaction.execute(_ -> {
                    var found = store.outdated(vault.outdatedKeys(KeyClass.MEDIATION), atMost);
                    found.forEach(this::sealAnew);
                    return found;
                });
        return outdated.size();
    }

    @Override
    public long waiting() {
        return store.countOutdated(vault.outdatedKeys(KeyClass.MEDIATION));
    }

    private void sealAnew(SealedPapers old) {
        try {
            store.reseal(sealed(old.key(), vault.open(field(old.key()), old.papers())));
        } catch (Damaged changed) {
            LOG.error("The papers of mediation {} do not open", old.key().id());
            store.reseal(new SealedPapers(old.key(), Vault.DAMAGED, old.papers()));
        }
    }

    private SealedPapers sealed(Key key, String papers) {
        var keyId = vault.currentKey(KeyClass.MEDIATION);
        return new SealedPapers(key, keyId, vault.sealUnder(keyId, field(key), papers));
    }

    private static FieldRef field(Key key) {
        var row = key.countyCode() + "/" + key.id();
        return new FieldRef(KeyClass.MEDIATION, TABLE, "papers", row);
    }
}
