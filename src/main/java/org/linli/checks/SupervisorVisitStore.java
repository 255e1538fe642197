package org.linli.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;
import org.linli.checks.VisitFinds.Find;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What supervisors saw. */
@Repository
class SupervisorVisitStore {

    private static final String ADD =
            """
            insert into checks.visit (county_code, id, path, case_id, case_no, version, at, by_actor,
                by_name, seen, agrees)
            values (:county, :id, :path, :case, :caseNo, :version, :at, :by, :name, :seen, :agrees)
            """;

    private static final String FOUND =
            """
            insert into checks.found (county_code, visit_id, case_id, case_no, path, at, reported)
            select v.county_code, v.id, f.case_id, f.case_no, v.path, v.at, f.reported
            from checks.visit v
            cross join unnest(:cases::bigint[], :numbers::text[], :reported::boolean[])
                as f (case_id, case_no, reported)
            where v.county_code = :county and v.id = :id
            """;

    private static final String LATEST =
            """
            select v.id, v.case_no, v.path, v.at, v.by_name, v.seen, v.agrees,
                array(select f.case_no from checks.found f
                    where f.county_code = v.county_code and f.visit_id = v.id and f.reported
                    order by f.case_id) as known,
                array(select f.case_no from checks.found f
                    where f.county_code = v.county_code and f.visit_id = v.id and not f.reported
                    order by f.case_id) as missed
            from checks.visit v
            where v.path ^@ any (:areas::text[])
            order by v.at desc, v.id
            limit 100
            """;

    private final JdbcClient sql;

    SupervisorVisitStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is written down of a visit. */
    record NewVisit(
            String county,
            UUID id,
            String path,
            @Nullable Long caseId,
            @Nullable String caseNo,
            @Nullable Integer version,
            Instant at,
            String by,
            String name,
            String seen,
            @Nullable Boolean agrees) {}

    /**
     * A visit as it is shown.
     *
     * @param caseNo null where it was to an area
     * @param area the code of the cell or division
     * @param agrees whether what was seen is what the case says; null where it was to an area
     * @param known the cases of what was found there and had been reported
     * @param missed the cases of what nobody had reported
     */
    @Classified(FieldClass.C1)
    record Visit(
            UUID id,
            @Nullable String caseNo,
            String area,
            Instant at,
            String byName,
            String seen,
            @Nullable Boolean agrees,
            List<String> known,
            List<String> missed) {

        Visit {
            known = List.copyOf(known);
            missed = List.copyOf(missed);
        }
    }

    void add(NewVisit visit) {
        sql.sql(ADD)
                .param("county", visit.county())
                .param("id", visit.id())
                .param("path", visit.path())
                .param("case", visit.caseId(), Types.BIGINT)
                .param("caseNo", visit.caseNo(), Types.VARCHAR)
                .param("version", visit.version(), Types.INTEGER)
                .param("at", Timestamp.from(visit.at()))
                .param("by", visit.by())
                .param("name", visit.name())
                .param("seen", visit.seen())
                .param("agrees", visit.agrees(), Types.BOOLEAN)
                .update();
    }

    /** Adds what was found on a visit; the same case named twice was found once. */
    void add(String county, UUID visit, List<Find> found) {
        var once = new LinkedHashMap<Long, Find>();
        found.forEach(find -> once.putIfAbsent(find.file().key().id(), find));
        if (once.isEmpty()) {
            return;
        }
        var finds = once.values();
        sql.sql(FOUND)
                .param("county", county)
                .param("id", visit)
                .param("cases", once.keySet().toArray(Long[]::new))
                .param("numbers", finds.stream().map(f -> f.file().caseNo()).toArray(String[]::new))
                .param("reported", finds.stream().map(Find::reported).toArray(Boolean[]::new))
                .update();
    }

    List<Visit> latest(Scope scope) {
        return sql.sql(LATEST)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .query((row, _) ->
                        new Visit(
                                row.getObject("id", UUID.class),
                                row.getString("case_no"),
                                last(row.getString("path")),
                                row.getTimestamp("at").toInstant(),
                                row.getString("by_name"),
                                row.getString("seen"),
                                row.getObject("agrees", Boolean.class),
                                texts(row, "known"),
                                texts(row, "missed")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static String last(String path) {
        var codes = path.substring(0, path.length() - 1);
        return codes.substring(codes.lastIndexOf('/') + 1);
    }
}
