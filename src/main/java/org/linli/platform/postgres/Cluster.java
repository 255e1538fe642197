package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files of one PostgreSQL server, and the programs that work on them. */
final class Cluster {

    private static final String SETTINGS =
            """
            # Written at each start; settings of your own go into %1$s
            unix_socket_directories = ''
            max_connections = 100
            shared_buffers = %2$dMB
            effective_cache_size = %3$dMB
            maintenance_work_mem = 128MB
            work_mem = 16MB
            max_wal_size = 2GB
            min_wal_size = 128MB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            password_encryption = scram-sha-256
            # what a statement did wrong is told to Linli; a copy here would hold people's data
            log_min_messages = log
            log_error_verbosity = terse
            log_checkpoints = off
            include_if_exists = '%1$s'
            """;

    private static final String ACCESS =
            """
            # Written at each start: passwords only, from this machine only
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Which roles and rights there are; another number has them put right at the next start. */
    private static final String FURNITURE = "2";

    private final Path home;
    private final Path files;
    private final Path furnished;
    private final PostgresBinaries binaries;
    private final OsAccount account;

    /**
     * @param home the data directory
     */
    Cluster(Path home, PostgresBinaries binaries, OsAccount account) {
        this.home = home;
        this.files = home.resolve(DataDirectory.CLUSTER);
        this.furnished = files.resolve("linli.furnished");
        this.binaries = binaries;
        this.account = account;
    }

    /**
     * Makes the files ready for a server to start on.
     *
     * @throws DatabaseRefused if they are of another version or out of the account's reach
     */
    void prepare(DataDirectory.Secrets secrets) {
        account.mustReach(home);
        account.mustReach(binaries.home().resolve("bin"));
        try {
            if (!Files.exists(files)) {
                initialise(secrets);
            }
            requireVersion();
            Files.writeString(files.resolve("postgresql.conf"), settings());
            Files.writeString(files.resolve("pg_hba.conf"), ACCESS);
            account.own(files);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Makes the cluster beside its place and moves it there whole. */
    private void initialise(DataDirectory.Secrets secrets) throws IOException {
        var beside = files.resolveSibling("postgres.new");
        DataDirectory.delete(beside);
        Files.createDirectory(beside);
        var password = Files.createTempFile(home, "initdb", ".secret");
        try {
            Files.writeString(password, secrets.superuser());
            account.own(beside);
            account.own(password);
            initdb(beside, password);
        } finally {
            Files.delete(password);
        }
        Files.move(beside, files, StandardCopyOption.ATOMIC_MOVE);
        Commands.sync(home);
    }

    private void initdb(Path target, Path password) throws IOException {
        var command =
                account.command(
                        binaries.initdb().toString(),
                        "--pgdata=" + target,
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // the same order on every machine, whatever its C library
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions");
        var process =
                Commands.of(command).redirectErrorStream(true).directory(home.toFile()).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (Commands.end(process) != 0) {
            throw new DatabaseRefused("database/not-initialised", said.strip());
        }
    }

    private void requireVersion() throws IOException {
        var theirs = Files.readString(files.resolve("PG_VERSION")).strip();
        var ours = binaries.majorVersion();
        if (!theirs.equals(ours)) {
            throw new DatabaseRefused("database/other-version", files.toString(), theirs, ours);
        }
    }

    private String settings() {
        var memory = memoryMegabytes();
        var buffers = Math.clamp(memory / 16, 64, 1024);
        var cache = Math.max(memory / 4, 256);
        return SETTINGS.formatted(home.resolve("postgres.conf"), buffers, cache);
    }

    private static long memoryMegabytes() {
        var machine =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return machine.getTotalMemorySize() >> 20;
    }

    /** Starts the server. What makes it durable stands on the command line, above all files. */
    Process launch(int port) {
        var command =
                account.command(
                        binaries.postgres().toString(),
                        "-D",
                        files.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "port=" + port,
                        "-c",
                        "fsync=on",
                        "-c",
                        "full_page_writes=on",
                        "-c",
                        "synchronous_commit=on");
        try {
            var log = ProcessBuilder.Redirect.appendTo(DataDirectory.log(home).toFile());
            var process =
                    Commands.of(command)
                            .directory(files.toFile())
                            .redirectOutput(log)
                            .redirectError(log)
                            .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether roles and database were made before, so that nobody need ask the server. */
    boolean isFurnished() {
        try {
            return Files.exists(furnished) && Files.readString(furnished).equals(FURNITURE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void furnished() {
        try {
            Files.writeString(furnished, FURNITURE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What the files say of the server that runs on them. */
    PostmasterFile postmaster() {
        return new PostmasterFile(files);
    }
}
