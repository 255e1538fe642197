package org.linli.checks;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;
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

    private static final String LATEST =
            """
            select id, case_no, path, at, by_name, seen, agrees
            from checks.visit
            where path ^@ any (:areas::text[])
            order by at desc, id
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
     */
    @Classified(FieldClass.C1)
    record Visit(
            UUID id,
            @Nullable String caseNo,
            String area,
            Instant at,
            String byName,
            String seen,
            @Nullable Boolean agrees) {}

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
                                row.getObject("agrees", Boolean.class)))
                .list();
    }

    private static String last(String path) {
        var codes = path.substring(0, path.length() - 1);
        return codes.substring(codes.lastIndexOf('/') + 1);
    }
}
