package org.linli.bench;

import java.sql.SQLException;
import org.linli.platform.postgres.Database;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as its owner reaches it, who may make tables and vacuum them. */
public final class Owner {

    private Owner() {}

    /** On one connection of its own. */
    public static JdbcTemplate of(ApplicationContext linli) {
        try {
            var connection = linli.getBean(Database.class).connectAsOwner();
            return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
