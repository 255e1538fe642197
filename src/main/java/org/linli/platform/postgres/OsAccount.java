package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the server runs as. PostgreSQL refuses to be root; where Linli is, the server gets a user
 * namespace in which it is nobody, or else another account of the machine.
 *
 * @param prefix the words that go before its command
 * @param uid who must own its files
 */
record OsAccount(List<String> prefix, int uid) {

    private static final Logger LOG = LoggerFactory.getLogger(OsAccount.class);

    private static final int ROOT = 0;

    /** Ctrl-C at a terminal is for Linli alone, which then stops the server in good order. */
    private static final List<String> OWN_SESSION = List.of("setsid");

    /** A server whose Linli was killed stops by itself. */
    private static final List<String> DIES_WITH_US = List.of("setpriv", "--pdeathsig", "INT");

    OsAccount {
        prefix = List.copyOf(prefix);
    }

    /**
     * The first way that works here.
     *
     * @throws DatabaseRefused if we are root and cannot be anybody else
     */
    static OsAccount choose() {
        return Chosen.ACCOUNT;
    }

    /** Found out once in the life of a process: each trial starts a program. */
    private static final class Chosen {
        static final OsAccount ACCOUNT = tryAll();
    }

    private static OsAccount tryAll() {
        var us = uid(Path.of("/proc/self"));
        var ways = us == ROOT ? waysOfRoot() : waysOfAnybody(us);
        var way =
                ways.filter(OsAccount::works)
                        .findFirst()
                        .orElseThrow(() -> new DatabaseRefused("database/root"));
        LOG.debug("The database runs with {}", way.prefix);
        return way;
    }

    private static Stream<OsAccount> waysOfAnybody(int us) {
        return Stream.of(
                new OsAccount(join(OWN_SESSION, DIES_WITH_US), us),
                new OsAccount(OWN_SESSION, us),
                new OsAccount(List.of(), us));
    }

    private static Stream<OsAccount> waysOfRoot() {
        var namespace = join(OWN_SESSION, List.of("unshare", "--user"));
        return Stream.concat(
                Stream.of(
                        new OsAccount(join(namespace, DIES_WITH_US), ROOT),
                        new OsAccount(namespace, ROOT)),
                anotherAccount().stream());
    }

    /** An account of the machine that has no rights of its own. */
    static Optional<OsAccount> anotherAccount() {
        try (var accounts = Files.lines(Path.of("/etc/passwd"))) {
            var fields = accounts.map(line -> line.split(":", -1)).toList();
            return Stream.of("linli", "postgres", "nobody")
                    .flatMap(name -> fields.stream().filter(account -> account[0].equals(name)))
                    .map(account -> as(account[2], account[3]))
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static OsAccount as(String uid, String gid) {
        var become = List.of("setpriv", "--reuid", uid, "--regid", gid, "--clear-groups");
        var dying = DIES_WITH_US.subList(1, DIES_WITH_US.size());
        return new OsAccount(join(OWN_SESSION, join(become, dying)), Integer.parseInt(uid));
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static boolean works(OsAccount way) {
        try {
            return Commands.run(way.command("sh", "-c", "test \"$(id -u)\" -ne 0")) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** A command as it is run under this account. */
    List<String> command(String... words) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        return command;
    }

    /** Makes the account the owner of a folder and all in it. */
    void own(Path folder) {
        if (uid(folder) == uid) {
            return;
        }
        try {
            Commands.run(List.of("chown", "-R", Integer.toString(uid), folder.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * @throws DatabaseRefused if the account cannot come to the folder
     */
    void mustReach(Path folder) {
        if (uid(folder) == uid) {
            return;
        }
        try {
            if (Commands.run(command("test", "-x", folder.toString())) != 0) {
                throw new DatabaseRefused(
                        "database/out-of-reach", Integer.toString(uid), folder.toString());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int uid(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
