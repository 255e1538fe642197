package org.linli.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps households. */
@Repository
class HouseholdStore {

    private static final String COLUMNS =
            """
            select county_code, id, household_id, grid_code, path, address, lon, lat, persons,
                visits_due, fingerprint
            from register.household
            """;

    private static final String BY_ID = COLUMNS + "where id = :id";

    private static final String BY_NUMBER =
            COLUMNS
                    + """
                    where county_code = :county and household_id = :number
                    """;

    /** A household by its exact number or its exact address, within the areas of who asks. */
    private static final String BY_KEY =
            COLUMNS
                    + """
                    where (household_id = :key or address = :key)
                        and exists (
                            select 1 from unnest(:areas::text[]) area where path ^@ area)
                    order by household_id
                    limit :atMost
                    """;

    private static final String IN_GRID =
            COLUMNS
                    + """
                    where path = :path
                    """;

    private static final String IN_AREA =
            COLUMNS
                    + """
                    where path ^@ :path
                    order by household_id
                    limit :atMost
                    """;

    private static final String COUNTED_BY_GRID =
            """
            select grid_code, count(*) as households
            from register.household
            where path ^@ :path
            group by grid_code
            """;

    private static final String ALL =
            COLUMNS
                    + """
                    order by household_id
                    """;

    private static final String PUT =
            """
            insert into register.household (county_code, id, household_id, grid_code, path, address,
                lon, lat, persons, visits_due, fingerprint)
            values (:county, :id, :number, :grid, :path, :address, :lon, :lat, :persons,
                :visitsDue, :fingerprint)
            on conflict (county_code, household_id) do update
            set grid_code = excluded.grid_code, path = excluded.path, address = excluded.address,
                lon = excluded.lon, lat = excluded.lat, persons = excluded.persons,
                visits_due = excluded.visits_due, fingerprint = excluded.fingerprint
            """;

    private final JdbcClient sql;

    HouseholdStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A household, and what the last import said of it.
     *
     * @param fingerprint empty if no import did
     */
    record Known(Household household, String fingerprint) {}

    Optional<Household> find(UUID id) {
        return sql.sql(BY_ID)
                .param("id", id)
                .query(HouseholdStore::read)
                .optional()
                .map(Known::household);
    }

    Optional<Known> find(String county, String number) {
        return sql.sql(BY_NUMBER)
                .param("county", county)
                .param("number", number)
                .query(HouseholdStore::read)
                .optional();
    }

    List<Household> byKey(String key, Scope scope, int atMost) {
        return sql
                .sql(BY_KEY)
                .param("key", key)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .param("atMost", atMost)
                .query(HouseholdStore::read)
                .list()
                .stream()
                .map(Known::household)
                .toList();
    }

    /** How many households each grid of an area has. */
    Map<String, Integer> countedByGrid(String path) {
        var counts = new HashMap<String, Integer>();
        sql.sql(COUNTED_BY_GRID)
                .param("path", path)
                .query(row -> {
                    counts.put(row.getString("grid_code"), row.getInt("households"));
                });
        return counts;
    }

    /** All households of a grid. */
    List<Household> inGrid(String path) {
        return sql.sql(IN_GRID).param("path", path).query(HouseholdStore::read).list().stream()
                .map(Known::household)
                .toList();
    }

    /** The first households of an area, by number. */
    List<Household> inArea(String path, int atMost) {
        return sql
                .sql(IN_AREA)
                .param("path", path)
                .param("atMost", atMost)
                .query(HouseholdStore::read)
                .list()
                .stream()
                .map(Known::household)
                .toList();
    }

    List<Household> all() {
        return sql.sql(ALL).query(HouseholdStore::read).list().stream()
                .map(Known::household)
                .toList();
    }

    void put(Household household, String fingerprint) {
        sql.sql(PUT)
                .param("county", household.countyCode())
                .param("id", household.id())
                .param("number", household.number())
                .param("grid", household.gridCode())
                .param("path", household.path())
                .param("address", household.address())
                .param("lon", household.lon(), Types.DOUBLE)
                .param("lat", household.lat(), Types.DOUBLE)
                .param("persons", household.persons(), Types.INTEGER)
                .param("visitsDue", household.visitsDue(), Types.INTEGER)
                .param("fingerprint", fingerprint)
                .update();
    }

    private static Known read(ResultSet row, int number) throws SQLException {
        return new Known(
                new Household(
                        row.getString("county_code"),
                        row.getObject("id", UUID.class),
                        row.getString("household_id"),
                        row.getString("grid_code"),
                        row.getString("path"),
                        row.getString("address"),
                        row.getObject("lon", Double.class),
                        row.getObject("lat", Double.class),
                        row.getObject("persons", Integer.class),
                        row.getObject("visits_due", Integer.class)),
                row.getString("fingerprint"));
    }
}
