package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the migrations made, asked of PostgreSQL itself. The rules about {@code county_code} let the
 * same tables be spread over many servers by county; see docs/ARCHITECTURE.md.
 */
@LinliTest
class SchemaTests {

    private static final String TIMES_WITHOUT_ZONE_AND_VARCHARS =
            """
            select format('%s.%s.%s: %s', table_schema, table_name, column_name, data_type)
            from information_schema.columns
            where table_schema not in ('pg_catalog', 'information_schema', 'public')
                and data_type in ('timestamp without time zone', 'time without time zone',
                    'time with time zone', 'character varying', 'character')
            """;

    private static final String FOREIGN_KEYS_WITHOUT_INDEX =
            """
            select format('%s: %s', k.conrelid::regclass, k.conname)
            from pg_constraint k
            join pg_namespace n on n.oid = k.connamespace
            where k.contype = 'f' and n.nspname not in ('pg_catalog', 'information_schema')
                and k.conparentid = 0
                and not exists (
                    select 1
                    from pg_index i
                    where i.indrelid = k.conrelid and i.indisvalid
                        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
            """;

    /** A regional table is one with a county, but for those that tell the county of a key. */
    private static final String REGIONAL =
            """
            with regional as (
                select c.oid, c.oid::regclass::text as name, a.attnum as county
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_code'
                where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
                    and c.oid::regclass::text not in ('platform.operation', 'cases.tracking'))
            """;

    private static final String REGIONAL_WITHOUT_COUNTY_IN_KEY =
            REGIONAL
                    + """
                    select format('%s: no county in %s', r.name, i.indexrelid::regclass)
                    from regional r
                    join pg_index i on i.indrelid = r.oid and i.indisunique
                    where not r.county = any (i.indkey)
                    union all
                    select format('%s: no primary key', r.name)
                    from regional r
                    where not exists (
                        select 1 from pg_index i where i.indrelid = r.oid and i.indisprimary)
                    union all
                    select format('%s: county may be null', r.name)
                    from regional r
                    join pg_attribute a on a.attrelid = r.oid and a.attnum = r.county
                    where not a.attnotnull
                    """;

    private static final String REGIONAL_LINKS_WITHOUT_COUNTY =
            REGIONAL
                    + """
                    select format('%s: %s', r.name, k.conname)
                    from regional r
                    join pg_constraint k on k.conrelid = r.oid and k.contype = 'f'
                    join regional other on other.oid = k.confrelid
                    where not r.county = any (k.conkey)
                    union all
                    select format('%s: %s links a table of all counties to one of each',
                        k.conrelid::regclass, k.conname)
                    from pg_constraint k
                    join regional other on other.oid = k.confrelid
                    where k.contype = 'f' and k.conrelid not in (select oid from regional)
                    """;

    private static final String REGIONAL_TRIGGERS =
            REGIONAL
                    + """
                    select format('%s: %s', r.name, t.tgname)
                    from regional r
                    join pg_trigger t on t.tgrelid = r.oid
                    where not t.tgisinternal
                    """;

    private static final String VIEWS_WITH_THEIR_OWNERS_RIGHTS =
            """
            select c.oid::regclass::text
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
                and not coalesce(c.reloptions @> '{security_invoker=true}', false)
            """;

    private static final String REGIONAL_NAMES = REGIONAL + "select name from regional";

    @Autowired private JdbcClient sql;

    @Test
    void timesKnowTheirZoneAndTextHasNoLength() {
        assertThat(ask(TIMES_WITHOUT_ZONE_AND_VARCHARS)).isEmpty();
    }

    @Test
    void everyForeignKeyHasAnIndex() {
        assertThat(ask(FOREIGN_KEYS_WITHOUT_INDEX)).isEmpty();
    }

    @Test
    void everyKeyOfARegionalTableHoldsItsCounty() {
        assertThat(ask(REGIONAL_NAMES)).contains("cases.case_file", "cases.case_event");
        assertThat(ask(REGIONAL_WITHOUT_COUNTY_IN_KEY)).isEmpty();
    }

    @Test
    void regionalTablesAreLinkedWithinTheirCounty() {
        assertThat(ask(REGIONAL_LINKS_WITHOUT_COUNTY)).isEmpty();
    }

    @Test
    void noTriggerHangsOnARegionalTable() {
        assertThat(ask(REGIONAL_TRIGGERS)).isEmpty();
    }

    @Test
    void aViewShowsOnlyWhatItsReaderMaySee() {
        assertThat(ask(VIEWS_WITH_THEIR_OWNERS_RIGHTS)).isEmpty();
    }

    private List<@Nullable String> ask(String question) {
        return sql.sql(question).query(String.class).list();
    }
}
