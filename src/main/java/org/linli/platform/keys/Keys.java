package org.linli.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the key file lies, and what it holds. It is made when it is first asked for; whoever knows
 * that there must be one looks first whether it {@link #exists}.
 */
@Component
public class Keys {

    private final Path place;
    private @Nullable KeyFile file;

    /**
     * @param told where the key file lies; empty for beside the data directory
     * @throws KeysRefused if it was told to lie inside the data directory
     */
    public Keys(@Value("${linli.data}") Path data, @Value("${linli.keys:}") String told) {
        this.place = KeyFile.place(data, told);
    }

    /** Deletes the keys of these data, which open nothing any more, if they lie beside them. */
    public static void discard(Path data) {
        try {
            Files.deleteIfExists(KeyFile.place(data, ""));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    public Path place() {
        return place;
    }

    public boolean exists() {
        return Files.exists(place);
    }

    /** Whether it was noted beside the keys that this was done. */
    public boolean isNoted(String deed) {
        return exists() && KeyFile.isNoted(place, deed);
    }

    /**
     * Notes beside the keys that something was done once and for all, out of reach of whoever has
     * got hold of the database alone.
     *
     * @throws KeysRefused if it cannot be written there
     */
    public void note(String deed) {
        file();
        KeyFile.note(place, deed);
    }

    /**
     * @throws KeysRefused if others may read it too, or it does not hold all keys
     */
    public synchronized KeyFile file() {
        var known = file;
        if (known == null) {
            known = exists() ? KeyFile.read(place) : KeyFile.make(place);
            file = known;
        }
        return known;
    }
}
