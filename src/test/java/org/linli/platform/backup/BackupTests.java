package org.linli.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cases.history.DemoHistory;
import org.linli.cases.history.HistoryTest;
import org.linli.platform.backup.Contents.Migration;
import org.linli.platform.postgres.Database;
import org.linli.platform.postgres.TestServer;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/** A database by its URL, the demo district in it, backed up and restored into another. */
@HistoryTest
@TestPropertySource(properties = {"linli.audit.sealing=false", "linli.log.following=false"})
@TestInstance(Lifecycle.PER_CLASS)
class BackupTests {

    /** That every row comes back is proven, not how many there can be. */
    private static final int CASES = 2_000;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String ROWS =
            """
            select count(*) || ' ' || md5(coalesce(string_agg(row, ' ' order by row), ''))
            from (select md5((to_jsonb(t) - 'xid')::text) as row from %s t) rows
            """;

    private static final String EPOCH = "select epoch from platform.installation";

    private static final String TABLES =
            """
            select count(*)
            from pg_tables
            where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'public')
            """;

    private static final String AHEAD =
            """
            select count(*)
            from cases.case_event
            where xid >= pg_snapshot_xmin(pg_current_snapshot())
            """;

    @Autowired private List<Importer> importers;

    @Value("${linli.database.url}")
    private String url = "";

    private Path whole = Path.of("");
    private Database source = TestServer.database("");

    @BeforeAll
    void backUpTheDemo(@TempDir Path there) {
        whole = there.resolve("whole");
        source = TestServer.database(url.substring(url.lastIndexOf('/') + 1));
        DemoHistory.loadGround(importers);
        DemoHistory.loadCases(importers, CASES);
        Backup.make(source, there.resolve("data"), whole);
    }

    @Test
    void everyRowOfEveryTableComesBackInALaterLife(@TempDir Path folder) throws SQLException {
        var target = another();

        Backup.at(whole).restore(target, folder.resolve("restored"));

        var before = rows(source);
        var after = rows(target);
        assertThat(before).hasSize((int) number(source, TABLES));
        assertThat(after.remove("platform.installation"))
                .isNotEqualTo(before.remove("platform.installation"));
        assertThat(after).isEqualTo(before);
        assertThat(number(target, EPOCH)).isGreaterThan(number(source, EPOCH));
        assertThat(number(target, "select nextval('cases.id')"))
                .isGreaterThan(number(target, "select max(id) from cases.case_event"));
        // ids of another server's transactions say nothing: followers would wait for them
        assertThat(number(target, AHEAD)).isZero();
    }

    @Test
    void whatWasRestoredIsBackedUpLikeAnyOther(@TempDir Path folder) throws SQLException {
        var target = another();
        Backup.at(whole).restore(target, folder.resolve("restored"));
        run(target, "update platform.installation set epoch = epoch + 10000000");
        var next = another();

        backup(target, folder.resolve("second")).restore(next, folder.resolve("next"));

        assertThat(number(next, EPOCH)).isGreaterThan(number(target, EPOCH));
    }

    @Test
    void whatIsWrittenMeanwhileIsInItWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        var busy = another();
        Backup.at(whole).restore(busy, folder.resolve("restored"));
        run(busy, "create table access.aside (n int); create table platform.aside (n int)");
        var writer = Thread.ofPlatform().start(() -> writePairs(busy));
        Backup meanwhile;
        try {
            await().until(() -> number(busy, "select count(*) from access.aside") > 0);
            meanwhile = backup(busy, folder.resolve("meanwhile"));
        } finally {
            writer.interrupt();
            writer.join();
        }

