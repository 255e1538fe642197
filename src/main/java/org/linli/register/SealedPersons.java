package org.linli.register;

import org.linli.vault.Damaged;
import org.linli.vault.KeyClass;
import org.linli.vault.SealedTable;
import org.linli.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the vault seal persons under a newer key. */
@Component
class SealedPersons implements SealedTable {

    private static final Logger LOG = LoggerFactory.getLogger(SealedPersons.class);

    private final PersonStore store;
    private final Vaulted vaulted;
    private final Vault vault;
    private final TransactionTemplate transaction;

    SealedPersons(
            PersonStore store, Vaulted vaulted, Vault vault, TransactionTemplate transaction) {
        this.store = store;
        this.vaulted = vaulted;
        this.vault = vault;
        this.transaction = transaction;
    }

    @Override
    public KeyClass keyClass() {
        return KeyClass.PERSON;
    }

    @Override
    public int sealAnew(int atMost) {
        return transaction.execute(_ -> {
            var outdated = store.outdated(vault.outdatedKeys(KeyClass.PERSON), atMost);
            outdated.forEach(this::sealAnew);
            return outdated.size();
        });
    }

    private void sealAnew(Person person) {
        try {
            store.sealAnew(vaulted.sealed(person, vaulted.opened(person)));
        } catch (Damaged changed) {
            LOG.error("The person {} does not open", person.id());
            store.mark(person, Vault.DAMAGED);
        }
    }

    @Override
    public long waiting() {
        return store.count(vault.outdatedKeys(KeyClass.PERSON));
    }
}
