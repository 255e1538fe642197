package org.linli.launch.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.platform.postgres.PostmasterFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Linli with the demo district in processes of its own, to be killed and started again. */
final class Victim implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 60;

    private final List<String> program;
    private final Path data;
    private final Path log;
    private final int port;
    private volatile @Nullable Process process;

    /**
     * @param program the words that start Linli, to which a command is added
     * @param folder where it keeps its data and its log
     */
    Victim(List<String> program, Path folder) {
        this.program = List.copyOf(program);
        this.data = folder.resolve("data");
        this.log = folder.resolve("linli.log");
        this.port = freePort();
        // whoever stops the check must not leave its victim running
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it and waits until it has said how to be its people. */
    JsonNode start() {
        var command = new ArrayList<>(program);
        command.addAll(List.of("demo", "--json", "--port", Integer.toString(port)));
        command.addAll(List.of("--data", data.toString()));
        try {
            var started =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            process = started;
            var line = started.inputReader().readLine();
            if (line == null) {
                throw new IllegalStateException("Linli did not start: see " + log);
            }
            return JsonMapper.shared().readTree(line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A token of this role over everything, made while it is stopped. */
    String token(String role) {
        var command = new ArrayList<>(program);
        command.addAll(List.of("token", "--role", role, "--area", "/", "--data", data.toString()));
        try {
            var made =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            var token = made.inputReader().readLine();
            if (token == null || made.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("No token: see " + log);
            }
            return token;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** kill -9 of the JVM. */
    void killLinli() {
        var victim = process;
        if (victim != null) {
            victim.destroyForcibly();
            victim.onExit().join();
        }
    }

    /** kill -9 of every process of the database. */
    void killDatabase() {
        new PostmasterFile(data.resolve("postgres"))
                .server()
                .ifPresent(server -> {
                    var all = server.descendants().toList();
                    server.destroyForcibly();
                    all.forEach(ProcessHandle::destroyForcibly);
                });
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        var victim = process;
        if (victim == null) {
            return;
        }
        stop();
        try {
            if (!victim.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                killLinli();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        var victim = process;
        if (victim != null) {
            victim.destroy();
        }
    }
}
