package org.linli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.postgres.TestServer;

/** Linli as a process: it starts, refuses to, survives and stops. */
class ServeTests {

    private Path data = Path.of("");

    @BeforeEach
    void makeADirectory() throws IOException {
        data = Files.createTempDirectory(Path.of("target"), "serve-").toAbsolutePath();
    }

    @AfterEach
    void deleteTheDirectory() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !TestServer.runsOn(data));
        TestServer.delete(data);
    }

    @Test
    void itServesAloneUntilItIsToldToStopAndLeavesNothingRunning() throws Exception {
        try (var linli = serve()) {
            assertThat(linli.get("/health").body()).contains("\"ready\"");
            assertThat(TestServer.runsOn(data)).isTrue();

            aSecondOneIsTurnedAwayWithASentence();
            assertThat(linli.get("/health").statusCode()).isEqualTo(200);

            linli.terminate();

            linli.end();
            assertThat(TestServer.runsOn(data)).isFalse();
        }
    }

    @Test
    void afterBeingKilledItStartsAgain() throws Exception {
        try (var killed = serve()) {
            killed.address();
            killed.kill();
            killed.end();
        }

        try (var linli = serve()) {
            assertThat(linli.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void itDoesNotStartOnADatabaseThatMayForget() throws Exception {
        TestServer.createForgetful("serve_forgetful");
        var environment =
                Map.of(
                        "LINLI_LANGUAGE", "zh",
                        "LINLI_DATABASE_URL", TestServer.url("serve_forgetful"),
                        "LINLI_DATABASE_USER", TestServer.user(),
                        "LINLI_DATABASE_PASSWORD", TestServer.password());

        try (var linli = LinliProcess.start(environment, "serve", "--port", "0")) {
            assertThat(linli.end()).isEqualTo(1);
            assertThat(linli.said())
                    .contains("数据库的 synchronous_commit 为 off")
                    .doesNotContain("\tat ");
        }
    }

    private void aSecondOneIsTurnedAwayWithASentence() throws Exception {
        try (var second = serve()) {
            assertThat(second.end()).isEqualTo(1);
            assertThat(second.said()).contains("in use by another Linli").doesNotContain("\tat ");
        }
    }

    private LinliProcess serve() throws IOException {
        return LinliProcess.start(Map.of(), "serve", "--port", "0", "--data", data.toString());
    }
}
