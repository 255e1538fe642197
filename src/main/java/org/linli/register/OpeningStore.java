package org.linli.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which records were opened by whom and what for, and what others thought of it. */
@Repository
class OpeningStore {

    private static final String ADD =
            """
            insert into register.opening (county_code, id, person, path, actor, actor_name,
                unit_name, case_no, reason, opened_at, until, review_due, review_note)
            values (:county, :id, :person, :path, :actor, :actorName, :unitName, :caseNo, :reason,
                :openedAt, :until, :reviewDue, '')
            """;

    private static final String COLUMNS =
            """
            select id, person, path, actor, actor_name, unit_name, case_no, reason, opened_at,
                until, review_due, reviewed_at, justified, review_note
            from register.opening
            """;

    private static final String FIND = COLUMNS + "where id = :id";

    private static final String TO_REVIEW =
            COLUMNS
                    + """
                    where review_due is not null and reviewed_at is null and actor <> :actor
                        and exists (select 1 from unnest(:areas::text[]) area where path ^@ area)
                    order by review_due, id
                    limit :atMost
                    """;

    private static final String REVIEWED =
            """
            update register.opening
            set reviewed_at = :now, reviewed_by = :by, justified = :justified, review_note = :note
            where id = :id and review_due is not null and reviewed_at is null
            """;

    private static final String OPEN_CASES =
            """
            select case_no
            from cases.published_case
            where cell_code = :grid and path = :path
                and state not in ('CLOSED', 'REFUSED', 'MERGED', 'SPLIT')
            order by reported_at desc
            limit :atMost
            """;

    private final JdbcClient sql;

    OpeningStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(String county, Opening opening) {
        sql.sql(ADD)
                .param("county", county)
                .param("id", opening.id())
                .param("person", opening.person())
                .param("path", opening.path())
                .param("actor", opening.actor())
                .param("actorName", opening.actorName())
                .param("unitName", opening.unitName())
                .param("caseNo", opening.caseNo(), Types.VARCHAR)
                .param("reason", opening.reason(), Types.VARCHAR)
                .param("openedAt", opening.openedAt().atOffset(ZoneOffset.UTC))
                .param("until", opening.until().atOffset(ZoneOffset.UTC))
                .param(
                        "reviewDue",
                        RecordStore.utc(opening.reviewDue()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Opening> find(UUID id) {
        return sql.sql(FIND).param("id", id).query(OpeningStore::read).optional();
    }

    /** Those whose reason somebody else than who gave it should judge, the most urgent first. */
    List<Opening> toReview(String actor, Scope scope, int atMost) {
        return sql.sql(TO_REVIEW)
                .param("actor", actor)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .param("atMost", atMost)
                .query(OpeningStore::read)
                .list();
    }

    /** Notes what somebody thought of a reason; false if somebody else has before. */
    boolean reviewed(UUID id, String by, boolean justified, String note, Instant now) {
        return sql.sql(REVIEWED)
                        .param("id", id)
                        .param("by", by)
                        .param("justified", justified)
                        .param("note", note)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** The numbers of the latest open cases of a household's grid. */
    List<String> openCases(Household household, int atMost) {
        return sql.sql(OPEN_CASES)
                .param("grid", household.gridCode())
                .param("path", household.path())
                .param("atMost", atMost)
                .query((row, number) -> row.getString("case_no"))
                .list();
    }

    private static Opening read(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("path"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("unit_name"),
                row.getString("case_no"),
                row.getString("reason"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                RecordStore.instant(row, "review_due"),
                RecordStore.instant(row, "reviewed_at"),
                row.getObject("justified", Boolean.class),
                row.getString("review_note"));
    }
}
