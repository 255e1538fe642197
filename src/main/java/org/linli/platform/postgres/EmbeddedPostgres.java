package org.linli.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of Linli's own: started with it, started again should it die, stopped with
 * it. Its data stays in its directory, durable and behind passwords.
 */
public final class EmbeddedPostgres implements Database {

    static final String DATABASE = "linli";

    private static final String OWNER = "linli_owner";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Below those the system gives to clients, which would take ours while the server is down. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private static final int POLL_MILLIS = 3;
    private static final int PAUSE_MILLIS = 250;

    /** The processes of a killed server need a moment to notice. */
    private static final int TRIES = 40;

    private static final int SECONDS_TO_STOP = 60;

    private final DataDirectory data;
    private final DataDirectory.Secrets secrets;
    private final Cluster cluster;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Thread keeper;
    private volatile int port;

    private EmbeddedPostgres(DataDirectory data, Cluster cluster, DataDirectory.Secrets secrets) {
        this.data = data;
        this.cluster = cluster;
        this.secrets = secrets;
        // a platform thread that lives as long as the server: the system takes the thread that
        // started a process for its parent
        this.keeper = Thread.ofPlatform().name("database").daemon().unstarted(this::keep);
    }

    /**
     * Starts the server of a data directory and waits until it can be used.
     *
     * @param directory made with a new database if it is not there
     * @param cache where the programs are unpacked
     * @throws DatabaseRefused if it cannot be started, with what to do about it
     */
    public static EmbeddedPostgres start(Path directory, Path cache) {
        return start(directory, cache, OsAccount.choose());
    }

    static EmbeddedPostgres start(Path directory, Path cache, OsAccount account) {
        var data = DataDirectory.take(directory);
        try {
            var cluster = new Cluster(data.home(), PostgresBinaries.in(cache), account);
            stopOrphan(cluster.postmaster());
            var secrets = data.secrets();
            cluster.prepare(secrets);
            var server = new EmbeddedPostgres(data, cluster, secrets);
            server.begin();
            return server;
        } catch (RuntimeException failed) {
            data.close();
            throw failed;
        }
    }

    /** The database of a Linli that runs on a directory, for another process to work on as well. */
    static Optional<Database> running(Path directory) {
        return new PostmasterFile(directory.resolve(DataDirectory.CLUSTER))
                .port()
                .map(port -> {
                    var secrets = DataDirectory.secretsOf(directory);
                    return new RemotePostgres(
                            url(port, DATABASE),
                            DATABASE,
                            secrets.application(),
                            new Login(OWNER, secrets.owner()));
                });
    }

    /**
     * Deletes an embedded database with all it holds, and whatever else stands in its directory.
     *
     * @throws DatabaseRefused if a Linli works on it, or it is a directory of something else
     */
    public static void discard(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        if (!DataDirectory.isOne(directory)) {
            throw new DatabaseRefused("database/directory-of-another", directory.toString());
        }
        try (var data = DataDirectory.take(directory)) {
            stopOrphan(new PostmasterFile(data.cluster()));
            DataDirectory.delete(data.home());
        }
    }

    private void begin() {
        keeper.start();
        try {
            started.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        try {
            if (!cluster.isFurnished()) {
                new Roles(this).ensure();
                cluster.furnished();
            }
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** A server that outlived its Linli holds files we need: it is stopped in good order. */
    private static void stopOrphan(PostmasterFile postmaster) {
        postmaster
                .server()
                .ifPresent(orphan -> {
                    LOG.warn("Stopping a database left over: process {}", orphan.pid());
                    stop(orphan);
                });
        postmaster.forgetServerThatIsNone();
    }

    /** Starts the server, and starts it again whenever it ends before it should. */
    private void keep() {
        try {
            var server = firstStart();
            started.complete(null);
            while (true) {
                CompletableFuture.anyOf(server.onExit(), closing).join();
                if (closing.isDone()) {
                    stop(server.toHandle());
                    return;
                }
                LOG.error("The database ended unasked; starting it again");
                server = restart();
            }
        } catch (RuntimeException failed) {
            started.completeExceptionally(failed);
        }
    }

    private Process firstStart() {
        for (var tries = 1; ; tries++) {
            port = freePort();
            var server = cluster.launch(port);
            if (becomesReady(server)) {
                return server;
            }
            if (tries == TRIES) {
                throw new DatabaseRefused(
                        "database/not-started", DataDirectory.log(data.home()).toString());
            }
            sleep(PAUSE_MILLIS);
        }
    }

    /** On the same port, where the pool looks for it; for as long as it takes. */
    private Process restart() {
        while (true) {
            var server = cluster.launch(port);
            if (becomesReady(server)) {
                LOG.info("The database is back");
                return server;
            }
            if (closing.isDone()) {
                return server;
            }
            sleep(PAUSE_MILLIS);
        }
    }

    /** Waits until the server is ready, however long it recovers, or has ended. */
    private boolean becomesReady(Process server) {
        while (server.isAlive() && !closing.isDone()) {
            if (cluster.postmaster().isReady(server)) {
                return true;
            }
            sleep(POLL_MILLIS);
        }
        return false;
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                LOG.debug("Port {} is taken", port);
            }
        }
    }

    /** Where the server listens, on 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return url(DATABASE);
    }

    /** As JDBC takes it, for another database of the same server. */
    public String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String user() {
        return DATABASE;
    }

    @Override
    public String password() {
        return secrets.application();
    }

    @Override
    public Login owner() {
        return new Login(OWNER, secrets.owner());
    }

    /** Of {@code postgres}, the role above the rules; for making databases and nothing else. */
    String superuserPassword() {
        return secrets.superuser();
    }

    /** Stops the server in good order and waits until it has ended. */
    @Override
    public void close() {
        if (!closing.complete(null)) {
            return;
        }
        try {
            keeper.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        data.close();
    }

    /** First as PostgreSQL's "fast", then as its "immediate": neither loses anything. */
    private static void stop(ProcessHandle server) {
        for (var signal : new String[] {"INT", "QUIT", "KILL"}) {
            Commands.signal(signal, server.pid());
            try {
                server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stubborn) {
                LOG.warn("The database did not stop at {}", signal);
            } catch (ExecutionException | InterruptedException unwatched) {
                throw new IllegalStateException("Cannot watch process " + server, unwatched);
            }
        }
    }
}
