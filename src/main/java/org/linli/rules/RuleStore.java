package org.linli.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the versions of districts' rules. */
@Repository
class RuleStore {

    private static final String REVISION =
            """
            select version from rules.revision where id = 1
            """;

    /** Of two for the same instant, the one that was put in force later holds. */
    private static final String ENACTED =
            """
            select id, district, no, content, effective_at, name, drafted_by, drafted_by_name,
                enacted_by, enacted_by_name, enacted_at
            from rules.enacted
            order by effective_at, id
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RuleStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    long revision() {
        return sql.sql(REVISION).query(Long.class).single();
    }

    /** All versions of all districts, in the order in which they come into force. */
    List<StoredRules> enacted() {
        return sql.sql(ENACTED).query((row, _) -> enacted(row)).list();
    }

    private StoredRules enacted(ResultSet row) throws SQLException {
        return new StoredRules(
                row.getString("district"),
                row.getInt("no"),
                row.getTimestamp("effective_at").toInstant(),
                row.getString("name"),
                row.getString("drafted_by"),
                row.getString("drafted_by_name"),
                row.getString("enacted_by"),
                row.getString("enacted_by_name"),
                row.getTimestamp("enacted_at").toInstant(),
                new DistrictRules(
                        row.getInt("id"), json.readValue(row.getString("content"), Rules.class)));
    }
}
