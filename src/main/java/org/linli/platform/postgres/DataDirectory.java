package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Properties;

/**
 * Where an installation keeps its database, held by one process at a time.
 *
 * <pre>
 * linli.lock         held while Linli runs, with its process number
 * postgres/          the database cluster
 * postgres.secret    its passwords, for the owner's eyes only
 * postgres.log       what the server says; the one before is postgres.log.1
 * postgres.conf      settings of the operator's own, if there are any
 * </pre>
 */
final class DataDirectory implements AutoCloseable {

    static final String CLUSTER = "postgres";

    private static final String SECRET = "postgres.secret";

    private static final long LONG_LOG = 10L << 20;

    private final Path home;
    private final FileChannel lock;

    private DataDirectory(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    /**
     * Takes a directory, making it if it is not there.
     *
     * @throws DatabaseRefused if another process holds it, or it cannot be written
     */
    static DataDirectory take(Path directory) {
        try {
            if (!Files.exists(directory)) {
                Files.createDirectories(directory);
                // the server may run as another account, which must pass but need not look around
                Files.setPosixFilePermissions(
                        directory, PosixFilePermissions.fromString("rwx--x--x"));
            }
            var home = directory.toRealPath();
            return new DataDirectory(home, locked(home));
        } catch (IOException unwritable) {
            throw new DatabaseRefused(
                    "database/directory-unwritable", directory.toString(), unwritable.toString());
        }
    }

    /** Whether a directory is a data directory, or empty enough to become one. */
    static boolean isOne(Path directory) {
        var entries = directory.toFile().list();
        return entries != null
                && (entries.length == 0 || Files.exists(directory.resolve("linli.lock")));
    }

    private static FileChannel locked(Path home) throws IOException {
        var file = home.resolve("linli.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new DatabaseRefused("database/directory-in-use", home.toString(), holder);
        }
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(pid));
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByOurselves) {
            return false;
        }
    }

    Path home() {
        return home;
    }

    Path cluster() {
        return home.resolve(CLUSTER);
    }

    /** The server's log, begun anew when it has grown long. */
    static Path log(Path home) {
        var log = home.resolve("postgres.log");
        try {
            if (Files.exists(log) && Files.size(log) > LONG_LOG) {
                Files.move(
                        log, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The passwords of the database, made up when there is none yet.
     *
     * @throws DatabaseRefused if there is a database, but its passwords are gone
     */
    Secrets secrets() {
        var file = home.resolve(SECRET);
        try {
            if (!Files.exists(file)) {
                if (Files.exists(cluster())) {
                    throw new DatabaseRefused("database/secret-lost", file.toString());
                }
                Secrets.madeUp().write(file);
            }
            var secrets = Secrets.read(file);
            if (secrets.owner().isEmpty()) {
                // made by a Linli whose one role did everything
                secrets.withOwner().write(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return secretsOf(home);
    }

    /** The passwords of a database that another process may hold. */
    static Secrets secretsOf(Path home) {
        try {
            return Secrets.read(home.resolve(SECRET));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lets another process have the directory. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unreleased) {
            throw new UncheckedIOException(unreleased);
        }
    }

    /** Deletes a folder with all it holds. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /**
     * The passwords of the embedded database.
     *
     * @param superuser of the role that makes the database and is used for nothing else
     * @param owner of the role that owns what is in it; empty if none was made yet
     * @param application of the role that Linli works as
     */
    record Secrets(String superuser, String owner, String application) {

        private static final int BYTES = 32;

        static Secrets madeUp() {
            return new Secrets(password(), password(), password());
        }

        static Secrets read(Path file) throws IOException {
            var secrets = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                secrets.load(in);
            }
            return new Secrets(
                    secrets.getProperty("superuser", ""),
                    secrets.getProperty("owner", ""),
                    secrets.getProperty("application", ""));
        }

        Secrets withOwner() {
            return new Secrets(superuser, password(), application);
        }

        void write(Path file) throws IOException {
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    beside,
                    "superuser=%s\nowner=%s\napplication=%s\n"
                            .formatted(superuser, owner, application));
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }

        private static String password() {
            var random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        }

        @Override
        public String toString() {
            return "Secrets";
        }
    }
}
