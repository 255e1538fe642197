package org.linli.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.linli.platform.words.Message;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of its own walls, as the application's role. */
final class WallStore {

    /** Regional tables without row security, each with its reason. */
    private static final Map<String, String> OPEN =
            Map.of(
                    "cases.case_search",
                    "fragments of two characters and a spot, found by operators that row security"
                            + " would keep from their index; always joined to the case",
                    "evidence.attachment",
                    "which photo hangs on which record; who may see it is asked of the record");

    private static final String BREACHES =
            """
            with me as (
                select oid, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                    or rolreplication as above
                from pg_roles
                where rolname = current_user
            ), ours as (
                select c.oid, c.relkind, c.relrowsecurity and c.relforcerowsecurity as walled,
                    c.reloptions, c.oid::regclass::text as name
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
                    and not c.relispartition
            )
            select 'walls/not-walled' as code, name
            from ours
            join pg_attribute a on a.attrelid = ours.oid and a.attname = 'county_code'
            where relkind in ('r', 'p') and not walled and name <> all (:open)
            union all
            select 'walls/open-policy', format('%s: %s', p.polrelid::regclass, p.polname)
            from pg_policy p
            where p.polpermissive and p.polcmd in ('r', 'w', 'd', '*')
                and pg_get_expr(p.polqual, p.polrelid) = 'true'
            union all
            select 'walls/owners-view', name
            from ours
            where relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)
            union all
            select 'walls/materialised', name
            from ours
            where relkind = 'm' and has_table_privilege(oid, 'select')
            union all
            select 'walls/definer', p.oid::regprocedure::text
            from pg_proc p
            join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            union all
            select 'walls/owned', coalesce(pg_describe_object(d.classid, d.objid, 0), d.objid::text)
            from pg_shdepend d
            join me on d.refclassid = 'pg_authid'::regclass and d.refobjid = me.oid
            left join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
            where d.deptype = 'o' and c.relpersistence is distinct from 't'
                and d.dbid in (0, (select oid from pg_database where datname = current_database()))
            union all
            select 'walls/member', m.roleid::regrole::text
            from pg_auth_members m
            join me on m.member = me.oid
            union all
            select 'walls/above', current_user::text
            from me
            where me.above
            union all
            select 'walls/truncates', name
            from ours
            where relkind in ('r', 'p') and has_table_privilege(oid, 'truncate')
            order by 1, 2
            """;

    private static final String WALLED =
            """
            select c.oid::regclass::text
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and n.nspname !~ '^pg_'
            order by 1
            """;

    private static final String HAS_ROWS =
            """
            select exists (select from %s)
            """;

    /** Tables whose rows say where they lie. */
    private static final String PLACED =
            """
            select c.oid::regclass::text
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'path'
            where c.relrowsecurity and c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
            order by 1
            """;

    private static final String PLACES =
            """
            select path
            from (
                select min(path) from cases.published_case where cell_code is not null
                union
                select max(path) from cases.published_case where cell_code is not null
            ) as found (path)
            where path is not null
            order by path
            """;

    private static final String SEEN =
            """
            select path from (
                (select path from %1$s where path >= :one order by path limit 5)
                union all
                (select path from %1$s where path >= :other order by path limit 5)
            ) as found
            """;

    private static final String FAIL =
            """
            select 1 / (select count(*) from cases.published_case where path is null)
            """;

    private final JdbcClient sql;

    WallStore(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** What the catalogue knows that lets somebody past the walls. */
    List<Message> breaches() {
        return sql.sql(BREACHES)
                .param("open", OPEN.keySet().toArray(String[]::new))
                .query((row, _) -> Message.of(row.getString("code"), row.getString("name")))
                .list();
    }

    /** The tables with row security that show a row to whoever asks. */
    List<String> tablesWithRows() {
        return sql.sql(WALLED).query(WallStore::text).list().stream()
                .filter(table -> sql.sql(HAS_ROWS.formatted(table)).query(Boolean.class).single())
                .toList();
    }

    /** The first and the last place of any case that can be seen, if they are two. */
    List<String> places() {
        return sql.sql(PLACES).query(WallStore::text).list();
    }

    /** The tables with row security whose rows lie in an area. */
    List<String> placed() {
        return sql.sql(PLACED).query(WallStore::text).list();
    }

    /** Where some rows lie, among those from either place on, that can be seen. */
    List<String> seen(String table, List<String> places) {
        return sql.sql(SEEN.formatted(table))
                .param("one", places.getFirst())
                .param("other", places.getLast())
                .query(WallStore::text)
                .list();
    }

    /** A statement that fails after it has read. */
    void fail() {
        sql.sql(FAIL).query(Long.class).single();
    }

    private static String text(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }
}
