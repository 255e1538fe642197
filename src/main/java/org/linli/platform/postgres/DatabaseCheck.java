package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tries out the database of an installation that is stopped, and leaves nothing behind. */
public final class DatabaseCheck {

    private DatabaseCheck() {}

    /**
     * Tries the server that the environment names, or the embedded one.
     *
     * @param data where the embedded one keeps its data; one is made elsewhere and removed again if
     *     there are none yet
     * @return what was found
     * @throws DatabaseRefused if Linli could not serve on it
     */
    public static Durability of(Map<String, String> environment, Path data, Path cache) {
        var url = environment.getOrDefault("LINLI_DATABASE_URL", "");
        if (!url.isBlank()) {
            return found(
                    RemotePostgres.at(
                                    url,
                                    environment.get("LINLI_DATABASE_USER"),
                                    environment.get("LINLI_DATABASE_PASSWORD"))
                            .ownedBy(
                                    environment.get("LINLI_DATABASE_OWNER"),
                                    environment.get("LINLI_DATABASE_OWNER_PASSWORD")));
        }
        if (Files.exists(data.resolve(DataDirectory.CLUSTER))) {
            return found(EmbeddedPostgres.start(data, cache));
        }
        return trial(cache);
    }

    private static Durability trial(Path cache) {
        try {
            Files.createDirectories(cache);
            var directory = Files.createTempDirectory(cache, "trial-");
            try {
                return found(EmbeddedPostgres.start(directory, cache));
            } finally {
                DataDirectory.delete(directory);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Durability found(Database database) {
        try (database) {
            var durability = Durability.of(database);
            durability.require();
            return durability;
        }
    }
}
