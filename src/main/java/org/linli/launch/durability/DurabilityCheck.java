package org.linli.launch.durability;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Kills a Linli that many clients report to, the JVM and the database by turns, and compares
 * afterwards what it acknowledged with what it stored.
 */
public final class DurabilityCheck {

    private static final int CLIENTS = 16;

    /** So much is acknowledged between two kills, at least. */
    private static final int BETWEEN_KILLS = 25;

    private static final int LONGEST_PAUSE_MILLIS = 1_500;
    private static final int POLL_MILLIS = 50;
    private static final int SECONDS_TO_RECOVER = 180;

    private final List<String> program;
    private final Path folder;
    private final int kills;
    private final Watcher watcher;
    private final Clock clock = Clock.systemUTC();

    /** Told of each kill. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * @param done kills so far
         * @param acknowledged reports so far
         */
        void killed(int done, int total, String what, long acknowledged);
    }

    /**
     * @param program the words that start Linli, to which a command is added
     * @param folder an empty one, to work in
     * @param kills of the JVM, and as many of the database
     */
    public DurabilityCheck(List<String> program, Path folder, int kills, Watcher watcher) {
        this.program = List.copyOf(program);
        this.folder = folder;
        this.kills = kills;
        this.watcher = watcher;
    }

    /** Does it, and says what came out. */
    public Verdict run() {
        try (var victim = new Victim(program, folder);
                var journal = new Journal(folder.resolve("journal"))) {
            var started = clock.instant();
            var tokens = victim.start().get("tokens");
            var server = new Server(victim.address());
            var mark = "durability-" + UUID.randomUUID();
            var load = new Client.Load(tokens.get("grid").asString(), server.anyMatter(), mark);
            underLoad(server, journal, load, () -> killByTurns(victim, server, journal));
            var stored = server.find(tokens.get("admin").asString(), mark);
            return Verdict.of(journal.read(), stored, traces(victim, server, started));
        }
    }

    /** As an auditor sees them, who is none of the demo's people. */
    private static Traces traces(Victim victim, Server server, Instant since) {
        victim.close();
        var token = victim.token("auditor");
        victim.start();
        return server.traces(token, since);
    }

    private static void underLoad(
            Server server, Journal journal, Client.Load load, Runnable kills) {
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(_ -> threads.submit(new Client(server, journal, load, stop)))
                            .toList();
            try {
                kills.run();
            } finally {
                stop.set(true);
            }
            clients.forEach(DurabilityCheck::requireEnded);
        }
    }

    private static void requireEnded(Future<?> client) {
        try {
            client.get(SECONDS_TO_RECOVER, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("A client gave up", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void killByTurns(Victim victim, Server server, Journal journal) {
        for (var kill = 1; kill <= 2 * kills; kill++) {
            workFor(server, journal);
            if (kill % 2 == 0) {
                victim.killDatabase();
                watcher.killed(kill, 2 * kills, "PostgreSQL", journal.count());
            } else {
                victim.killLinli();
                watcher.killed(kill, 2 * kills, "JVM", journal.count());
                victim.start();
            }
        }
        workFor(server, journal);
    }

    /** Until it has recovered and taken reports again, and a moment that no code can foresee. */
    private static void workFor(Server server, Journal journal) {
        waitFor(server::isReady);
        var before = journal.count();
        waitFor(() -> journal.count() >= before + BETWEEN_KILLS);
        sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
    }

    private static void waitFor(BooleanSupplier what) {
        for (var poll = 0; !what.getAsBoolean(); poll++) {
            if (poll * POLL_MILLIS > SECONDS_TO_RECOVER * 1_000) {
                throw new IllegalStateException("Linli did not recover");
            }
            sleep(POLL_MILLIS);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
