package org.linli.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the owner of a database lets the application do in it: read and write rows. */
final class Grants {

    /** What migrations will make is granted as it is made. */
    private static final List<String> FROM_NOW_ON =
            List.of(
                    "alter default privileges for role %1$s grant usage on schemas to %2$s",
                    "alter default privileges for role %1$s"
                            + " grant select, insert, update, delete on tables to %2$s",
                    "alter default privileges for role %1$s"
                            + " grant usage, select on sequences to %2$s",
                    // the migrations' own records lie there
                    "revoke all on schema public from public");

    private static final String SCHEMAS_NOT_GRANTED =
            """
            select quote_ident(nspname)
            from pg_namespace
            where nspowner = ?::regrole and not has_schema_privilege(?, oid, 'usage')
            """;

    /** What was made before there were two roles. */
    private static final List<String> BEFORE =
            List.of(
                    "grant usage on schema %1$s to %2$s",
                    "grant select, insert, update, delete on all tables in schema %1$s to %2$s",
                    "grant usage, select on all sequences in schema %1$s to %2$s");

    private Grants() {}

    /** Gives them in a database whose owner is another role; the embedded one has them. */
    static void give(Database database) throws SQLException {
        if (database instanceof RemotePostgres && database.ownedByAnother()) {
            try (var connection = database.connectAsOwner()) {
                give(connection, database.owner().user(), database.user());
            }
        }
    }

    /**
     * @param connection of the owner, or of a role above it
     */
    static void give(Connection connection, String owner, String application) throws SQLException {
        try (var statement = connection.createStatement()) {
            var from = statement.enquoteIdentifier(owner, true);
            var to = statement.enquoteIdentifier(application, true);
            for (var grant : FROM_NOW_ON) {
                statement.execute(grant.formatted(from, to));
            }
            for (var schema : schemasNotGranted(connection, from, application)) {
                for (var grant : BEFORE) {
                    statement.execute(grant.formatted(schema, to));
                }
            }
        }
    }

    private static List<String> schemasNotGranted(
            Connection connection, String owner, String application) throws SQLException {
        try (var statement = connection.prepareStatement(SCHEMAS_NOT_GRANTED)) {
            statement.setString(1, owner);
            statement.setString(2, application);
            var schemas = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    schemas.add(rows.getString(1));
                }
            }
            return schemas;
        }
    }
}
