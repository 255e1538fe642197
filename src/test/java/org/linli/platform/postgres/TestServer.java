package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one PostgreSQL server of a test run: durable as in earnest, new each time, gone at its end.
 */
public final class TestServer {

    /** The database that holds the migrations and nothing else. */
    public static final String TEMPLATE = "linli_template";

    /** Where the programs are unpacked, so that the next run finds them. */
    static final Path CACHE = Path.of("target", "postgres");

    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            Files.createDirectories(CACHE);
            var directory = Files.createTempDirectory(CACHE, "test-run-");
            var server = EmbeddedPostgres.start(directory, CACHE);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory)));
            return server;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void remove(EmbeddedPostgres server, Path directory) {
        server.close();
        DataDirectory.delete(directory);
    }

    /** Makes a database as a copy of another, for the two roles that an installation has. */
    public static void create(String name, String template) {
        asSuperuser(
                "create database %s owner %s template %s"
                        .formatted(name, SERVER.owner().user(), template));
        if (!template.equals(TEMPLATE)) {
            var database = url(name);
            try (var connection =
                    DriverManager.getConnection(database, "postgres", SERVER.superuserPassword())) {
                Grants.give(connection, SERVER.owner().user(), SERVER.user());
            } catch (SQLException failed) {
                throw new IllegalStateException(name, failed);
            }
        }
    }

    /** Runs a command that the application's role may not run. */
    static void asSuperuser(String command) {
        asSuperuser(SERVER.url("postgres"), command);
    }

    /** Runs a command in one database that the application's role may not run. */
    public static void asSuperuser(String url, String command) {
        run(new RemotePostgres(url, "postgres", SERVER.superuserPassword()), command);
    }

    static void run(Database database, String command) {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException(command, failed);
        }
    }

    /** Makes a database that does not wait for the disk. */
    public static void createForgetful(String name) {
        create(name, "template1");
        asSuperuser("alter database %s set synchronous_commit = off".formatted(name));
    }

    /** Whether a server runs on a data directory. */
    public static boolean runsOn(Path directory) {
        return new PostmasterFile(directory.resolve(DataDirectory.CLUSTER)).server().isPresent();
    }

    /** Deletes a data directory whose server has ended. */
    public static void delete(Path directory) {
        DataDirectory.delete(directory);
    }

    /** How a database without waiting for the disk looks to Linli. */
    public static DatabaseHealth healthOfAForgetfulDatabase(String name) {
        createForgetful(name);
        return new DatabaseHealth(new DriverManagerDataSource(url(name), user(), password()));
    }

    /** A database of this server, as Linli reaches one by its URL. */
    public static Database database(String name) {
        return new RemotePostgres(url(name), user(), password(), owner());
    }

    public static String url(String database) {
        return SERVER.url(database);
    }

    public static String user() {
        return SERVER.user();
    }

    public static Login owner() {
        return SERVER.owner();
    }

    public static String password() {
        return SERVER.password();
    }
}
