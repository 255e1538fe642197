package org.linli.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the special days. */
@Repository
class CalendarStore {

    private static final String ALL =
            """
            select day, working, year, name_zh, name_en, source, source_url
            from calendar.special_day
            order by day
            """;

    private static final String YEARS =
            """
            select distinct year
            from calendar.special_day
            """;

    private static final String PUT =
            """
            insert into calendar.special_day
                (day, working, year, name_zh, name_en, source, source_url)
            values (:day, :working, :year, :nameZh, :nameEn, :source, :sourceUrl)
            on conflict (day) do update
            set working = excluded.working,
                year = excluded.year,
                name_zh = excluded.name_zh,
                name_en = excluded.name_en,
                source = excluded.source,
                source_url = excluded.source_url
            """;

    private static final String VERSION =
            """
            select version
            from calendar.revision
            where id = 1
            """;

    private static final String COUNT_CHANGE =
            """
            update calendar.revision
            set version = version + 1
            where id = 1
            """;

    private final JdbcClient sql;

    CalendarStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<SpecialDay> all() {
        return sql.sql(ALL).query(CalendarStore::read).list();
    }

    /** The years that have been loaded. */
    Set<Integer> years() {
        return new TreeSet<>(sql.sql(YEARS).query(Integer.class).list());
    }

    void put(SpecialDay day) {
        sql.sql(PUT).paramSource(day).update();
    }

    long version() {
        return sql.sql(VERSION).query(Long.class).single();
    }

    void countChange() {
        sql.sql(COUNT_CHANGE).update();
    }

    private static SpecialDay read(ResultSet row, int number) throws SQLException {
        return new SpecialDay(
                row.getObject("day", LocalDate.class),
                row.getBoolean("working"),
                row.getInt("year"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("source"),
                row.getString("source_url"));
    }
}
