package org.linli.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the units. */
@Repository
class UnitStore {

    private static final String ALL =
            """
            select code, name, kind, area_code, parent_code, local
            from people.unit
            order by code
            """;

    private static final String PUT =
            """
            insert into people.unit (code, name, kind, area_code, parent_code, local)
            values (:code, :name, :kind, :areaCode, :parentCode, :local)
            on conflict (code) do update
            set name = excluded.name,
                kind = excluded.kind,
                area_code = excluded.area_code,
                parent_code = excluded.parent_code,
                local = excluded.local
            """;

    private static final String VERSION =
            """
            select version
            from people.revision
            where id = 1
            """;

    private static final String COUNT_CHANGE =
            """
            update people.revision
            set version = version + 1
            where id = 1
            """;

    private final JdbcClient sql;

    UnitStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Unit> all() {
        return sql.sql(ALL).query(UnitStore::read).list();
    }

    void put(Unit unit) {
        sql.sql(PUT)
                .param("code", unit.code())
                .param("name", unit.name())
                .param("kind", unit.kind().code())
                .param("areaCode", unit.areaCode())
                .param("parentCode", unit.parentCode())
                .param("local", unit.local())
                .update();
    }

    long version() {
        return sql.sql(VERSION).query(Long.class).single();
    }

    void countChange() {
        sql.sql(COUNT_CHANGE).update();
    }

    private static Unit read(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("area_code"),
                row.getString("parent_code"),
                row.getBoolean("local"));
    }
}
