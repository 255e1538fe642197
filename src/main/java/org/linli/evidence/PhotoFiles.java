package org.linli.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Photos on disk, each at the address of its hash: {@code photos/ab/cd/abcd….jpg}. A file is there
 * for good before the database speaks of it.
 */
@Component
class PhotoFiles {

    private final Path root;

    PhotoFiles(@Value("${linli.data}") Path data) {
        this.root = data.resolve("photos");
    }

    /**
     * Stores a photo so that it outlasts a power cut. The same photo is stored once. It takes
     * prints only, which the darkroom alone makes: whatever way a file came in by, nothing of it is
     * stored but the picture.
     */
    void put(String hash, Darkroom.Print print) {
        var file = path(hash);
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                write(file, print.jpeg());
            }
            // also when it was there: whoever put it there may not have come this far
            sync(file.resolveSibling("."));
            sync(file.resolveSibling(".."));
            sync(root);
            sync(root.resolveSibling("."));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot store a photo at " + file, unwritable);
        }
    }

    /** Where the photo with this hash lies. */
    Path path(String hash) {
        return root.resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash + ".jpg");
    }

    private void write(Path file, byte[] jpeg) throws IOException {
        var part = Files.createTempFile(root, "part", ".tmp");
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(jpeg);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
