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
    record DataKey(KeyClass keyClass, int version, byte[] key, Instant madeAt) {

        String id() {
            return KeyRing.id(keyClass, version);
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
        for (var keyClass : KeyClass.values()) {
            if (newest(keyClass) == null) {
                add(keyClass, 1);
            }
        }
        unwrap();
    }

    /** The key that new values are sealed under. */
    DataKey current(KeyClass keyClass) {
        var newest = newest(keyClass);
        if (newest == null) {
            throw new IllegalStateException("No key for " + keyClass);
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
    List<String> older(KeyClass keyClass) {
        var current = current(keyClass).version();
        return known.values().stream()
                .filter(key -> key.keyClass() == keyClass && key.version() < current)
                .map(DataKey::id)
                .toList();
    }

    /**
     * Makes a new key for a class. It seals from when its transaction has been committed and {@link
     * #unwrap} has taken it up, never before: what is sealed under a key that is lost is lost.
     *
     * @return its name
     */
    String renew(KeyClass keyClass) {
        var version = current(keyClass).version() + 1;
        add(keyClass, version);
        return id(keyClass, version);
    }

    /** Takes up the keys that have been made since, here or on other nodes. */
    final void unwrap() {
        var keys = new TreeMap<String, DataKey>();
        for (var wrapped : store.all()) {
            for (var keyClass : KeyClass.values()) {
                if (keyClass.code().equals(wrapped.keyClass())) {
                    var key =
                            new DataKey(
                                    keyClass,
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

    private @Nullable DataKey newest(KeyClass keyClass) {
        return known.values().stream()
                .filter(key -> key.keyClass() == keyClass)
                .max((one, other) -> Integer.compare(one.version(), other.version()))
                .orElse(null);
    }

    private void add(KeyClass keyClass, int version) {
        var id = id(keyClass, version);
        var sealed = suite.seal(file.wrapping(), suite.newKey(), bound(id));
        var wrapped = new Envelope(file.id(), suite.name(), sealed);
        store.add(keyClass.code(), version, wrapped.toString());
    }

    private byte[] unwrapped(DataKeyStore.WrappedKey wrapped) {
        try {
            var id = wrapped.keyClass() + "." + wrapped.version();
            var sealed = Envelope.read(wrapped.wrapped()).sealed();
            return suite.open(file.wrapping(), sealed, bound(id));
        } catch (Damaged otherKeys) {
            throw new KeysRefused("keys/other-keys");
        }
    }

    private static byte[] bound(String id) {
        return ("vault.data_key\0" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static String id(KeyClass keyClass, int version) {
        return keyClass.code() + "." + version;
    }
}
