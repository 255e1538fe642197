package org.linli.indicators;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which figures each role works by. */
@Repository
class BoardStore {

    private static final String NAMES =
            """
            select names from indicators.board where role = :role
            """;

    private static final String KEEP =
            """
            insert into indicators.board (role, names) values (:role, :names)
            on conflict (role) do update set names = excluded.names
            """;

    private final JdbcClient sql;

    BoardStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The names of the figures of a role's board, or empty where nobody chose them. */
    Optional<List<String>> names(String role) {
        return sql.sql(NAMES)
                .param("role", role)
                .query((row, _) -> List.of((String[]) row.getArray("names").getArray()))
                .optional();
    }

    void keep(String role, List<String> names) {
        sql.sql(KEEP).param("role", role).param("names", names.toArray(String[]::new)).update();
    }
}
