package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of cases what anybody may know. */
@Repository
class PublicCaseStore {

    private static final String TOLD_LON =
            """
            round(f.lon::numeric, case when f.matter_code = any(:coarse) then 2 else 5 end)::float8
            """;

    private static final String TOLD_LAT =
            """
            round(f.lat::numeric, case when f.matter_code = any(:coarse) then 2 else 5 end)::float8
            """;

    private static final String SELECT =
            """
            select f.case_no, f.matter_code, f.state, not f.open as over,
            """
                    + TOLD_LON
                    + " as lon, "
                    + TOLD_LAT
                    + """
                     as lat,
                        f.reported_at,
                        coalesce((select e.at from cases.case_event e
                            where e.county_code = f.county_code and e.case_id = f.id
                            order by e.version desc limit 1), f.reported_at) as changed_at,
                        f.due_at, f.closed_at, f.unit_code,
                        (select m.case_no from cases.case_file m
                            where m.county_code = f.county_code and m.id = f.merged_into)
                            as merged_no
                    """;

    private static final String PUBLIC =
            """
            from cases.case_file f
            where f.matter_code = any(:exact || :coarse)
            """;

    private static final String FIND_ONE =
            SELECT + PUBLIC + " and f.county_code = :county and f.id = :id";

    private static final String NEWEST =
            " order by f.reported_at desc, f.id desc limit :limit offset :offset";

    /** The index knows where they are; they are told to lie up to half a hundredth away. */
    private static final String IN_BOX =
            """
             and exists (
                select 1 from cases.case_search s
                where s.county_code = f.county_code and s.case_id = f.id
                    and s.spot <@ box(point(:west - 0.005, :south - 0.005),
                        point(:east + 0.005, :north + 0.005)))
             and %s between :west and :east and %s between :south and :north
            """
                    .formatted(TOLD_LON, TOLD_LAT);

    private final JdbcClient sql;

    PublicCaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<PublicCase> find(CaseKey key, List<String> exact, List<String> coarse) {
        return sql.sql(FIND_ONE)
                .param("county", key.countyCode())
                .param("id", key.id())
                .param("exact", exact.toArray(String[]::new))
                .param("coarse", coarse.toArray(String[]::new))
                .query((row, _) -> read(row))
                .optional();
    }

    List<PublicCase> find(PublicCases.Wanted wanted, List<String> exact, List<String> coarse) {
        var asked = new Asked(wanted, exact, coarse);
        return sql.sql(SELECT + PUBLIC + asked.where() + NEWEST)
                .params(asked.parameters)
                .param("limit", wanted.limit())
                .param("offset", wanted.offset())
                .query((row, _) -> read(row))
                .list();
    }

    int count(PublicCases.Wanted wanted, List<String> exact, List<String> coarse) {
        var asked = new Asked(wanted, exact, coarse);
        var some = "select 1 " + PUBLIC + asked.where() + " limit " + CaseQueries.COUNTED;
        return sql.sql("select count(*) from (" + some + ") counted")
                .params(asked.parameters)
                .query(Integer.class)
                .single();
    }

    private static final class Asked {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Asked(PublicCases.Wanted wanted, List<String> exact, List<String> coarse) {
            parameters.put("exact", exact.toArray(String[]::new));
            parameters.put("coarse", coarse.toArray(String[]::new));
            conditions.add(" and f.state not in ('MERGED', 'SPLIT')");
            var matters = wanted.matters();
            require(
                    " and f.matter_code = any(:matters)",
                    "matters",
                    matters == null ? null : matters.toArray(String[]::new));
            require(" and starts_with(f.path, :area)", "area", wanted.areaPath());
            require(" and f.reported_at >= :from", "from", CaseStore.timestamp(wanted.from()));
            require(" and f.reported_at <= :to", "to", CaseStore.timestamp(wanted.to()));
            if (wanted.over() != null) {
                conditions.add(wanted.over() ? " and not f.open" : " and f.open");
            }
            var box = wanted.box();
            if (box != null) {
                conditions.add(IN_BOX);
                parameters.put("west", box.west());
                parameters.put("south", box.south());
                parameters.put("east", box.east());
                parameters.put("north", box.north());
            }
        }

        String where() {
            return String.join("\n", conditions);
        }

        private void require(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }
    }

    private static PublicCase read(ResultSet row) throws SQLException {
        return new PublicCase(
                row.getString("case_no"),
                row.getString("matter_code"),
                row.getString("state"),
                row.getBoolean("over"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getTimestamp("reported_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("closed_at")),
                row.getString("unit_code"),
                row.getString("merged_no"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
