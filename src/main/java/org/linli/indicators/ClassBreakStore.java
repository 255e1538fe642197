package org.linli.indicators;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds when matters came under other classes. */
@Repository
class ClassBreakStore {

    private static final String WITHIN =
            """
            select at, coalesce(array_agg(matter_code order by matter_code)
                filter (where to_major is null), '{}') as ended
            from catalogue.published_class_change
            where at > :since and at <= :until
            group by at
            order by at
            """;

    private final JdbcClient sql;

    ClassBreakStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The breaks in a period, in turn. */
    List<ClassBreak> within(Period period) {
        return sql.sql(WITHIN)
                .param("since", Timestamp.from(period.since()))
                .param("until", Timestamp.from(period.until()))
                .query((row, _) ->
                        new ClassBreak(
                                row.getTimestamp("at").toInstant(),
                                List.of((String[]) row.getArray("ended").getArray())))
                .list();
    }
}
