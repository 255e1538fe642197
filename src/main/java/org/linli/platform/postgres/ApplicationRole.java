package org.linli.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.util.PSQLState;

/** The ordinary role that Linli works as, and the database it owns. */
final class ApplicationRole {

    private static final String ROLE_EXISTS = "select from pg_roles where rolname = 'linli'";

    /** Each of these rights is named, so that a later default cannot give one away. */
    private static final String CREATE_ROLE =
            """
            create role linli
                login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
                password '%s'
            """;

    private static final String DATABASE_EXISTS = "select from pg_database where datname = 'linli'";

    private static final String CREATE_DATABASE = "create database linli owner linli";

    private final EmbeddedPostgres server;

    ApplicationRole(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Makes the role and the database if they are not there. */
    void ensure() {
        if (!canSignIn()) {
            create();
        }
    }

    private boolean canSignIn() {
        try (var _ = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            return true;
        } catch (SQLException refused) {
            if (PSQLState.isConnectionError(refused.getSQLState())) {
                throw unexpected(refused);
            }
            return false;
        }
    }

    private void create() {
        try (var connection =
                DriverManager.getConnection(
                        server.url("postgres"), "postgres", server.superuserPassword())) {
            if (!exists(connection, ROLE_EXISTS)) {
                // made of letters, digits, - and _ only
                execute(connection, CREATE_ROLE.formatted(server.password()));
            }
            if (!exists(connection, DATABASE_EXISTS)) {
                execute(connection, CREATE_DATABASE);
            }
        } catch (SQLException refused) {
            throw unexpected(refused);
        }
    }

    private static boolean exists(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static DatabaseRefused unexpected(SQLException refused) {
        return new DatabaseRefused("database/own-refuses", String.valueOf(refused.getMessage()));
    }
}