        assertThat(rowsOf(meanwhile, "access.aside"))
                .isEqualTo(rowsOf(meanwhile, "platform.aside"))
                .isLessThan(number(busy, "select count(*) from access.aside"));
    }

    /** As in an upgrade: what has come since runs at the next start, on the data. */
    @Test
    void aBackupOfAnEarlierLinliIsRestoredAsItWas(@TempDir Path folder) throws SQLException {
        var early = another();
        var migrations = migrations(source);
        var last = lastOf(migrations, "cases");
        var earlier = migrations.stream().filter(migration -> !migration.equals(last)).toList();
        Migrations.replay(early, earlier);
        var target = another();

        backup(early, folder.resolve("early")).restore(target, folder.resolve("restored"));

        assertThat(last.version()).isNotEqualTo("1");
        assertThat(migrations(target)).isEqualTo(earlier);
    }

    @Test
    void aBackupTellsWhatItIsTooEarlyToHold(@TempDir Path folder) throws SQLException {
        var early = another();
        var beforeSeals =
                migrations(source).stream()
                        .filter(migration ->
                                !migration.module().equals("access")
                                        || Integer.parseInt(migration.version()) < 14)
                        .toList();
        Migrations.replay(early, beforeSeals);

        assertThat(backup(early, folder.resolve("early")).holds("access.post", "seal")).isFalse();
        assertThat(Backup.at(whole).holds("access.post", "seal")).isTrue();
    }

    @Test
    void aBackupOfALaterLinliIsRefusedBeforeAnythingIsTouched(@TempDir Path folder)
            throws SQLException {
        var target = another();
        var later = new ArrayList<>(migrations(source));
        later.add(new Migration("cases", "999", 1));

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> Migrations.replay(target, later))
                .withMessageContaining("cases 999");
        assertThat(migrations(target)).isEmpty();
    }

    @Test
    void aDatabaseInUseIsNotOverwritten(@TempDir Path folder) throws SQLException {
        var backup = Backup.at(whole);
        var before = rows(source);

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> backup.restore(source, folder.resolve("restored")));
        assertThat(rows(source)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables/cases.case_file.copy.gz", "backup.json"})
    void aBackupThatHasChangedIsRefusedByTheNameOfTheFile(String path, @TempDir Path folder)
            throws IOException {
        FileSystemUtils.copyRecursively(whole, folder);
        var file = folder.resolve(path);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> Backup.at(folder))
                .withMessageContaining(path);
    }

    @Test
    void aBackupThatLostAFileIsRefused(@TempDir Path folder) throws IOException {
        FileSystemUtils.copyRecursively(whole, folder);
        Files.delete(folder.resolve("tables/cases.case_event.copy.gz"));

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> Backup.at(folder))
                .withMessageContaining("cases.case_event");
    }

    @Test
    void aBackupWhoseListIsCutOffIsRefused(@TempDir Path folder) throws IOException {
        FileSystemUtils.copyRecursively(whole, folder);
        var list = folder.resolve("SHA256SUMS");
        var lines = Files.readAllLines(list);
        Files.write(list, lines.subList(0, lines.size() - 1));

        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> Backup.at(folder))
                .withMessageContaining("tables/");
    }

    @Test
    void aFolderOfSomethingElseIsNoBackup(@TempDir Path folder) {
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> Backup.at(folder))
                .withMessageContaining("is no backup");
    }

    private static Backup backup(Database database, Path folder) {
        Backup.make(database, folder.resolveSibling("data"), folder);
        return Backup.at(folder);
    }

    private static Database another() {
        var name = "backup_" + COUNT.incrementAndGet();
        TestServer.create(name, "template1");
        return TestServer.database(name);
    }

    private static long rowsOf(Backup backup, String table) {
        return backup.contents().tables().stream()
                .filter(one -> one.name().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static Migration lastOf(List<Migration> migrations, String module) {
        return migrations.reversed().stream()
                .filter(migration -> migration.module().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private static List<Migration> migrations(Database database) throws SQLException {
        try (var connection = connect(database)) {
            return Migrations.done(connection);
        }
    }

    /** For each table how many rows it has and what they come to. */
    private static Map<String, String> rows(Database database) throws SQLException {
        var rows = new TreeMap<String, String>();
        try (var snapshot = Snapshot.of(database);
                var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var table : snapshot.tables()) {
                try (var row = statement.executeQuery(ROWS.formatted(table.name()))) {
                    row.next();
                    rows.put(table.name(), row.getString(1));
                }
            }
        }
        return rows;
    }

    private static void writePairs(Database database) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            while (!Thread.currentThread().isInterrupted()) {
                statement.execute(
                        "insert into access.aside values (1); insert into platform.aside values (1)");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(Database database, String command) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static long number(Database database, String question) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return database.connectAsOwner();
    }
}
