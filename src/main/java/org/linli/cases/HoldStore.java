package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Catalogue;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the cases on hold: those whose date has come, and all that anybody may see. */
@Repository
class HoldStore {

    private static final String OVER =
            """
            select county_code, id
            from cases.case_file
            where held_until <= :now and affairs -> 'hold' is not null
            order by held_until
            limit 1000
            """;

    private static final String SHOWN =
            """
            select case_no, matter_code, path, held_until, affairs #>> '{hold,ground}' as ground,
                (affairs #>> '{hold,from}')::timestamptz as held_from
            from cases.case_file
            where held_until is not null and open and affairs -> 'hold' is not null
            order by held_until, id
            limit 1000
            """;

    private static final String STREET = "street";

    private final JdbcClient sql;
    private final Catalogue catalogue;
    private final Grid grid;

    HoldStore(JdbcClient sql, Catalogue catalogue, Grid grid) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.grid = grid;
    }

    List<CaseKey> over(Instant now) {
        return sql.sql(OVER)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new CaseKey(row.getString("county_code"), row.getLong("id")))
                .list();
    }

    List<HeldCase> shown() {
        return sql.sql(SHOWN).query((row, _) -> shown(row)).list();
    }

    private HeldCase shown(ResultSet row) throws SQLException {
        var code = row.getString("matter_code");
        var matter = code == null ? null : catalogue.matter(code).orElse(null);
        return new HeldCase(
                row.getString("case_no"),
                matter == null ? null : matter.nameZh(),
                matter == null ? null : matter.nameEn(),
                street(row.getString("path")),
                row.getString("ground").toLowerCase(Locale.ROOT),
                row.getTimestamp("held_from").toInstant(),
                row.getTimestamp("held_until").toInstant());
    }

    private @Nullable String street(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(code -> !code.isEmpty())
                .flatMap(code -> grid.division(code).stream())
                .filter(division -> division.level().code().equals(STREET))
                .map(Division::name)
                .findFirst()
                .orElse(null);
    }
}
