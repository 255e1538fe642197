package org.linli.indicators;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.indicators.Counted.Hours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads figures off the roll-ups. */
@Repository
class RolledUpStore {

    private static final String GROUP =
            """
            select case :by
                when 'none' then ''
                when 'month' then to_char(day, 'YYYY-MM')
                when 'major' then coalesce(:majors::jsonb ->> code, 'none')
                else code end as "group", own
            """;

    private static final String IN_PLACES =
            """
            from indicators.daily
            where dimension = :dimension and path = any(:paths) and day between :since and :until
            group by 1, 2
            order by 1, 2
            """;

    private static final String OF_AREAS =
            """
            from indicators.daily
            where dimension = 'area' and code = any(:areas) and starts_with(path, :area)
                and day between :since and :until
            group by 1, 2
            order by 1, 2
            """;

    /** Half and nine tenths are of all cases, and of no days' halves. */
    private static final String TOOK =
            """
            select case :by
                when 'none' then ''
                when 'month' then to_char(filed_on, 'YYYY-MM')
                when 'source' then source
                when 'unit' then unit_code
                when 'matter' then matter_code
                when 'major' then coalesce(:majors::jsonb ->> matter_code, 'none')
                else coalesce((
                    select part
                    from unnest(string_to_array(path, '/')) as part
                    where part = any(:areas)
                    limit 1), 'none')
                end as "group",
                percentile_cont(0.5) within group (order by took) / 3600e6 as median_hours,
                percentile_cont(0.9) within group (order by took) / 3600e6 as p90_hours,
                avg(took) / 3600e6 as mean_hours
            from indicators.counted
            where took is not null and filed_on between :since and :until
                and path ^@ any(:paths)
            group by 1
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RolledUpStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Which days of which places are to be added up.
     *
     * @param paths of the area, or of the districts in it
     * @param area the path that holds them all
     */
    record Asked(
            Grouping by,
            List<String> paths,
            String area,
            List<String> areas,
            Map<String, String> majors,
            LocalDate since,
            LocalDate until) {

        Asked {
            paths = List.copyOf(paths);
            areas = List.copyOf(areas);
            majors = Map.copyOf(majors);
        }

        Asked by(Grouping grouping) {
            return new Asked(grouping, paths, area, areas, majors, since, until);
        }

        private String dimension() {
            return switch (by) {
                case SOURCE -> "source";
                case UNIT -> "unit";
                case MATTER, MAJOR -> "matter";
                default -> "area";
            };
        }
    }

    /** Adds up these sets, group by group. */
    List<Counted.Part> count(Asked asked, Set<CaseSet> sets) {
        var sums =
                sets.stream()
                        .map(set -> ", sum(%1$s) as %1$s\n".formatted(set.code()))
                        .collect(Collectors.joining());
        var statement = GROUP + sums + (asked.by.byArea() ? OF_AREAS : IN_PLACES);
        return sql.sql(statement)
                .params(parameters(asked))
                .query((row, _) ->
                        new Counted.Part(
                                row.getString("group"),
                                row.getBoolean("own"),
                                sums(row, sets),
                                null))
                .list();
    }

    /** How long the cases took that were filed in these days, group by group. */
    Map<String, Hours> took(Asked asked) {
        var hours = new HashMap<String, Hours>();
        sql.sql(TOOK)
                .params(parameters(asked))
                .query(row -> {
                    hours.put(
                            row.getString("group"),
                            new Hours(
                                    row.getDouble("median_hours"),
                                    row.getDouble("p90_hours"),
                                    row.getDouble("mean_hours")));
                });
        return hours;
    }

    private Map<String, @Nullable Object> parameters(Asked asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("by", asked.by.byArea() ? "area" : asked.by.code());
        parameters.put("dimension", asked.dimension());
        parameters.put("paths", asked.paths.toArray(String[]::new));
        parameters.put("area", asked.area);
        parameters.put("areas", asked.areas.toArray(String[]::new));
        parameters.put("majors", json.writeValueAsString(asked.majors));
        parameters.put("since", Date.valueOf(asked.since));
        parameters.put("until", Date.valueOf(asked.until));
        return parameters;
    }

    private static Map<CaseSet, Long> sums(ResultSet row, Set<CaseSet> sets) throws SQLException {
        var sums = new EnumMap<CaseSet, Long>(CaseSet.class);
        for (var set : sets) {
            sums.put(set, row.getLong(set.code()));
        }
        return sums;
    }
}
