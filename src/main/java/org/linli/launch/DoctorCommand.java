package org.linli.launch;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.linli.platform.postgres.DatabaseCheck;
import org.linli.platform.postgres.DatabaseRefused;
import org.linli.platform.words.Message;

/** {@code doctor}: what this machine lacks for Linli, and what to do about it. */
final class DoctorCommand implements Command {

    private static final int NEEDED_GIGABYTES = 5;
    private static final int USUAL_PORT = 8080;

    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), Set.of("data", "port"), Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        var data = arguments.path("data").orElse(Home.resolve("var/data")).toAbsolutePath();
        var port = arguments.port().orElse(USUAL_PORT);
        var faults =
                List.of(
                        found("doctor/jdk", Optional.of(Runtime.version().toString())),
                        found("doctor/node", version("node", "--version")),
                        found("doctor/maven", version("mvn", "--version")),
                        found("doctor/chromium", version("chromium", "--version")),
                        disk(data),
                        port(port),
                        database(data));
        return faults.stream().allMatch(fault -> fault) ? DONE : NOTHING_DONE;
    }

    private boolean found(String code, Optional<String> version) {
        return tell(
                version.isPresent(),
                version.map(text -> Message.of(code, text))
                        .orElseGet(() -> Message.of(code + "-missing")));
    }

    private boolean disk(Path data) {
        var there =
                Stream.iterate(data, Objects::nonNull, Path::getParent)
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow();
        var gigabytes = there.toFile().getUsableSpace() >> 30;
        if (!Files.isWritable(there)) {
            return tell(false, Message.of("doctor/data-unwritable", data.toString()));
        }
        return tell(
                gigabytes >= NEEDED_GIGABYTES,
                Message.of(
                        gigabytes >= NEEDED_GIGABYTES ? "doctor/disk" : "doctor/disk-full",
                        data.toString(),
                        gigabytes));
    }

    private boolean port(int port) {
        try (var socket = new ServerSocket(port)) {
            return tell(true, Message.of("doctor/port", socket.getLocalPort()));
        } catch (IOException taken) {
            return tell(false, Message.of("doctor/port-taken", port));
        }
    }

    private boolean database(Path data) {
        try {
            var found = DatabaseCheck.of(System.getenv(), data, Home.resolve("var/cache"));
            found.weaknesses().forEach(weakness -> console.print("! " + console.words(weakness)));
            return tell(true, Message.of("doctor/database", found.version()));
        } catch (DatabaseRefused refused) {
            return tell(false, refused.told());
        }
    }

    private boolean tell(boolean good, Message message) {
        console.print((good ? "✓ " : "✗ ") + console.words(message));
        return good;
    }

    /** The first line that a program says of itself, or empty if it is not there. */
    private static Optional<String> version(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            try (var said = process.inputReader()) {
                var first = Optional.ofNullable(said.readLine());
                process.waitFor(10, TimeUnit.SECONDS);
                return first;
            }
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
