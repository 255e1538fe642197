package org.linli.vault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.KeyFile;
import org.linli.platform.keys.Keys;
import org.linli.platform.keys.KeysRefused;
import org.springframework.stereotype.Component;

/**
 * The data keys, unwrapped: the newest of a class seals, all of them open. Another node may have
 * made a newer one; it is found when something sealed under it is met.
 */
@Component
class KeyRing {

    private final CipherSuite suite;
    private final DataKeyStore store;
    private final KeyFile file;
    private volatile Map<String, DataKey> known = Map.of();

    /** A data key, and what envelopes call it. */
    record DataKey(FieldClass fieldClass, int version, byte[] key, Instant madeAt) {

        String id() {
            return KeyRing.id(fieldClass, version);
        }
    }

    /**
     * @throws KeysRefused if the key file is missing, or is that of another database
     */
    KeyRing(CipherSuite suite, DataKeyStore store, Keys keys) {
        this.suite = suite;
        this.store = store;
        this.file = keyFile(keys);
        unwrap();
        for (var fieldClass : FieldClass.values()) {
            if (newest(fieldClass) == null) {
                add(fieldClass, 1);
            }
        }
        unwrap();
    }

    /** The key that new values are sealed under. */
    DataKey current(FieldClass fieldClass) {
        var newest = newest(fieldClass);
        if (newest == null) {
            throw new IllegalStateException("No key for " + fieldClass);
        }
        return newest;
    }

    /**
     * The key of this name.
     *
     * @throws Damaged if there is none
     */
    DataKey named(String id) {
        var key = known.get(id);
        if (key == null) {
            unwrap();
            key = known.get(id);
        }
        if (key == null) {
            throw new Damaged();
        }
        return key;
    }

    /** The names of all keys of a class but the current one. */
    List<String> older(FieldClass fieldClass) {
        var current = current(fieldClass).version();
        return known.values().stream()
                .filter(key -> key.fieldClass() == fieldClass && key.version() < current)
                .map(DataKey::id)
                .toList();
    }

    /**
     * Makes a new key for a class. It seals from when its transaction has been committed and {@link
     * #unwrap} has taken it up, never before: what is sealed under a key that is lost is lost.
     *
     * @return its name
     */
    String renew(FieldClass fieldClass) {
        var version = current(fieldClass).version() + 1;
        add(fieldClass, version);
        return id(fieldClass, version);
    }

    /** Takes up the keys that have been made since, here or on other nodes. */
    final void unwrap() {
        var keys = new TreeMap<String, DataKey>();
        for (var wrapped : store.all()) {
            for (var fieldClass : FieldClass.values()) {
                if (fieldClass.code().equals(wrapped.fieldClass())) {
                    var key =
                            new DataKey(
                                    fieldClass,
                                    wrapped.version(),
                                    unwrapped(wrapped),
                                    wrapped.madeAt());
                    keys.put(key.id(), key);
                }
            }
        }
        known = Map.copyOf(keys);
    }

    byte[] indexing() {
        return file.indexing();
    }

    private KeyFile keyFile(Keys keys) {
        if (!keys.exists() && !store.all().isEmpty()) {
            throw new KeysRefused("keys/missing", keys.place());
        }
        return keys.file();
    }

    private @Nullable DataKey newest(FieldClass fieldClass) {
        return known.values().stream()
                .filter(key -> key.fieldClass() == fieldClass)
                .max((one, other) -> Integer.compare(one.version(), other.version()))
                .orElse(null);
    }

    private void add(FieldClass fieldClass, int version) {
        var id = id(fieldClass, version);
        var sealed = suite.seal(file.wrapping(), suite.newKey(), bound(id));
        var wrapped = new Envelope(file.id(), suite.name(), sealed);
        store.add(fieldClass.code(), version, wrapped.toString());
    }

    private byte[] unwrapped(DataKeyStore.WrappedKey wrapped) {
        try {
            var id = wrapped.fieldClass() + "." + wrapped.version();
            var sealed = Envelope.read(wrapped.wrapped()).sealed();
            return suite.open(file.wrapping(), sealed, bound(id));
        } catch (Damaged otherKeys) {
            throw new KeysRefused("keys/other-keys");
        }
    }

    private static byte[] bound(String id) {
        return ("vault.data_key\0" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static String id(FieldClass fieldClass, int version) {
        return fieldClass.code() + "." + version;
    }
}
