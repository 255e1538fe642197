package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL notes about the server that runs on a cluster.
 *
 * @param files the cluster
 */
public record PostmasterFile(Path files) {

    /** Where it says on which port the server listens, counted from 0. */
    private static final int PORT_LINE = 3;

    /** Where it says how far the server has come. */
    private static final int STATUS_LINE = 7;

    /** Whether this server takes connections; what another left behind says nothing. */
    boolean isReady(Process server) {
        var lines = lines();
        return isReady(lines) && lines.getFirst().strip().equals(Long.toString(server.pid()));
    }

    private static boolean isReady(List<String> lines) {
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** Where a server that runs on these files takes connections; empty if none does. */
    Optional<Integer> port() {
        var lines = lines();
        return server().filter(_ -> isReady(lines))
                .map(_ -> Integer.valueOf(lines.get(PORT_LINE).strip()));
    }

    /** The server that runs on these files, whoever started it. */
    public Optional<ProcessHandle> server() {
        return namedProcess().filter(this::worksOnTheseFiles);
    }

    /**
     * Forgets a server whose number is another program's now: it would keep a new one from
     * starting. Otherwise its file stays, since a new server learns from it whether the old one's
     * processes have all gone.
     */
    void forgetServerThatIsNone() {
        if (namedProcess().filter(process -> !worksOnTheseFiles(process)).isPresent()) {
            try {
                Files.deleteIfExists(files.resolve("postmaster.pid"));
            } catch (IOException undeletable) {
                throw new UncheckedIOException(undeletable);
            }
        }
    }

    private Optional<ProcessHandle> namedProcess() {
        return lines().stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(ProcessHandle::isAlive);
    }

    /** A server stands in its own folder, and nothing else does. */
    private boolean worksOnTheseFiles(ProcessHandle process) {
        try {
            var folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
            return folder.toRealPath().equals(files.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(files.resolve("postmaster.pid"));
        } catch (NoSuchFileException notRunning) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
