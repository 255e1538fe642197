package org.linli.platform.backup;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.linli.platform.backup.Contents.Migration;
import org.linli.platform.postgres.ConnectionSettings;
import org.linli.platform.postgres.Database;

/**
 * Brings a new database to where that of a backup was, by the same migrations in the same order.
 * Those that have come since run at the next start of Linli, on the data, as in an upgrade.
 */
final class Migrations {

    /** The table that lists the migrations of the root; that of a module has its name behind it. */
    static final String LIST = "flyway_schema_history";

    private static final String LISTS =
            """
            select relname
            from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'r'
                and relname ~ ('^' || '%s' || '(_|$)')
            """
                    .formatted(LIST);

    private static final String DONE =
            """
            select version, checksum, installed_on
            from "%s"
            where success and type = 'SQL'
            """;

    private record Done(Migration migration, Timestamp at) {}

    private Migrations() {}

    static List<Migration> done(Connection connection) throws SQLException {
        var done = new ArrayList<Done>();
        try (var ask = connection.createStatement();
                var lists = ask.executeQuery(LISTS)) {
            while (lists.next()) {
                addTo(done, connection, lists.getString("relname"));
            }
        }
        return done.stream().sorted(Comparator.comparing(Done::at)).map(Done::migration).toList();
    }

    private static void addTo(List<Done> done, Connection connection, String list)
            throws SQLException {
        try (var ask = connection.createStatement();
                var rows = ask.executeQuery(DONE.formatted(list))) {
            while (rows.next()) {
                done.add(
                        new Done(
                                Migration.ofList(
                                        list, rows.getString("version"), rows.getInt("checksum")),
                                rows.getTimestamp("installed_on")));
            }
        }
    }

    /**
     * @throws BackupRefused if this Linli lacks one of them, or has another under its number
     */
    static void replay(Database database, List<Migration> migrations) {
        requireOurs(database, migrations);
        for (var migration : migrations) {
            flyway(database, migration.module()).target(migration.version()).load().migrate();
        }
    }

    private static void requireOurs(Database database, List<Migration> migrations) {
        var ours =
                migrations.stream()
                        .map(Migration::module)
                        .distinct()
                        .flatMap(module -> ours(database, module))
                        .collect(toSet());
        for (var migration : migrations) {
            if (!ours.contains(migration)) {
                var name = migration.module() + " " + migration.version();
                throw new BackupRefused("backup/other-linli", name);
            }
        }
    }

    private static Stream<Migration> ours(Database database, String module) {
        return Stream.of(flyway(database, module).load().info().all())
                .filter(info -> info.getVersion() != null && info.getChecksum() != null)
                .map(info ->
                        new Migration(module, info.getVersion().getVersion(), info.getChecksum()));
    }

    private static FluentConfiguration flyway(Database database, String module) {
        return Flyway.configure()
                .dataSource(database.url(), database.owner().user(), database.owner().password())
                .initSql(ConnectionSettings.TELL_EVERYTHING)
                .placeholders(Map.of("application", database.user()))
                .locations("classpath:db/migration/" + module)
                .table(Migration.list(module))
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
