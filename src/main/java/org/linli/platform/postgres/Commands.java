package org.linli.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** Runs programs of the operating system. */
final class Commands {

    private Commands() {}

    /**
     * Runs a command to its end and throws away what it says.
     *
     * @return its exit code
     * @throws IOException if there is no such program
     */
    static int run(List<String> command) throws IOException {
        var process =
                of(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close();
        return end(process);
    }

    /** A command in words that do not depend on the settings of whoever started us. */
    static ProcessBuilder of(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Java can only send TERM and KILL, which are not the ways to stop a database. */
    static void signal(String signal, long pid) {
        try {
            run(List.of("sh", "-c", "kill -s " + signal + " " + pid));
        } catch (IOException noShell) {
            throw new IllegalStateException("Cannot signal process " + pid, noShell);
        }
    }

    /** Waits for a program to end. */
    static int end(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        }
    }

    /** Makes a folder's entries durable: what was moved into it stays there. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
