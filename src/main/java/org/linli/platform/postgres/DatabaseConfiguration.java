package org.linli.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database before anything asks for it, and closes it after everything let go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** Long enough for a server that restarts, short enough for a person who waits. */
    private static final int WAIT_FOR_CONNECTION_MILLIS = 5_000;

    /**
     * The driver would set the JVM's zone, and a day would begin elsewhere on each machine. A
     * transaction that is left open would hold up all that waits for the snapshot horizon; servers
     * before 17 know no limit for the whole of one.
     */
    private static final String EACH_CONNECTION =
            """
            set time zone 'UTC';
            set idle_in_transaction_session_timeout = '60s';
            select set_config(name, '10min', false)
            from pg_settings
            where name = 'transaction_timeout'
            """;

    @Bean(destroyMethod = "close")
    Database database(
            DatabaseSettings settings,
            @Value("${linli.data}") Path data,
            @Value("${linli.cache}") Path cache) {
        var url = settings.url();
        return url == null || url.isBlank()
                ? EmbeddedPostgres.start(data, cache)
                : RemotePostgres.at(url, settings.user(), settings.password());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        Durability.of(database).require();
        return new HikariDataSource(pool(database, settings));
    }

    private static HikariConfig pool(Database database, DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(Math.min(2, settings.connections()));
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLIS);
        pool.setConnectionInitSql(EACH_CONNECTION);
        return pool;
    }
}
