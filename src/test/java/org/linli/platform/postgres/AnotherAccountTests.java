package org.linli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * As root where user namespaces are forbidden, as in containers, the server is another account's.
 */
class AnotherAccountTests {

    private Path folder = Path.of("");
    private OsAccount account = OsAccount.choose();

    @BeforeEach
    void beRoot() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        account = OsAccount.anotherAccount().orElseThrow();
        folder = Files.createTempDirectory("linli-account-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void deleteTheFolder() throws IOException {
        if (!folder.toString().isEmpty()) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void itsFilesAreItsOwnAndThePasswordsAreNot() throws IOException {
        var data = folder.resolve("data");

        try (var server = EmbeddedPostgres.start(data, folder.resolve("cache"), account)) {
            assertThat(Durability.of(server).faults()).isEmpty();
            assertThat(Files.getAttribute(data.resolve("postgres"), "unix:uid"))
                    .isEqualTo(account.uid());
            assertThat(Files.getAttribute(data.resolve("postgres.secret"), "unix:uid"))
                    .isEqualTo(0);
        }
    }

    @Test
    void dataMadeInOneWayCanBeUsedInTheOther() {
        var data = folder.resolve("data");
        var cache = folder.resolve("cache");
        EmbeddedPostgres.start(data, cache, account).close();
        EmbeddedPostgres.start(data, cache).close();

        try (var server = EmbeddedPostgres.start(data, cache, account)) {
            assertThat(Durability.of(server).faults()).isEmpty();
        }
    }

    @Test
    void aDirectoryOutOfItsReachIsNamed() throws IOException {
        var shut = Files.createDirectory(folder.resolve("shut"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(
                                shut.resolve("data"), folder.resolve("cache"), account))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("cannot enter " + shut.resolve("data"));
    }
}
