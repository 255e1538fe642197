package org.linli.platform.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of the system's own package, started for one test on a directory of its own. */
public final class PackagedServer implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private final Path data;
    private final Process server;
    private final int port;

    private PackagedServer(Path data, Process server, int port) {
        this.data = data;
        this.server = server;
        this.port = port;
    }

    /** Where the newest package keeps its programs, or empty if there is none. */
    public static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (var versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /**
     * @param options for the server, such as {@code -c fsync=off}
     */
    public static PackagedServer start(Path programs, String... options) throws IOException {
        var account = OsAccount.choose();
        var data = Files.createTempDirectory(Path.of("target"), "packaged-").toRealPath();
        var made =
                Commands.run(
                        account.command(
                                programs.resolve("initdb").toString(),
                                "--pgdata=" + data,
                                "--username=postgres",
                                "--auth=trust",
                                "--encoding=UTF8",
                                "--locale=C.UTF-8"));
        if (made != 0) {
            throw new IllegalStateException("initdb ended with " + made);
        }
        var port = EmbeddedPostgres.freePort();
        var command =
                account.command(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "port=" + port);
        command.addAll(List.of(options));
        var log = data.resolve("server.log").toFile();
        var process = Commands.of(command).redirectErrorStream(true).redirectOutput(log).start();
        var server = new PackagedServer(data, process, port);
        server.awaitReady();
        return server;
    }

    private void awaitReady() {
        var postmaster = new PostmasterFile(data);
        await().until(() -> postmaster.isReady(server) || !server.isAlive());
        TestServer.run(superuser(), "create role linli login password 'test'");
        TestServer.run(superuser(), "create database linli owner linli");
    }

    private Database superuser() {
        return new RemotePostgres(url("postgres"), "postgres", "");
    }

    /** As LINLI_DATABASE_URL takes it, with user and password. */
    public String address() {
        return "postgresql://linli:test@127.0.0.1:" + port + "/linli";
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        Commands.signal("INT", server.pid());
        server.onExit().join();
        DataDirectory.delete(data);
    }
}
