package org.linli.launch.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What the clients were told, on disk before they go on: the witness against the server. */
final class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private long count;

    Journal(Path file) {
        this.file = file;
        try {
            this.channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    synchronized void append(Acknowledged report) {
        try {
            channel.write(StandardCharsets.US_ASCII.encode(report.line()));
            channel.force(false);
            count++;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    synchronized long count() {
        return count;
    }

    /** Everything in it, as it stands on disk. */
    List<Acknowledged> read() {
        try (var lines = Files.lines(file)) {
            return lines.map(Acknowledged::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
