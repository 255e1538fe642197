package org.linli.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.audit.Anchors;
import org.linli.platform.keys.Keys;
import org.linli.platform.postgres.EmbeddedPostgres;

/**
 * {@code train}: one start on a database thrown away afterwards, from which the JVM learns what to
 * have ready at the next. The launcher calls it after a build; nobody else needs to.
 */
final class TrainCommand implements Command {

    private static final List<String> USUAL_REQUESTS =
            List.of("/health", "/", "/console", "/api/v1/session", "/api/v1/cases");

    private final Inside inside;

    TrainCommand(Inside inside) {
        this.inside = inside;
    }

    @Override
    public String name() {
        return "train";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), Set.of(), Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        try {
            var cache = Files.createDirectories(Home.resolve("var/cache"));
            var data = Files.createTempDirectory(cache, "training-");
            try {
                train(data);
            } finally {
                EmbeddedPostgres.discard(data);
                Anchors.discard(data);
                Keys.discard(data);
            }
            return DONE;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void train(Path data) throws IOException {
        var settings = Map.of("linli.data", data.toString(), "server.port", "0");
        try (var linli = inside.serve(settings);
                var http = HttpClient.newHttpClient()) {
            var address = ServeCommand.address(linli);
            for (var path : USUAL_REQUESTS) {
                http.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
