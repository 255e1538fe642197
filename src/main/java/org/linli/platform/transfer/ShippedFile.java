package org.linli.platform.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** Lets a file that comes inside Linli be read like one that somebody hands in. */
public final class ShippedFile {

    private ShippedFile() {}

    /**
     * Reads a file and forgets it.
     *
     * @param name on the class path, such as {@code calendar/days.csv}
     */
    public static <T> T read(String name, Function<Path, T> reading) {
        try {
            var copy = Files.createTempFile("linli-", "-" + name.replace('/', '-'));
            try (var in = new ClassPathResource(name).getInputStream()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return reading.apply(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
