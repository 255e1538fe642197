package org.linli.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first start: nobody has an account yet, so whoever can read this machine's console or data
 * directory makes the first administrator. There is no default password.
 */
@Component
public class Setup {

    static final String FIRST_ADMINISTRATOR = "staff:administrator";

    private static final String FILE = "setup-code";

    private record Code(byte[] hash, Instant expiresAt) {}

    private final Accounts accounts;
    private final SignIn signIn;
    private final AuditTrail trail;
    private final Clock clock;
    private final Path file;
    private final List<String> allowedFrom;
    private final AtomicReference<@Nullable Code> code = new AtomicReference<>();
    private volatile boolean done;

    Setup(
            Accounts accounts,
            SignIn signIn,
            AuditTrail trail,
            Clock clock,
            @Value("${linli.data}") Path data,
            @Value("${linli.setup-from:}") List<String> allowedFrom) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.trail = trail;
        this.clock = clock;
        this.file = data.resolve(FILE);
        this.allowedFrom = List.copyOf(allowedFrom);
    }

    /** Whether somebody has an account, so that Linli can be used. */
    public boolean isDone() {
        if (!done) {
            done = accounts.any();
        }
        return done;
    }

    /** Makes a new set-up code, also in a file that only its owner reads. */
    public String newCode() {
        var fresh = Secret.typable();
        var expires = clock.instant().plus(SignIn.CODE_WAITS);
        code.set(new Code(Secret.hash(fresh), expires));
        try {
            Files.deleteIfExists(file);
            Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
            Files.writeString(file, fresh + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return fresh;
    }

    /** Where the code of {@link #newCode} can be read. */
    public Path file() {
        return file;
    }

    /**
     * Makes the first administrator for whoever knows the set-up code.
     *
     * @param from the address that asks
     * @return a code for the administrator to sign in with
     * @throws SetupRefused unless the code is right, in time, from an allowed address, and nobody
     *     was first
     */
    @Transactional
    public synchronized IssuedCode withCode(String given, String name, String from) {
        if (!isAllowed(from)) {
            throw new SetupRefused("setup/only-from-here");
        }
        var expected = code.get();
        if (expected == null
                || !MessageDigest.isEqual(expected.hash, Secret.hash(normal(given)))
                || !clock.instant().isBefore(expected.expiresAt)) {
            throw new SetupRefused("setup/code-not-usable");
        }
        return administrator(name);
    }

    /**
     * Makes the first administrator, for a caller that holds the data directory anyway.
     *
     * @return a code for the administrator to sign in with
     * @throws SetupRefused if somebody has an account already
     */
    @Transactional
    public synchronized IssuedCode administrator(String name) {
        if (accounts.any()) {
            throw new SetupRefused("setup/done-before");
        }
        accounts.ensure(FIRST_ADMINISTRATOR, name);
        var post = new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
        accounts.setPosts(FIRST_ADMINISTRATOR, List.of(post));
        trail.record(trail.now(Act.SETUP, Thing.ACCOUNT, FIRST_ADMINISTRATOR));
        code.set(null);
        forgetFile();
        return signIn.issue(FIRST_ADMINISTRATOR, "setup");
    }

    private void forgetFile() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private boolean isAllowed(String from) {
        try {
            return allowedFrom.contains(from) || InetAddress.getByName(from).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    /** People copy the code with the spaces and in the case their screen shows. */
    private static String normal(String given) {
        return given.replaceAll("[\\s-]", "").toLowerCase(java.util.Locale.ROOT);
    }
}
