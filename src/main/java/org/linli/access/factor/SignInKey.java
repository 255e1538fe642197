package org.linli.access.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that the secrets of authenticator apps follow from. It lies in a file of its own and not
 * in the database, so that nobody who reads the database, or a copy of it, can sign in.
 */
@Component
public class SignInKey {

    private static final int BYTES = 32;

    private final Path file;
    private byte @Nullable [] key;

    SignInKey(@Value("${linli.keys}") Path folder) {
        this.file = folder.resolve("sign-in.key").toAbsolutePath();
    }

    /** What follows from the key for this use of it, and for nothing else. */
    public byte[] derive(String use) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized byte[] key() {
        var known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private byte[] read() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            var read = HexFormat.of().parseHex(Files.readString(file).strip());
            if (read.length != BYTES) {
                throw new IllegalStateException("Not a key of 32 bytes: " + file);
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Written aside and moved into place, so that two starts at once agree on one key. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        var fresh =
                Files.createTempFile(
                        file.getParent(),
                        "sign-in",
                        ".new",
                        PosixFilePermissions.asFileAttribute(ownerOnly));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(fresh, HexFormat.of().formatHex(bytes) + "\n");
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException madeByAnother) {
            // theirs is the one
        } finally {
            Files.delete(fresh);
        }
    }
}
