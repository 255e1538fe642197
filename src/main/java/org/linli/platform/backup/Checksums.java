package org.linli.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of a folder by their checksums, in {@code SHA256SUMS} as {@code sha256sum} reads it.
 */
final class Checksums {

    static final String NAME = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    private final Path folder;
    private final SortedMap<String, String> byPath = new TreeMap<>();

    /** Something that writes a file. */
    interface Writing<E extends Exception> {
        void to(OutputStream file) throws E, IOException;
    }

    private Checksums(Path folder) {
        this.folder = folder;
    }

    /** Of a folder whose files are still to be written. */
    static Checksums begun(Path folder) {
        return new Checksums(folder);
    }

    /**
     * Of a folder, every file of which has been read and found to be as it was written.
     *
     * @throws BackupRefused if one is not, or the folder holds no backup that was completed
     */
    static Checksums verified(Path folder) throws IOException {
        var sums = new Checksums(folder);
        if (!Files.isRegularFile(folder.resolve(NAME))) {
            throw new BackupRefused("backup/none", folder.toString());
        }
        for (var line : Files.readAllLines(folder.resolve(NAME))) {
            var read = LINE.matcher(line);
            if (!read.matches()) {
                throw new BackupRefused("backup/damaged", NAME);
            }
            sums.verify(read.group(2), read.group(1));
        }
        return sums;
    }

    private void verify(String path, String sum) throws IOException {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())
                || !Files.isRegularFile(file)
                || !of(file).equals(sum)) {
            throw new BackupRefused("backup/damaged", path);
        }
        byPath.put(path, sum);
    }

    private static String of(Path file) throws IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes a file that stays, and remembers its checksum. */
    <E extends Exception> void write(String path, Writing<E> writing) throws E, IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        var digest = sha256();
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffered = new BufferedOutputStream(Channels.newOutputStream(channel));
            var out = new DigestOutputStream(buffered, digest);
            writing.to(out);
            out.flush();
            channel.force(true);
        }
        byPath.put(path, HexFormat.of().formatHex(digest.digest()));
    }

    /** Writes down the checksums of all files written. */
    void complete() throws IOException {
        var lines = new StringBuilder();
        byPath.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
        Files.writeString(folder.resolve(NAME), lines);
        force(folder.resolve(NAME));
        sync(folder);
    }

    /** The files below a folder. */
    List<String> below(String folderName) {
        return byPath.keySet().stream().filter(path -> path.startsWith(folderName + "/")).toList();
    }

    /**
     * @throws BackupRefused if there is no such file
     */
    void require(String path) {
        if (!byPath.containsKey(path)) {
            throw new BackupRefused("backup/damaged", path);
        }
    }

    /** Makes every name in a folder and those below outlast a power cut. */
    static void sync(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.filter(Files::isDirectory).toList()) {
                force(each);
            }
        }
    }

    /** Makes a file, or the names in a folder, outlast a power cut. */
    static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
