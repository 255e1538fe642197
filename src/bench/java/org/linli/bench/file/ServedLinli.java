package org.linli.bench.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A Linli in a process of its own for as long as a benchmark runs. */
final class ServedLinli implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BenchServer.Address address;

    private ServedLinli(Process process, BenchServer.Address address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one on this data directory, and comes back when it serves. */
    static ServedLinli start(Path data) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchServer.class.getName(),
                        data.toAbsolutePath().toString());
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var line = announcement(process.inputReader(StandardCharsets.UTF_8));
            var json = JsonMapper.builder().build();
            return new ServedLinli(process, json.readValue(line, BenchServer.Address.class));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private static String announcement(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("{")) {
                return line;
            }
        }
        throw new IOException("Linli did not start");
    }

    int port() {
        return address.port();
    }

    String token() {
        return address.token();
    }

    /** Processor seconds used so far by Linli itself and by its database. */
    record Cpu(double linli, double database) {

        /** Milliseconds of each since then, for one of so many things. */
        Cpu since(Cpu before, int things) {
            return new Cpu(
                    (linli - before.linli) * 1_000 / things,
                    (database - before.database) * 1_000 / things);
        }
    }

    Cpu cpu() {
        return new Cpu(
                ProcessCpu.of(process.toHandle()),
                process.descendants().mapToDouble(ProcessCpu::of).sum());
    }

    /** As the owner of the database. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                address.databaseUrl(), address.databaseOwner(), address.ownerPassword());
    }

    /** Stops it, its database too. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
