package org.linli.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.linli.platform.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database before anything asks for it, and closes it after everything let go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    /** The owner is needed for migrations and gone soon after; the pool lets it be no sooner. */
    private static final int OWNER_STAYS_MILLIS = 10_000;

    private static final int CONNECTIONS_OF_OWNER = 4;

    @Bean(destroyMethod = "close")
    Database database(
            DatabaseSettings settings,
            @Value("${linli.data}") Path data,
            @Value("${linli.cache}") Path cache) {
        var url = settings.url();
        return url == null || url.isBlank()
                ? EmbeddedPostgres.start(data, cache)
                : RemotePostgres.at(url, settings.user(), settings.password())
                        .ownedBy(settings.owner(), settings.ownerPassword());
    }

    /** The one way to a connection; the pool behind it is nobody else's. */
    @Bean(destroyMethod = "close")
    WalledDataSource dataSource(
            Database database, DatabaseSettings settings, ConnectionSettings walls) {
        var durability = Durability.of(database);
        durability.require();
        durability
                .weaknesses()
                .forEach(weakness -> LOG.warn("{}", Words.say(weakness, Locale.ENGLISH)));
        return WalledDataSource.of(database, walls, settings.connections());
    }

    /** Migrations are the owner's, and concern every row. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @FlywayDataSource
    HikariDataSource owner(Database database, DataSource checkedBefore) throws SQLException {
        var pool = Pools.of(database, database.owner());
        pool.setPoolName("owner");
        pool.setMaximumPoolSize(CONNECTIONS_OF_OWNER);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(OWNER_STAYS_MILLIS);
        pool.setConnectionInitSql(Pools.UTC + "; " + ConnectionSettings.TELL_EVERYTHING);
        var owner = new HikariDataSource(pool);
        Grants.give(database);
        return owner;
    }

    /** A migration takes rights from the application by this name, where it shall have fewer. */
    @Bean
    FlywayConfigurationCustomizer nameOfTheApplication(Database database) {
        return flyway -> flyway.placeholders(Map.of("application", database.user()));
    }
}
