package org.linli.bench.locate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL with PostGIS from the system's package manager, for as long as the benchmark runs.
 */
final class PostgisServer implements AutoCloseable {

    private static final String PACKAGE = "postgresql-15-postgis-3";
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Path SHARES = Path.of("/usr/share/postgresql");
    private static final int LONG = 600;

    private final Path bin;
    private final Path folder;
    private final int port;

    /** PostGIS is not here and cannot be brought here. */
    static final class Missing extends Exception {

        private static final long serialVersionUID = 1;

        Missing(String why) {
            super(why);
        }
    }

    private PostgisServer(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server, after installing PostGIS where that is allowed. */
    static PostgisServer start() throws Missing {
        try {
            var bin = find();
            if (bin.isEmpty() && isRoot()) {
                run(List.of("apt-get", "install", "-y", "--no-install-recommends", PACKAGE));
                bin = find();
            }
            return begin(bin.orElseThrow(() -> new Missing(PACKAGE + " is not installed")));
        } catch (IOException failed) {
            throw new Missing(PACKAGE + ": " + failed.getMessage());
        }
    }

    Connection connect() throws SQLException {
        var user = isRoot() ? "postgres" : System.getProperty("user.name");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, "");
    }

    @Override
    public void close() {
        try {
            asOwner(bin.resolve("pg_ctl").toString(), "-D", data(), "-m", "immediate", "stop");
            delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PostgisServer begin(Path bin) throws IOException {
        var folder = Files.createTempDirectory("linli-postgis");
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        var server = new PostgisServer(bin, folder, freePort());
        server.asOwner(bin.resolve("initdb").toString(), "-D", server.data(), "--auth=trust");
        server.asOwner(
                bin.resolve("pg_ctl").toString(),
                "-D",
                server.data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p "
                        + server.port
                        + " -k "
                        + folder
                        + " -c listen_addresses=127.0.0.1 -c shared_buffers=1GB"
                        + " -c work_mem=256MB -c maintenance_work_mem=512MB -c fsync=off"
                        + " -c jit=off -c max_parallel_workers_per_gather=0",
                "start");
        return server;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static Optional<Path> find() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(version ->
                            Files.exists(
                                    SHARES.resolve(version.getFileName())
                                            .resolve("extension/postgis.control")))
                    .max(Comparator.naturalOrder())
                    .map(version -> version.resolve("bin"));
        }
    }

    /** PostgreSQL does not run as root. */
    private void asOwner(String... command) throws IOException {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.addAll(List.of(command));
        run(words);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .directory(Path.of("/").toFile())
                        .start();
        try {
            if (!process.waitFor(LONG, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(command.getFirst() + " was interrupted", stopped);
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
