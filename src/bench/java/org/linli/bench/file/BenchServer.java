package org.linli.bench.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.LinliApplication;
import org.linli.access.AccessContext;
import org.linli.access.Accounts;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.Tokens;
import org.linli.bench.OpenableWalls;
import org.linli.platform.postgres.Database;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.Importer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Linli as it is served, with the demo's district in it, in a process of its own. Besides its own
 * routes it answers a POST that does nothing, and imports a file when asked to.
 */
final class BenchServer {

    private static final String SOMEBODY = "bench:administrator";

    private BenchServer() {}

    /** Where to find the server, and by what right. */
    record Address(
            int port,
            String token,
            String databaseUrl,
            String databaseOwner,
            String ownerPassword) {}

    static void main(String[] args) {
        var linli =
                new SpringApplicationBuilder(LinliApplication.class, Extra.class)
                        .logStartupInfo(false)
                        .run(
                                "--linli.data=" + args[0],
                                "--server.port=0",
                                "--logging.level.root=warn");
        load(linli, "divisions", demoDivisions());
        var database = linli.getBean(Database.class);
        var address =
                new Address(
                        requireNonNull(((WebServerApplicationContext) linli).getWebServer())
                                .getPort(),
                        token(linli),
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
        IO.println(linli.getBean(JsonMapper.class).writeValueAsString(address));
    }

    private static String token(ApplicationContext linli) {
        var post = new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
        var accounts = linli.getBean(Accounts.class);
        accounts.ensure(SOMEBODY, "Benchmark");
        accounts.setPosts(SOMEBODY, List.of(post));
        return linli.getBean(Tokens.class)
                .issue("benchmark", post, SOMEBODY, Duration.ofDays(1))
                .token();
    }

    private static long load(ApplicationContext linli, String kind, Path file) {
        var importer =
                linli.getBeanProvider(Importer.class).stream()
                        .filter(one -> one.kind().equals(kind))
                        .findFirst()
                        .orElseThrow();
        return AccessContext.asSystem(
                        "bench",
                        () -> importer.load(file, ImportOptions.standard(), ImportProgress.SILENT))
                .accepted();
    }

    private static Path demoDivisions() {
        try (var in = new ClassPathResource("demo/divisions.geojson").getInputStream()) {
            var file = Files.createTempFile("divisions", ".geojson");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The routes that only a benchmark has. */
    @RestController
    @RequestMapping("/api/v1/bench")
    static class Extra {

        private final ApplicationContext linli;
        private final OpenableWalls walls;
        private final Database database;

        Extra(ApplicationContext linli, OpenableWalls walls, Database database) {
            this.linli = linli;
            this.walls = walls;
            this.database = database;
        }

        /** Opens the walls and stops the trail, or puts both back, to see what they cost. */
        @Permission(Action.DATA_IMPORT)
        @PostMapping("/walls")
        ResponseEntity<Map<String, String>> set(@RequestBody Map<String, Boolean> request) {
            if (request.getOrDefault("open", false)) {
                walls.open(database);
            } else {
                walls.close(database);
            }
            return ResponseEntity.status(201).body(Map.of());
        }

        /** What an import came to. */
        record Imported(long rows, double seconds) {

            double rate() {
                return rows / seconds;
            }
        }

        @Permission(Action.CASE_REPORT)
        @PostMapping("/empty")
        ResponseEntity<Map<String, String>> doNothing(
                Actor actor, @RequestBody Map<String, String> body) {
            return ResponseEntity.status(201).body(Map.of());
        }

        @Permission(Action.DATA_IMPORT)
        @PostMapping("/import")
        Imported load(@RequestBody Map<String, String> request) {
            var start = System.nanoTime();
            var rows = BenchServer.load(linli, "cases", Path.of(request.get("file")));
            return new Imported(rows, (System.nanoTime() - start) / 1e9);
        }
    }
}
