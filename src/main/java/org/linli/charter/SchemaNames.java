package org.linli.charter;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names of all schemas, tables, views and columns, whoever made them, but for the order that
 * migrations came in: their tool calls it a rank.
 */
@Component
class SchemaNames {

    private static final String ALL =
            """
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm', 'f')
            join pg_namespace n on n.oid = c.relnamespace
            where a.attnum > 0 and not a.attisdropped and not c.relispartition
                and n.nspname not in ('pg_catalog', 'information_schema')
                and n.nspname not like 'pg\\_%'
                and not (c.relname like 'flyway\\_schema\\_history%' and a.attname = 'installed_rank')
            order by 1
            """;

    private final JdbcClient sql;

    SchemaNames(JdbcClient sql) {
        this.sql = sql;
    }

    List<String> all() {
        return sql.sql(ALL).query((row, _) -> row.getString(1)).list();
    }
}
