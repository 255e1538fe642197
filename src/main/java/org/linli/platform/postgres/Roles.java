package org.linli.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The two ordinary roles of the embedded database: the owner makes what is in it and serves for
 * nothing else; the application works with it, and can take down none of its walls.
 */
final class Roles {

    private static final String EXISTS = "select from pg_roles where rolname = '%s'";

    private static final String CREATE = "create role ";

    private static final String CHANGE = "alter role ";

    /** Each of these rights is named, so that a later default cannot give one away. */
    private static final String ORDINARY =
            """
            %s
                login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
                password '%s'
            """;

    private static final String DATABASE_EXISTS = "select from pg_database where datname = 'linli'";

    private static final String CREATE_DATABASE = "create database linli";

    /** Where one role did everything, all of it was the application's. */
    private static final String TAKE_OVER =
            "reassign owned by linli to linli_owner; alter database linli owner to linli_owner";

    private final EmbeddedPostgres server;

    Roles(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Makes the roles and the database as they should be, whichever of them are there. */
    void ensure() {
        try {
            try (var cluster = superuser("postgres")) {
                ensure(cluster, server.owner());
                ensure(cluster, new Login(server.user(), server.password()));
                if (!exists(cluster, DATABASE_EXISTS)) {
                    execute(cluster, CREATE_DATABASE);
                }
            }
            try (var database = superuser(EmbeddedPostgres.DATABASE)) {
                execute(database, TAKE_OVER);
                Grants.give(database, server.owner().user(), server.user());
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("database/own-refuses", String.valueOf(refused.getMessage()));
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                server.url(database), "postgres", server.superuserPassword());
    }

    private static void ensure(Connection connection, Login role) throws SQLException {
        var does = exists(connection, EXISTS.formatted(role.user())) ? CHANGE : CREATE;
        // made of letters, digits, - and _ only
        execute(connection, does + ORDINARY.formatted(role.user(), role.password()));
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
}
