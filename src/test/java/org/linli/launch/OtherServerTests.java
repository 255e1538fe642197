package org.linli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.platform.postgres.PackagedServer;

/** Linli on the PostgreSQL that the system's package manager installs, named by its URL. */
class OtherServerTests {

    private static final String DIVISIONS =
            """
            code,parent_code,level,name
            990901,,district,外海区
            990901001,990901,street,外海街道
            """;

    @TempDir private Path folder = Path.of("");

    private Path programs = Path.of("");

    @BeforeEach
    void haveOne() throws IOException {
        var found = PackagedServer.programs();
        assumeThat(found).as("a packaged PostgreSQL").isPresent();
        programs = found.orElseThrow();
    }

    @Test
    void aReportIsTakenInAndFoundAgainAlsoWhereABackupMovesIt() throws Exception {
        var backup = folder.resolve("backup").toString();
        var token = "";
        try (var server = PackagedServer.start(programs)) {
            var link = said(run(server, "setup", "--admin", "王小明"));
            assertThat(link).contains("/sign-in?code=");
            var divisions = Files.writeString(folder.resolve("divisions.csv"), DIVISIONS);
            assertThat(said(run(server, "import", "divisions", divisions.toString())))
                    .contains("accepted 2, unchanged 0, rejected 0");
            token = said(run(server, "token", "--role", "administrator", "--area", "990901"));
            try (var linli = run(server, "serve", "--port", "0")) {
                assertThat(linli.get("/health").statusCode()).isEqualTo(200);
                assertThat(report(linli.address()).statusCode()).isEqualTo(201);
                assertThat(cases(linli.address(), lastWord(token)).body()).contains("路灯不亮");
                assertThat(said(run(server, "backup", backup))).contains(" rows of ");
            }
        }

        try (var server = PackagedServer.start(programs)) {
            assertThat(said(run(server, "restore", backup))).contains(" rows of ");
            try (var linli = run(server, "serve", "--port", "0")) {
                assertThat(cases(linli.address(), lastWord(token)).body()).contains("路灯不亮");
            }
        }
    }

    @Test
    void oneThatDoesNotWaitForItsDiskIsRefused() throws Exception {
        try (var server = PackagedServer.start(programs, "-c", "fsync=off");
                var linli = run(server, "serve", "--port", "0")) {
            assertThat(linli.end()).isEqualTo(1);
            assertThat(linli.said()).contains("fsync = off and may lose what it acknowledged");
        }
    }

    private LinliProcess run(PackagedServer server, String... words) throws IOException {
        var environment =
                Map.of(
                        "LINLI_DATABASE_URL", server.address(),
                        "LINLI_DATA", folder.resolve("data").toString());
        return LinliProcess.start(environment, words);
    }

    private static String said(LinliProcess command) throws IOException, InterruptedException {
        try (command) {
            assertThat(command.end()).as(command.said()).isZero();
            return command.said();
        }
    }

    private static String lastWord(String said) {
        return said.strip().substring(said.strip().lastIndexOf('\n') + 1);
    }

    private static HttpResponse<String> report(String address) throws Exception {
        var body =
                """
                {"opId":"%s","text":"路灯不亮","address":"外海路1号","source":"resident","photoIds":[]}
                """
                        .formatted(UUID.randomUUID());
        return send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/reports"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> cases(String address, String token) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/cases"))
                        .header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
