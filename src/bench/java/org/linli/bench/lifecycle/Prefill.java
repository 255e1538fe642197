package org.linli.bench.lifecycle;

import org.linli.TestDistrict;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills the tables of the cases with closed history, as a district has it after some years. */
public final class Prefill {

    private static final String CASES =
            """
            insert into cases.case_file (county_code, id, case_no, version, state, flow, source,
                matter_code, matter_version, condition_no, time_limit, text, lon, lat,
                placement, cell_code, path, address, reported_at, reporter, filed_at, handled_at,
                closed_at, handlers, due_at, self_handled, sampled, dispatches, returns, reworks,
                reopenings, extensions, times_doubtful)
            select '%1$s', %10$d + n, '%1$s-000000-' || %10$d + n, %8$d,
                case when n %% 100 = 0 then 'FILED' else 'CLOSED' end, 'case', 'patrol',
                (array['11001', '11003', '12004', '13003', '17014'])[1 + n %% 5], 1, 2, '4WH',
                w.text || n, 150.0005 + (n::bigint * 7919 %% 18900) / 1e6,
                20.0005 + (n::bigint * 104729 %% 8900) / 1e6, 'PLACED', cell.code, cell.path, '试验路' || n %% 400,
                at, 'staff:X' || n %% 300, at, case when n %% 100 = 0 then null else at end,
                case when n %% 100 = 0 then null else at end, '{}', at + interval '4 hours',
                n %% 100 <> 0, false, 0, 0, 0, 0, 0, false
            from generate_series(%2$d, %3$d) as n,
                lateral (select timestamptz '2026-11-01' - n * interval '1 minute' as at) as t,
                lateral (select (array['暴露垃圾', '道路不洁', '路灯不亮', '单车乱停', '消防隐患'])
                    [1 + n %% 5] as text) as w,
                lateral (select case when n %% 2 = 0 then '%4$s' else '%5$s' end as code,
                    case when n %% 2 = 0 then '%6$s' else '%7$s' end as path) as cell
            """;

    private static final String SEARCH =
            """
            insert into cases.case_search (county_code, case_id, bigrams, spot)
            select county_code, id, array(select distinct substr(word, i, 2)
                    from (values (text), (address)) as words (word),
                        generate_series(1, length(word) - 1) as i),
                point(lon, lat)
            from cases.case_file
            where county_code = '%1$s' and id between %10$d + %2$d and %10$d + %3$d
            """;

    /** Reported, asked after by the reporter again and again, and solved in the end. */
    private static final String EVENTS =
            """
            insert into cases.case_event (county_code, id, case_id, version, step, state, at,
                recorded_at, actor, actor_name, actor_role, note, carried, xid)
            select '%1$s', -(n::bigint * %8$d + v), %10$d + n, v,
                case v when 1 then 'report' when %8$d then 'self-handle' else 'urge' end,
                case v when %8$d then 'CLOSED' else 'REPORTED' end,
                at, at, 'staff:X1', '', 'grid_member', '', '{}', %9$s
            from generate_series(%2$d, %3$d) as n, generate_series(1, %8$d) as v,
                lateral (select timestamptz '2026-11-01' - n * interval '1 minute' as at) as t
            """;

    private static final String NOW = "pg_current_xact_id()";

    /** Before any that a server gives: whoever follows the log has long been past it. */
    private static final String LONG_AGO = "'3'::xid8";

    private static final int BATCH = 50_000;

    /** Far from those that the bench itself makes. */
    private static final long BASE = 1_000_000_000_000L;

    private final JdbcTemplate sql;
    private final int history;
    private final String transaction;

    private Prefill(JdbcTemplate sql, int history, String transaction) {
        this.sql = sql;
        this.history = history;
        this.transaction = transaction;
    }

    /** Cases that whoever follows the log has yet to hear of. */
    public static Prefill news(JdbcTemplate sql) {
        return new Prefill(sql, 2, NOW);
    }

    /**
     * Cases that whoever follows the log has dealt with.
     *
     * @param history how many events each has, at least two
     */
    public static Prefill past(JdbcTemplate sql, int history) {
        return new Prefill(sql, history, LONG_AGO);
    }

    /** What the cases of this making are known by, the first being 1. */
    public static String numberOf(int made) {
        return TestDistrict.COUNTY + "-000000-" + (BASE + made);
    }

    /** Adds cases until there are so many of this making. */
    public void upTo(int cases) {
        var there = count();
        for (var from = there + 1; from <= cases; from += BATCH) {
            var to = Math.min(cases, from + BATCH - 1);
            for (var command : new String[] {CASES, SEARCH, EVENTS}) {
                sql.execute(
                        command.formatted(
                                TestDistrict.COUNTY,
                                from,
                                to,
                                TestDistrict.WEST,
                                TestDistrict.EAST,
                                TestDistrict.WEST_PATH,
                                TestDistrict.EAST_PATH,
                                history,
                                transaction,
                                BASE));
            }
        }
        sql.execute("vacuum analyze cases.case_file");
        sql.execute("vacuum analyze cases.case_event");
        sql.execute("vacuum analyze cases.case_search");
    }

    private int count() {
        var found =
                sql.queryForObject(
                        "select count(*) from cases.case_file where id > ?", Integer.class, BASE);
        return found == null ? 0 : found;
    }
}
