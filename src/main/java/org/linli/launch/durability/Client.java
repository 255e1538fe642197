package org.linli.launch.durability;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports one thing after another, each again and again until it is acknowledged: what a phone does
 * on a bad network.
 */
final class Client implements Runnable {

    private static final int PAUSE_MILLIS = 50;

    private final Server server;
    private final Journal journal;
    private final Load load;
    private final AtomicBoolean stop;

    /**
     * What to report.
     *
     * @param mark words that tell these reports from all others
     */
    record Load(String token, String matter, String mark) {

        String text(UUID opId) {
            return mark + " " + opId;
        }
    }

    Client(Server server, Journal journal, Load load, AtomicBoolean stop) {
        this.server = server;
        this.journal = journal;
        this.load = load;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.get()) {
            journal.append(acknowledged(UUID.randomUUID()));
        }
    }

    private Acknowledged acknowledged(UUID opId) {
        while (true) {
            Optional<Acknowledged> told =
                    server.report(load.token, opId, load.text(opId), load.matter);
            if (told.isPresent()) {
                return told.get();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Stopped before its report was acknowledged", stopped);
        }
    }
}
