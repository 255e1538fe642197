package org.linli.register;

import java.util.Optional;
import java.util.UUID;
import org.linli.vault.Damaged;
import org.linli.vault.FieldRef;
import org.linli.vault.KeyClass;
import org.linli.vault.SealedTable;
import org.linli.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody told of a need, sealed, and opened one at a time. */
@Component
class Notes implements SealedTable {

    /** What the name of such a field begins with; the id of the need follows. */
    static final String FIELD = "note:";

    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

    private final NoteStore store;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Notes(NoteStore store, Vault vault, TransactionTemplate transaction) {
        this.store = store;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** A note and the key it lies under. */
    record Sealed(String keyId, String text) {}

    Sealed sealed(String county, UUID need, String plain) {
        var key = vault.currentKey(KeyClass.NEED);
        return new Sealed(key, vault.sealUnder(key, field(county, need), plain));
    }

    /** The note that a field of a person's record names; empty if it names none of theirs. */
    Optional<String> opened(Person person, String field) {
        if (!field.startsWith(FIELD)) {
            return Optional.empty();
        }
        try {
            var need = UUID.fromString(field.substring(FIELD.length()));
            return store.find(person.countyCode(), person.household(), need)
                    .map(sealed -> vault.open(field(person.countyCode(), need), sealed));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public KeyClass keyClass() {
        return KeyClass.NEED;
    }

    @Override
    public int sealAnew(int atMost) {
        return transaction.execute(_ -> {
            var outdated = store.outdated(vault.outdatedKeys(KeyClass.NEED), atMost);
            outdated.forEach(this::sealAnew);
            return outdated.size();
        });
    }

    @Override
    public long waiting() {
        return store.count(vault.outdatedKeys(KeyClass.NEED));
    }

    private void sealAnew(NoteStore.Row row) {
        try {
            var plain = vault.open(field(row.county(), row.need()), row.note());
            store.put(row, sealed(row.county(), row.need(), plain));
        } catch (Damaged changed) {
            LOG.error("The note of need {} does not open", row.need());
            store.put(row, new Sealed(Vault.DAMAGED, row.note()));
        }
    }

    private static FieldRef field(String county, UUID need) {
        return new FieldRef(KeyClass.NEED, "register.service_need", "note", county + "/" + need);
    }
}
