package org.linli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The files outside the database that witness what the trail was: one for each database, only ever
 * appended to, in a folder that should lie on another disk.
 */
@Component
public class Anchors {

    private static final String ENDING = ".checkpoints";

    private final Path folder;

    Anchors(@Value("${linli.data}") Path data, @Value("${linli.audit.anchors:}") String folder) {
        this.folder = folder.isBlank() ? beside(data) : Path.of(folder);
    }

    /** Where the files lie unless somebody says otherwise: beside the data, not among them. */
    static Path beside(Path data) {
        var whole = data.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".anchors");
    }

    /** Deletes what witnesses the trail of these data, if it lies beside them, as is usual. */
    public static void discard(Path data) {
        var folder = beside(data);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    SigningKey key() {
        try {
            return SigningKey.in(Files.createDirectories(folder));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The lines about a database; what broke off while it was written is no line. */
    List<String> lines(UUID database) {
        try {
            var file = file(database);
            return Files.exists(file) ? whole(Files.readString(file)).lines().toList() : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Appends a line; it is on disk when this returns. */
    void append(UUID database, String line) {
        try (var file =
                FileChannel.open(
                        file(database),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            file.position(end(file));
            file.truncate(file.position());
            file.write(StandardCharsets.US_ASCII.encode(line + "\n"));
            file.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Whether there are checkpoints of databases other than this. */
    boolean knowOthers(UUID database) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.endsWith(ENDING) && !name.equals(database + ENDING));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path file(UUID database) {
        return folder.resolve(database + ENDING);
    }

    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** After the last whole line. */
    private static long end(FileChannel file) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (var end = file.size(); end > 0; end--) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
