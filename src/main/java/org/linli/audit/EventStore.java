package org.linli.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds to {@code audit.event}; nothing there is ever changed. */
@Repository
class EventStore {

    private static final String ADD =
            "with done as (select), " + AuditPart.beside("done") + "select 1";

    private final JdbcClient sql;

    EventStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(AuditEvent event) {
        sql.sql(ADD).params(new AuditPart(event).parameters()).query(Integer.class).single();
    }
}
