package org.linli.platform.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/**
 * The file that holds the keys everything else hangs on. It lies outside the data directory, so
 * that no copy of the data opens itself.
 *
 * @param id tells this file's keys from those of another
 * @param wrapping wraps the keys that values are sealed under
 * @param indexing makes what sealed values are found by
 * @param signingIn is what the secrets of authenticator apps follow from
 */
public record KeyFile(String id, byte[] wrapping, byte[] indexing, byte[] signingIn) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private static final int KEY_BYTES = 32;

    /**
     * Where the file lies unless told otherwise: beside the data directory.
     *
     * @throws KeysRefused if it was told to lie inside the data directory
     */
    static Path place(Path data, String told) {
        var directory = real(data);
        var file =
                told.isBlank()
                        ? directory.resolveSibling(directory.getFileName() + ".keys")
                        : real(Path.of(told));
        if (file.startsWith(directory)) {
            throw new KeysRefused("keys/inside-data", file, directory);
        }
        return file;
    }

    /**
     * @throws KeysRefused if others may read it too, or it does not hold all keys
     */
    static KeyFile read(Path file) {
        try {
            requirePrivate(file);
            var lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            return new KeyFile(
                    lines.getProperty("id", ""),
                    key(file, lines.getProperty("wrapping", "")),
                    key(file, lines.getProperty("indexing", "")),
                    key(file, lines.getProperty("signing-in", "")));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new KeysRefused("keys/unreadable", file);
        }
    }

    /** Makes new keys and keeps them; whoever else made the file first is right. */
    static KeyFile make(Path file) {
        var made = new KeyFile(UUID.randomUUID().toString(), newKey(), newKey(), newKey());
        try {
            Files.createDirectories(file.getParent());
            var draft =
                    Files.createTempFile(
                            file.getParent(),
                            "keys-",
                            ".part",
                            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(draft, made.text());
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException first) {
                return read(file);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return made;
    }

    static boolean isNoted(Path file, String deed) {
        try {
            return Files.readAllLines(file).contains(line(deed));
        } catch (IOException unreadable) {
            throw new KeysRefused("keys/unreadable", file);
        }
    }

    /**
     * @throws KeysRefused telling the line to write by hand, where the file cannot be written to
     */
    static void note(Path file, String deed) {
        if (isNoted(file, deed)) {
            return;
        }
        try {
            var added = ("\n" + line(deed) + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(file, added, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException unwritable) {
            throw new KeysRefused("keys/not-noted", file, line(deed));
        }
    }

    private static String line(String deed) {
        return deed + "=yes";
    }

    private String text() {
        var encoder = Base64.getEncoder();
        return """
        # The keys of this Linli. Without them nothing sealed in its database can be read again and
        # no authenticator app signs in; with them everything can. Keep a copy apart from backups.
        # 本系统的密钥：丢失则加密数据无法恢复、验证器应用失效，泄露则全部可读。请与数据备份分开保存副本。
        id=%s
        wrapping=%s
        indexing=%s
        signing-in=%s
        """
                .formatted(
                        id,
                        encoder.encodeToString(wrapping),
                        encoder.encodeToString(indexing),
                        encoder.encodeToString(signingIn));
    }

    private static byte[] newKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static byte[] key(Path file, String text) {
        var key = Base64.getDecoder().decode(text);
        if (key.length != KEY_BYTES) {
            throw new KeysRefused("keys/unreadable", file);
        }
        return key;
    }

    private static void requirePrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(
                    EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            if (!others.isEmpty()) {
                throw new KeysRefused("keys/readable-by-others", file);
            }
        }
    }

    /** The path with its links followed, as far as it exists: a link must not lead inside. */
    private static Path real(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            var parent = absolute.getParent();
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
