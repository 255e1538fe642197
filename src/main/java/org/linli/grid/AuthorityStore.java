package org.linli.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who answers in the cells of each scheme. */
@Repository
class AuthorityStore {

    private static final String ALL =
            """
            select scheme, cell, name, unit_code, matters
            from grid.authority
            order by scheme, cell
            """;

    private static final String PUT =
            """
            insert into grid.authority (scheme, cell, name, unit_code, matters)
            values (:scheme, :cell, :name, :unit, :matters)
            on conflict (scheme, cell) do update
            set name = excluded.name, unit_code = excluded.unit_code, matters = excluded.matters
            """;

    private final JdbcClient sql;

    AuthorityStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Authority> all() {
        return sql.sql(ALL).query((row, _) -> read(row)).list();
    }

    void put(Authority authority) {
        sql.sql(PUT)
                .param("scheme", authority.scheme())
                .param("cell", authority.cell())
                .param("name", authority.name())
                .param("unit", authority.unitCode())
                .param("matters", authority.matters().toArray(String[]::new))
                .update();
    }

    private static Authority read(ResultSet row) throws SQLException {
        return new Authority(
                row.getString("scheme"),
                row.getString("cell"),
                row.getString("name"),
                row.getString("unit_code"),
                List.of((String[]) row.getArray("matters").getArray()));
    }
}
