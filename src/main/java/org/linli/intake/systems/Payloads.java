package org.linli.intake.systems;

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

/** Seals what waits in quarantine, which may hold how to reach somebody. */
@Component
class Payloads implements SealedTable {

    private static final Logger LOG = LoggerFactory.getLogger(Payloads.class);

    private final QuarantineStore store;
    private final Vault vault;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Payloads(QuarantineStore store, Vault vault, JsonMapper json, TransactionTemplate transaction) {
        this.store = store;
        this.vault = vault;
        this.json = json;
        this.transaction = transaction;
    }

    Quarantined sealed(Quarantined row, HandedOver plain) {
        return sealed(row, json.writeValueAsString(plain));
    }

    HandedOver opened(Quarantined row) {
        return json.readValue(vault.open(field(row), row.payload()), HandedOver.class);
    }

    @Override
    public KeyClass keyClass() {
        return KeyClass.REPORTER;
    }

    @Override
    public int sealAnew(int atMost) {
        return transaction.execute(_ -> {
            var outdated = store.outdated(vault.outdatedKeys(keyClass()), atMost);
            outdated.forEach(this::sealAnew);
            return outdated.size();
        });
    }

    @Override
    public long waiting() {
        return store.countOutdated(vault.outdatedKeys(keyClass()));
    }

    private void sealAnew(Quarantined row) {
        try {
            store.put(sealed(row, vault.open(field(row), row.payload())));
        } catch (Damaged changed) {
            LOG.error("What waits in quarantine as {} does not open", row.id());
            store.put(row.sealed(Vault.DAMAGED, row.payload()));
        }
    }

    private Quarantined sealed(Quarantined row, String plain) {
        var key = vault.currentKey(keyClass());
        return row.sealed(key, vault.sealUnder(key, field(row), plain));
    }

    private static FieldRef field(Quarantined row) {
        var name = row.countyCode() + "/" + row.id();
        return new FieldRef(KeyClass.REPORTER, "intake.quarantined", "payload", name);
    }
}
