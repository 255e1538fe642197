package org.linli.platform.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that work for whoever acts now. What a connection was told last is known,
 * so that it is told again only when somebody else gets it; since there is no other way to a
 * connection, no statement runs for anybody but its caller.
 */
public final class WalledDataSource extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;
    private final ConnectionSettings settings;
    private final String tell;

    /** By identity, and for as long as the connection lives. */
    private final Cache<PGConnection, List<String>> told = Caffeine.newBuilder().weakKeys().build();

    private WalledDataSource(HikariDataSource pool, ConnectionSettings settings) {
        super(pool);
        this.pool = pool;
        this.settings = settings;
        this.tell =
                ConnectionSettings.NAMES.stream()
                        .map(name -> "set_config('" + name + "', ?, false)")
                        .collect(Collectors.joining(", ", "select ", ""));
    }

    /**
     * A pool of the application's connections.
     *
     * @param connections at most so many at once
     */
    public static WalledDataSource of(
            Database database, ConnectionSettings settings, int connections) {
        var pool = Pools.of(database, new Login(database.user(), database.password()));
        pool.setPoolName("database");
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(2, connections));
        pool.setConnectionInitSql(Pools.UTC + "; " + Pools.SHORT);
        return new WalledDataSource(new HikariDataSource(pool), settings);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = pool.getConnection();
        try {
            tell(connection, settings.now());
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private void tell(Connection connection, List<String> now) throws SQLException {
        var server = connection.unwrap(PGConnection.class);
        var before = told.getIfPresent(server);
        if (now.equals(before == null ? ConnectionSettings.NOBODY : before)) {
            return;
        }
        // forgotten until it is certain: a connection that fails on the way is told anew
        told.put(server, List.of());
        try (var statement = connection.prepareStatement(tell)) {
            for (int i = 0; i < now.size(); i++) {
                statement.setString(i + 1, now.get(i));
            }
            statement.execute();
        }
        told.put(server, now);
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("The pool has one user");
    }

    @Override
    public void close() {
        pool.close();
    }
}
