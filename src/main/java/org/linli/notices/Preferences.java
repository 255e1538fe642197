package org.linli.notices;

import org.linli.vault.Damaged;
import org.linli.vault.FieldRef;
import org.linli.vault.KeyClass;
import org.linli.vault.SealedTable;
import org.linli.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals how to reach people of staff, and opens it again for the letter that goes there. */
@Component
class Preferences implements SealedTable {

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

    private final PreferenceStore store;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Preferences(PreferenceStore store, Vault vault, TransactionTemplate transaction) {
        this.store = store;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** What somebody has chosen, in clear. */
    Preference of(String account) {
        return store.find(account).map(this::opened).orElseGet(() -> Preference.usual(account));
    }

    /** Stores what somebody has chosen. */
    void put(Preference plain) {
        store.put(sealed(plain));
    }

    @Override
    public KeyClass keyClass() {
        return KeyClass.COLLEAGUE;
    }

    @Override
    public int sealAnew(int atMost) {
        return transaction.execute(_ -> {
            var outdated = store.outdated(vault.outdatedKeys(KeyClass.COLLEAGUE), atMost);
            outdated.forEach(this::sealAnew);
            return outdated.size();
        });
    }

    @Override
    public long waiting() {
        return store.count(vault.outdatedKeys(KeyClass.COLLEAGUE));
    }

    private void sealAnew(Preference row) {
        try {
            store.put(sealed(opened(row)));
        } catch (Damaged changed) {
            LOG.error("How to reach {} does not open", row.accountId());
            store.mark(row.accountId(), Vault.DAMAGED);
        }
    }

    private Preference sealed(Preference plain) {
        var key = vault.currentKey(KeyClass.COLLEAGUE);
        return plain.with(
                key,
                vault.sealUnder(key, field(plain, "email"), plain.email()),
                vault.sealUnder(key, field(plain, "phone"), plain.phone()));
    }

    private Preference opened(Preference row) {
        return row.with(
                row.keyId(),
                vault.open(field(row, "email"), row.email()),
                vault.open(field(row, "phone"), row.phone()));
    }

    private static FieldRef field(Preference of, String column) {
        return new FieldRef(KeyClass.COLLEAGUE, "notices.preference", column, of.accountId());
    }
}
