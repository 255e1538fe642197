package org.linli.platform.postgres;

import com.zaxxer.hikari.HikariConfig;

/** What all pools of connections have in common. */
final class Pools {

    /** The driver would set the JVM's zone, and a day would begin elsewhere on each machine. */
    static final String UTC = "set time zone 'UTC'";

    /**
     * A transaction that is left open would hold up all that waits for the snapshot horizon;
     * servers before 17 know no limit for the whole of one.
     */
    static final String SHORT =
            """
            set idle_in_transaction_session_timeout = '60s';
            select set_config(name, '10min', false)
            from pg_settings
            where name = 'transaction_timeout'
            """;

    /** Long enough for a server that restarts, short enough for a person who waits. */
    private static final int WAIT_FOR_CONNECTION_MILLIS = 5_000;

    private Pools() {}

    static HikariConfig of(Database database, Login login) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLIS);
        return pool;
    }
}
