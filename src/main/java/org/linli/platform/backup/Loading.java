package org.linli.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.backup.Contents.Table;
import org.linli.platform.postgres.Database;
import org.postgresql.PGConnection;

/** Fills a new database with the tables of a backup, in one transaction. */
final class Loading implements AutoCloseable {

    private static final String THERE_IS_SOMETHING =
            """
            select exists (
                select from pg_namespace where nspname = any(?)
                union all
                select from pg_class
                where relnamespace = current_schema()::regnamespace and relname ~ '^%s'
            )
            """
                    .formatted(Migrations.LIST);

    /** Row security takes no COPY, unless it leaves out the owner. */
    private static final String WALLED =
            """
            select oid::regclass::text
            from pg_class
            where relforcerowsecurity and oid::regclass::text = any(?)
            """;

    private static final String LAST_NUMBER = "select setval(?::regclass, ?)";

    /**
     * Higher than in the backup, and than in whatever was restored from it before: clients that
     * have seen one of those must notice, too.
     */
    private static final String RAISE_EPOCH =
            """
            update platform.installation
            set epoch = greatest(epoch + 1, (extract(epoch from now()) / 60)::int)
            """;

    private final Connection connection;
    private final List<String> walled = new ArrayList<>();

    Loading(Database database) throws SQLException {
        connection = database.connectAsOwner();
    }

    /**
     * @throws BackupRefused if the database is not a new one
     */
    void requireNothing(List<String> schemas) throws SQLException {
        try (var ask = connection.prepareStatement(THERE_IS_SOMETHING)) {
            ask.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (var row = ask.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new BackupRefused("backup/database-not-empty");
                }
            }
        }
    }

    /** Begins with every table empty, also where a migration puts rows. */
    void begin(List<Table> tables) throws SQLException {
        connection.setAutoCommit(false);
        execute(
                tables.stream()
                        .map(Table::name)
                        .collect(Collectors.joining(", ", "truncate ", "")));
        leaveOutOwner(tables);
    }

    private void leaveOutOwner(List<Table> tables) throws SQLException {
        var names = tables.stream().map(Table::name).toArray();
        try (var ask = connection.prepareStatement(WALLED)) {
            ask.setArray(1, connection.createArrayOf("text", names));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    walled.add(rows.getString(1));
                }
            }
        }
        for (var table : walled) {
            execute("alter table " + table + " no force row level security");
        }
    }

    /** Reads in a table as COPY wrote it. */
    void copy(Table table, InputStream in) throws SQLException, IOException {
        var rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.withColumns() + " from stdin", in);
        if (rows != table.rows()) {
            throw new BackupRefused("backup/damaged", table.path());
        }
    }

    void setSequence(String name, long last) throws SQLException {
        try (var set = connection.prepareStatement(LAST_NUMBER)) {
            set.setString(1, name);
            set.setLong(2, last);
            set.execute();
        }
    }

    /** From here on the installation is there, in a life of its own. */
    void commit() throws SQLException {
        for (var table : walled) {
            execute("alter table " + table + " force row level security");
        }
        execute(RAISE_EPOCH);
        connection.commit();
        execute("analyze");
        connection.commit();
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
