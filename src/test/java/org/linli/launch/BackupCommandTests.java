package org.linli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.linli.platform.postgres.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo district with a photo, backed up while it runs, and made anew from that. */
@TestInstance(Lifecycle.PER_CLASS)
class BackupCommandTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder = Path.of("");
    private String member = "";
    private String dispatcher = "";
    private String photo = "";
    private String later = "";
    private JsonNode receipt = JSON.createObjectNode();
    private JsonNode laterReceipt = JSON.createObjectNode();
    private List<String> before = List.of();

    @BeforeAll
    void backUpTheDemoWhileItRuns() throws Exception {
        folder = Files.createTempDirectory(Path.of("target"), "backup-").toAbsolutePath();
        try (var linli = run("demo", "--json", "--port", "0", "--data", at("data"))) {
            await().atMost(PATIENCE).until(() -> linli.said().contains("\"signIn\""));
            var told = JSON.readTree(linli.said().substring(linli.said().indexOf('{')));
            var address = told.get("url").asString();
            member = told.get("tokens").get("grid").asString();
            dispatcher = told.get("tokens").get("district").asString();
            photo = JSON.readTree(uploaded(address)).get("photoId").asString();
            receipt = report(address, aReport("井盖松动", "\"" + photo + "\""));
            // until when it may wait for its office is written down a moment later
            await().atMost(PATIENCE)
                    .until(() ->
                            get(address, "/api/v1/cases?limit=1").contains("\"officeDueAt\":\""));
            before = answers(address);

            assertThat(done("backup", at("backup"), "--data", at("data"))).contains("1 photos");

            later = aReport("备份之后", "");
            laterReceipt = report(address, later);
            linli.terminate();
            linli.end();
        }
    }

    @AfterAll
    void deleteAll() {
        await().atMost(PATIENCE)
                .until(() ->
                        Stream.of("data", "restored")
                                .map(folder::resolve)
                                .noneMatch(TestServer::runsOn));
        TestServer.delete(folder);
    }

    @Test
    void whatIsRestoredAnswersAsBeforeAndTakesWhatWasReportedSince() throws Exception {
        // the keys are in no backup: whoever restores one brings them along
        Files.copy(folder.resolve("data.keys"), folder.resolve("restored.keys"));
        assertThat(done("restore", at("backup"), "--data", at("restored"))).contains("1 photos");

        try (var linli = run("serve", "--port", "0", "--data", at("restored"))) {
            // what follows the log follows it anew after a restore
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(answers(linli.address())).isEqualTo(before));

            var again = report(linli.address(), later);
            assertThat(again.get("epoch").asInt()).isGreaterThan(laterReceipt.get("epoch").asInt());
            assertThat(again.get("caseNo")).isNotEqualTo(receipt.get("caseNo"));
            assertThat(get(linli.address(), "/api/v1/cases/" + again.get("caseNo").asString()))
                    .contains("备份之后");
            linli.terminate();
            linli.end();
        }
    }

    @Test
    void anInstallationIsNotOverwritten() throws Exception {
        try (var command = run("restore", at("backup"), "--data", at("data"))) {
            assertThat(command.end()).isEqualTo(Command.NOTHING_DONE);
            assertThat(command.said()).contains("is not empty").doesNotContain("\tat ");
        }
    }

    @Test
    void aBackupIsNotOverwritten() throws Exception {
        try (var command = run("backup", at("backup"), "--data", at("data"))) {
            assertThat(command.end()).isEqualTo(Command.NOTHING_DONE);
            assertThat(command.said()).contains("is there already").doesNotContain("\tat ");
        }
    }

    @Test
    void whereThereIsNothingNothingIsBackedUp() throws Exception {
        try (var command = run("backup", at("nothing"), "--data", at("nowhere"))) {
            assertThat(command.end()).isEqualTo(Command.NOTHING_DONE);
            assertThat(command.said()).contains("no Linli database in").doesNotContain("\tat ");
        }
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    /** A pipe among the photos, from which nothing ever comes, holds the backup up in its midst. */
    @Test
    void anInterruptedBackupLeavesNothingUnderItsName() throws Exception {
        var pipe = folder.resolve("data/photos/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        try (var command = run("backup", at("interrupted"), "--data", at("data"))) {
            var begun = folder.resolve("interrupted.unfinished/photos/pipe");
            await().atMost(PATIENCE).until(() -> Files.exists(begun));
            command.kill();
            command.end();
        } finally {
            Files.delete(pipe);
        }
        assertThat(folder.resolve("interrupted")).doesNotExist();

        done("backup", at("interrupted"), "--data", at("data"));

        assertThat(folder.resolve("interrupted/SHA256SUMS")).exists();
        assertThat(folder.resolve("interrupted.unfinished")).doesNotExist();
    }

    @Test
    void whatTheMachineBringsVerifiesABackup() throws Exception {
        var check =
                new ProcessBuilder("sha256sum", "--check", "--quiet", "SHA256SUMS")
                        .directory(folder.resolve("backup").toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
    }

    /** What the pages show, as far as it does not tell the time. */
    private List<String> answers(String address) throws Exception {
        var caseNo = receipt.get("caseNo").asString();
        return List.of(
                get(address, "/api/v1/cases?limit=200"),
                get(address, "/api/v1/cases/" + caseNo),
                get(address, "/api/v1/photos/" + photo),
                get(address, "/api/v1/tracking/" + receipt.get("trackingCode").asString()),
                get(address, "/api/v1/indicators?from=2020-01-01&to=2026-01-01&by=unit"),
                get(address, "/api/v1/matters"));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static LinliProcess run(String... words) throws IOException {
        return LinliProcess.start(Map.of(), words);
    }

    private static String done(String... words) throws Exception {
        try (var command = run(words)) {
            assertThat(command.end()).as(command.said()).isZero();
            return command.said();
        }
    }

    private static String aReport(String text, String photos) {
        return """
        {"opId":"%s","text":"%s","address":"外海路1号","source":"patrol","photoIds":[%s]}
        """
                .formatted(UUID.randomUUID(), text, photos);
    }

    private JsonNode report(String address, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/reports"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return JSON.readTree(send(request, member, 201));
    }

    private String uploaded(String address) throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        var head =
                """
                --part\r
                Content-Disposition: form-data; name="opId"\r
                \r
                %s\r
                --part\r
                Content-Disposition: form-data; name="file"; filename="a.jpg"\r
                Content-Type: image/jpeg\r
                \r
                """
                        .formatted(UUID.randomUUID());
        var body =
                List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        picture.toByteArray(),
                        "\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/photos"))
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofByteArrays(body)),
                member,
                201);
    }

    private String get(String address, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)), dispatcher, 200);
    }

    private String send(HttpRequest.Builder request, String token, int status) throws Exception {
        var answer =
                http.send(
                        request.header("Authorization", "Bearer " + token).build(),
                        BodyHandlers.ofByteArray());
        var isText = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        var body =
                isText
                        ? new String(answer.body(), StandardCharsets.UTF_8)
                        : HexFormat.of().formatHex(answer.body());
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        return body;
    }
}
