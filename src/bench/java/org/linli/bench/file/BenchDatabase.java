package org.linli.bench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.platform.postgres.ConnectionSettings;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The database under the bench: tables like those of the cases, to copy into, and its counters. */
final class BenchDatabase implements AutoCloseable {

    /** Backends that have gone idle report what they counted after ten seconds. */
    private static final long UNTIL_COUNTED_MILLIS = 11_000;

    private static final String OF_CASE =
            "join cases.case_file f on (f.county_code, f.id) = (t.county_code, t.case_id)";

    /** What an import writes, and how to find in it what came from one file. */
    private static final List<Map.Entry<String, String>> WRITTEN =
            List.of(
                    Map.entry("case_file", ""),
                    Map.entry("case_search", OF_CASE),
                    Map.entry("imported", OF_CASE),
                    Map.entry("case_event", OF_CASE));

    private final Connection connection;

    BenchDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Makes an empty twin of each table, with its indexes and its foreign keys. */
    void makePeers() throws SQLException {
        execute(ConnectionSettings.TELL_EVERYTHING);
        execute("create schema bench");
        for (var table : WRITTEN) {
            execute(
                    "create table bench.%1$s (like cases.%1$s including all)"
                            .formatted(table.getKey()));
        }
        for (var foreignKey : foreignKeys()) {
            execute(foreignKey);
        }
    }

    private List<String> foreignKeys() throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select c.relname, pg_get_constraintdef(k.oid)
                                from pg_constraint k
                                join pg_class c on c.oid = k.conrelid
                                join pg_namespace n on n.oid = c.relnamespace
                                where k.contype = 'f' and n.nspname = 'cases'
                                    and to_regclass('bench.' || c.relname) is not null
                                """)) {
            while (rows.next()) {
                found.add(
                        "alter table bench.%s add %s"
                                .formatted(
                                        rows.getString(1),
                                        rows.getString(2).replace(" cases.", " bench.")));
            }
        }
        return found;
    }

    /**
     * Copies what came from one file into the twins, in one transaction.
     *
     * @return cases a second
     */
    double copyToPeers(String prefix, Path folder) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long cases = 0;
        for (var table : WRITTEN) {
            var rows = copyOut(copy, table, prefix, folder.resolve(table.getKey()));
            cases = Math.max(cases, table.getKey().equals("case_file") ? rows : 0);
        }
        var start = System.nanoTime();
        connection.setAutoCommit(false);
        for (var table : WRITTEN) {
            try (var in = Files.newInputStream(folder.resolve(table.getKey()))) {
                var columns = columns(table.getKey());
                copy.copyIn("copy bench.%s (%s) from stdin".formatted(table.getKey(), columns), in);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return cases / ((System.nanoTime() - start) / 1e9);
    }

    private long copyOut(
            CopyManager copy, Map.Entry<String, String> table, String prefix, Path file)
            throws SQLException, IOException {
        var columns = "t." + columns(table.getKey()).replace(", ", ", t.");
        var owner = table.getValue().isEmpty() ? "t" : "f";
        try (var out = Files.newOutputStream(file)) {
            return copy.copyOut(
                    "copy (select %s from cases.%s t %s where %s.source_system = 'bench' and %s.external_id like '%s%%') to stdout"
                            .formatted(
                                    columns,
                                    table.getKey(),
                                    table.getValue(),
                                    owner,
                                    owner,
                                    prefix),
                    out);
        }
    }

    /** How often the server has made the disk keep something, counted once all have reported. */
    long fsyncs() throws SQLException {
        try {
            Thread.sleep(UNTIL_COUNTED_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return number("select coalesce(sum(fsyncs), 0)::bigint from pg_stat_io");
    }

    long casesSaying(String text) throws SQLException {
        return number("select count(*) from cases.case_file where text = '" + text + "'");
    }

    /** The columns that are written, by their names in order. */
    private String columns(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select string_agg(format('%%I', column_name), ', ' order by ordinal_position)
                                from information_schema.columns
                                where table_schema = 'cases' and table_name = '%s'
                                    and is_generated = 'NEVER'
                                """
                                        .formatted(table))) {
            rows.next();
            return rows.getString(1);
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
