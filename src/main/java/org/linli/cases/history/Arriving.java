package org.linli.cases.history;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows on their way into a table of the cases. Row security takes no COPY, so they are copied into
 * a temporary table first.
 *
 * @param columns as the rows have them, by commas
 */
record Arriving(String table, String columns) {

    private static final String WAIT =
            """
            create temporary table if not exists arriving_%1$s as
            select %2$s from cases.%1$s with no data
            """;

    private static final String COPY =
            """
            copy pg_temp.arriving_%1$s (%2$s) from stdin
            """;

    private static final String ENTER =
            """
            insert into cases.%1$s (%2$s) select %2$s from pg_temp.arriving_%1$s
            """;

    private static final String LEAVE =
            """
            truncate pg_temp.arriving_%1$s
            """;

    /** Stores the rows in the connection's transaction. */
    void take(CopyText rows, Connection connection) {
        if (rows.isEmpty()) {
            return;
        }
        execute(connection, WAIT);
        rows.send(connection, COPY.formatted(table, columns));
        execute(connection, ENTER);
        execute(connection, LEAVE);
    }

    private void execute(Connection connection, String command) {
        try (var statement = connection.createStatement()) {
            statement.execute(command.formatted(table, columns));
        } catch (SQLException failed) {
            throw new IllegalStateException(command.formatted(table, columns), failed);
        }
    }
}
