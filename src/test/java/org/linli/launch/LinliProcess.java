package org.linli.launch;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.LinliApplication;

/** Linli in a process of its own, as {@code ./linli} starts it, so that a test can kill it. */
final class LinliProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)");

    private final Process process;
    private final Path said;

    private LinliProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts a command without waiting for anything. */
    static LinliProcess start(Map<String, String> environment, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", product()));
        command.addAll(List.of("-Dstderr.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dlinli.home=" + Path.of("target")));
        command.add(LinliApplication.class.getName());
        command.addAll(List.of(words));
        var said = Files.createTempFile("linli-said", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LINLI_LANGUAGE", "en");
        builder.environment().putAll(environment);
        return new LinliProcess(builder.redirectOutput(said.toFile()).start(), said);
    }

    /** The class path without the tests, whose beans would join in. */
    private static String product() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The address it says it is ready at. */
    String address() {
        await().atMost(Duration.ofMinutes(2)).until(() -> isReady() || !process.isAlive());
        var ready = READY.matcher(said());
        if (!ready.find()) {
            throw new IllegalStateException("Not ready: " + said());
        }
        return ready.group(1);
    }

    private boolean isReady() {
        return READY.matcher(said()).find();
    }

    /** What it answers to a GET. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Everything it has printed. */
    String said() {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Its exit code, once it has ended. */
    int end() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Still running: " + said());
        }
        return process.exitValue();
    }

    /** Asks it to stop, as Ctrl-C and service managers do. */
    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        Files.delete(said);
    }
}
