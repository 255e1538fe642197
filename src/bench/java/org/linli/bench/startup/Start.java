package org.linli.bench.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one start of Linli took until it answered. */
record Start(double cpuSeconds, double wallSeconds) {

    private static final double NANOS = 1e9;

    /**
     * Starts Linli, waits until it says it is ready, and stops it again.
     *
     * @param program what to say to the JVM before the command
     */
    static Start of(List<String> program, Path data) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dlinli.home=" + System.getProperty("linli.home", "."));
        command.addAll(program);
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        var begun = System.nanoTime();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LINLI_LANGUAGE", "en");
        var process = builder.start();
        try (var said = process.inputReader()) {
            if (said.lines().noneMatch(line -> line.startsWith("Linli is ready"))) {
                throw new IllegalStateException("Did not become ready: " + command);
            }
            var wall = (System.nanoTime() - begun) / NANOS;
            var cpu = process.info().totalCpuDuration().map(Duration::toNanos).orElseThrow();
            return new Start(cpu / NANOS, wall);
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }
}
