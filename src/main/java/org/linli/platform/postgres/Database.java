package org.linli.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL database that Linli works on, as its ordinary roles reach it. */
public sealed interface Database extends AutoCloseable permits EmbeddedPostgres, RemotePostgres {

    /** As JDBC takes it, without user and password. */
    String url();

    String user();

    String password();

    /**
     * The role that owns what is in the database and migrates it; the application's own where there
     * is no other.
     */
    Login owner();

    /** Whether the walls in the database belong to somebody else than who works within them. */
    default boolean ownedByAnother() {
        return !owner().user().equals(user());
    }

    /** A connection of the owner, for work that concerns every row. */
    default Connection connectAsOwner() throws SQLException {
        var connection = DriverManager.getConnection(url(), owner().user(), owner().password());
        try (var statement = connection.createStatement()) {
            statement.execute(ConnectionSettings.TELL_EVERYTHING);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Lets go of it; one that Linli started is stopped. */
    @Override
    void close();
}
