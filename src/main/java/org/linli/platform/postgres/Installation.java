package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Where the settings say that an installation keeps what it knows. */
public final class Installation {

    private final Path data;
    private final Path cache;

    /** Null for the embedded one. */
    private final @Nullable Database server;

    /** Fills a new database, and the data directory beside it. */
    public interface Filling {
        void fill(Database database, Path data);
    }

    private Installation(Path data, Path cache, @Nullable Database server) {
        this.data = data;
        this.cache = cache;
        this.server = server;
    }

    /** The installation that these settings are of. */
    public static Installation of(Environment settings) {
        var database = Binder.get(settings).bindOrCreate("linli.database", DatabaseSettings.class);
        var url = database.url();
        return new Installation(
                path(settings, "linli.data"),
                path(settings, "linli.cache"),
                url == null || url.isBlank()
                        ? null
                        : RemotePostgres.at(url, database.user(), database.password())
                                .ownedBy(database.owner(), database.ownerPassword()));
    }

    private static Path path(Environment settings, String name) {
        return Path.of(settings.getRequiredProperty(name)).toAbsolutePath().normalize();
    }

    /** The directory with its files. */
    public Path data() {
        return data;
    }

    /**
     * Its database: the one that runs, or else started until it is closed.
     *
     * @throws DatabaseRefused if there is none
     */
    public Database open() {
        if (server != null) {
            return server;
        }
        if (!Files.exists(data.resolve(DataDirectory.CLUSTER))) {
            throw new DatabaseRefused("database/none", data.toString());
        }
        return EmbeddedPostgres.running(data).orElseGet(() -> EmbeddedPostgres.start(data, cache));
    }

    /**
     * Makes an installation where there is none. With an embedded database it is there whole or not
     * at all; on a server of its own, what a failed filling left must be cleared away.
     *
     * @throws DatabaseRefused if there is one
     */
    public void make(Filling filling) {
        if (server != null) {
            grant(server);
            filling.fill(server, data);
            return;
        }
        if (!isEmpty(data)) {
            throw new DatabaseRefused("database/directory-not-empty", data.toString());
        }
        var unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        EmbeddedPostgres.discard(unfinished);
        try {
            try (var database = EmbeddedPostgres.start(unfinished, cache)) {
                filling.fill(database, unfinished);
            }
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
            Commands.sync(data.resolveSibling("."));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            EmbeddedPostgres.discard(unfinished);
        }
    }

    private static void grant(Database server) {
        try {
            Grants.give(server);
        } catch (SQLException refused) {
            throw new DatabaseRefused(
                    "database/unreachable", server.url(), String.valueOf(refused.getMessage()));
        }
    }

    private static boolean isEmpty(Path directory) {
        var entries = directory.toFile().list();
        return !Files.exists(directory) || entries != null && entries.length == 0;
    }
}
