package org.linli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server of Linli's own: durable, behind passwords, hard to kill. */
class EmbeddedPostgresTests {

    private Path directory = Path.of("");

    @BeforeEach
    void makeADirectory() throws IOException {
        Files.createDirectories(TestServer.CACHE);
        directory = Files.createTempDirectory(TestServer.CACHE, "server-").toAbsolutePath();
    }

    @AfterEach
    void deleteTheDirectory() {
        DataDirectory.delete(directory);
    }

    @Test
    void dataStaysFromOneStartToTheNext() throws SQLException {
        try (var server = start()) {
            write(server, "create schema s; create table s.kept (n int)");
            write(server, "insert into s.kept values (42)");
        }

        try (var server = start()) {
            assertThat(read(server, "select n from s.kept")).isEqualTo("42");
        }
    }

    @Test
    void nothingRunsOnceItIsClosed() {
        var server = start();
        var process = cluster().postmaster().server().orElseThrow();

        server.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(cluster().postmaster().server()).isEmpty();
    }

    @Test
    void theServerIsDurableAndSpeaksUtcAndUtf8() throws SQLException {
        try (var server = start()) {
            assertThat(Durability.of(server).faults()).isEmpty();
            assertThat(read(server, "show fsync")).isEqualTo("on");
            assertThat(read(server, "show data_checksums")).isEqualTo("on");
            assertThat(read(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(read(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(read(server, "select lower('ÄÖ') || regexp_count('网格', '\\w')"))
                    .isEqualTo("äö2");
        }
    }

    @Test
    void theApplicationIsAnOrdinaryRoleThatOwnsNothing() throws SQLException {
        try (var server = start()) {
            assertThat(
                            read(
                                    server,
                                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                                            + " from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(
                            read(
                                    server,
                                    "select pg_get_userbyid(datdba) from pg_database"
                                            + " where datname = current_database()"))
                    .isEqualTo("linli_owner");
            assertThat(Durability.of(server).weaknesses()).isEmpty();
            assertThatThrownBy(() -> write(asApplication(server), "create schema mine"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theApplicationWorksWithWhatTheOwnerMakes() throws SQLException {
        try (var server = start()) {
            write(server, "create schema made");
            write(server, "create table made.kept (id bigint generated always as identity, n int)");

            write(asApplication(server), "insert into made.kept (n) values (42)");
            write(asApplication(server), "update made.kept set n = n + 1");

            assertThat(read(server, "select n from made.kept")).isEqualTo("43");
            assertThatThrownBy(() -> write(asApplication(server), "truncate made.kept"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> write(asApplication(server), "drop table made.kept"))
                    .hasMessageContaining("must be owner");
        }
    }

    @Test
    void dataOfOneRoleThatDidEverythingAreTakenOver() throws SQLException, IOException {
        try (var server = start()) {
            write(server, "grant create on database linli to linli");
            write(asApplication(server), "create schema made");
            write(asApplication(server), "create table made.kept as select 42 as n");
        }
        var secrets = directory.resolve("postgres.secret");
        Files.writeString(secrets, Files.readString(secrets).replaceFirst("owner=.*\n", ""));
        Files.delete(directory.resolve("postgres/linli.furnished"));

        try (var server = start()) {
            assertThat(
                            read(
                                    server,
                                    "select pg_get_userbyid(relowner) from pg_class where relname = 'kept'"))
                    .isEqualTo("linli_owner");
            assertThat(Durability.of(server).weaknesses()).isEmpty();
            write(asApplication(server), "update made.kept set n = n + 1");
            assertThat(read(server, "select n from made.kept")).isEqualTo("43");
        }
    }

    @Test
    void nobodyEntersWithoutTheRightPassword() throws IOException {
        try (var server = start()) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.url(), server.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(Files.getPosixFilePermissions(directory.resolve("postgres.secret")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aSecondLinliOnTheSameDataIsRefused() {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by another Linli");
        }
    }

    @Test
    void aKilledServerIsStartedAgainAtTheSamePlaceAndHasLostNothing() throws SQLException {
        try (var server = start()) {
            write(server, "create schema s; create table s.kept (n int)");
            write(server, "insert into s.kept values (42)");
            var killed = cluster().postmaster().server().orElseThrow();

            killed.destroyForcibly();

            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> read(server, "select n from s.kept").equals("42"));
            assertThat(cluster().postmaster().server().orElseThrow().pid())
                    .isNotEqualTo(killed.pid());
        }
    }

    @Test
    void aServerThatOutlivedItsLinliIsReplaced() throws SQLException {
        try (var server = start()) {
            write(server, "create schema s; create table s.kept as select 42 as n");
        }
        var orphan = cluster().launch(EmbeddedPostgres.freePort());
        await().until(() -> cluster().postmaster().isReady(orphan));

        try (var server = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(read(server, "select n from s.kept")).isEqualTo("42");
        }
    }

    @Test
    void aNumberThatNowBelongsToAnotherProgramIsLeftAlone() throws IOException, SQLException {
        start().close();
        var another = new ProcessBuilder("sleep", "60").start();
        Files.writeString(directory.resolve("postgres/postmaster.pid"), another.pid() + "\n");

        try (var server = start()) {
            assertThat(read(server, "select 42")).isEqualTo("42");
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroy();
        }
    }

    @Test
    void dataWithoutItsPasswordsIsNotTouched() throws IOException {
        start().close();
        Files.delete(directory.resolve("postgres.secret"));

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("bring the file back");
    }

    @Test
    void dataOfAnotherVersionIsNotTouched() throws IOException {
        start().close();
        Files.writeString(directory.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("PostgreSQL 17");
    }

    @Test
    void anInterruptedFirstStartIsBegunAgain() throws IOException, SQLException {
        Files.createDirectories(directory.resolve("postgres.new/base"));
        Files.writeString(directory.resolve("postgres.new/PG_VERSION"), "18");

        try (var server = start()) {
            assertThat(read(server, "select 42")).isEqualTo("42");
        }
    }

    @Test
    void theOperatorsOwnSettingsCountButNotAgainstDurability() throws IOException, SQLException {
        Files.writeString(directory.resolve("postgres.conf"), "work_mem = 23MB\nfsync = off\n");

        try (var server = start()) {
            assertThat(read(server, "show work_mem")).isEqualTo("23MB");
            assertThat(read(server, "show fsync")).isEqualTo("on");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(directory, TestServer.CACHE);
    }

    private Cluster cluster() {
        return new Cluster(directory, PostgresBinaries.in(TestServer.CACHE), OsAccount.choose());
    }

    private static void write(EmbeddedPostgres server, String command) throws SQLException {
        write(
                new RemotePostgres(server.url(), server.owner().user(), server.owner().password()),
                command);
    }

    private static Database asApplication(EmbeddedPostgres server) {
        return new RemotePostgres(server.url(), server.user(), server.password());
    }

    private static void write(Database database, String command) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String read(EmbeddedPostgres server, String question) throws SQLException {
        try (var connection = connect(asApplication(server));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
