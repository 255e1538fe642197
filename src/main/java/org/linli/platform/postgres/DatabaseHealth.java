package org.linli.platform.postgres;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the database can be worked with right now, asked through the pool that all work uses. */
@Component
public class DatabaseHealth {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);

    private final DataSource pool;

    DatabaseHealth(DataSource pool) {
        this.pool = pool;
    }

    /** What a connection of the pool finds; a database that is away has that as its fault. */
    public Durability ask() {
        try (var connection = pool.getConnection()) {
            return Durability.of(connection);
        } catch (SQLException away) {
            LOG.warn("The database did not answer: {}", away.getMessage());
            return Durability.away();
        }
    }
}
