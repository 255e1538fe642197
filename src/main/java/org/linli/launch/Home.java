package org.linli.launch;

import java.nio.file.Path;

/** The folder that holds {@code ./linli}, and {@code var} beside it. */
final class Home {

    private Home() {}

    static Path resolve(String path) {
        return Path.of(System.getProperty("linli.home", "."))
                .toAbsolutePath()
                .normalize()
                .resolve(path);
    }
}
