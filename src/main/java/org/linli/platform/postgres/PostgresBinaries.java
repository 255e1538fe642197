package org.linli.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked from their archive once.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    private static final int EXECUTABLE = 0100;

    /**
     * The programs in the cache, unpacked there if this version of them is not there yet.
     *
     * @throws DatabaseRefused if there are none for this kind of machine
     */
    static PostgresBinaries in(Path cache) {
        var archive = archive();
        try {
            var hash = hash(archive);
            var home = cache.toAbsolutePath().normalize().resolve("postgres-" + hash);
            if (!isWhole(home, hash)) {
                unpack(archive, home, hash);
            }
            return new PostgresBinaries(home);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    /** Such as 18: files of one major version are not read by another. */
    String majorVersion() {
        try (var lines = Files.lines(home.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElseThrow().replace("# PostgreSQL ", "").strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL archive() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> System.getProperty("os.arch");
                };
        var archive = PostgresBinaries.class.getResource("/postgres-" + os + "-" + arch + ".txz");
        if (archive == null) {
            throw new DatabaseRefused("database/no-binaries", os, arch);
        }
        return archive;
    }

    /** The checksum its jar keeps: reading 15 MB to make one would take longer than the start. */
    private static String hash(URL archive) throws IOException {
        var connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection inJar) {
            var entry = inJar.getJarEntry();
            return "%08x-%d".formatted(entry.getCrc(), entry.getSize());
        }
        return Long.toString(connection.getContentLengthLong());
    }

    private static boolean isWhole(Path home, String hash) throws IOException {
        var stamp = home.resolve("unpacked");
        return Files.exists(stamp) && Files.readString(stamp).equals(hash);
    }

    /** Unpacks beside the place and moves there in one go, so that nobody meets half of it. */
    private static void unpack(URL archive, Path home, String hash) throws IOException {
        Files.createDirectories(home.getParent());
        var beside = Files.createTempDirectory(home.getParent(), "postgres-unpacking-");
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var in = archive.openStream()) {
            extract(in, beside);
        }
        Files.writeString(beside.resolve("unpacked"), hash);
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException raced) {
            DataDirectory.delete(beside);
            if (!isWhole(home, hash)) {
                throw new IllegalStateException(home + " is damaged: delete it", raced);
            }
        }
    }

    private static void extract(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.getName().endsWith(".a")) {
                    extract(tar, entry, into);
                }
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IllegalStateException("The archive leads out of its folder: " + entry);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
