package org.linli.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out ids for cases and events, fetched from the database a hundred at a time. Each is handed
 * out once; some are never used.
 */
@Component
public class CaseIds {

    private static final String NEXT_BLOCK =
            """
            select nextval('cases.id')
            """;

    private static final int BLOCK = 100;

    private final JdbcClient sql;
    private long next;
    private long end;

    CaseIds(JdbcClient sql) {
        this.sql = sql;
    }

    public synchronized long next() {
        if (next == end) {
            next = sql.sql(NEXT_BLOCK).query(Long.class).single();
            end = next + BLOCK;
        }
        return next++;
    }
}
