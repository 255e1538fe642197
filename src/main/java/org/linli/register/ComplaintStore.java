package org.linli.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what residents asked about looks at their data, and what they were answered. */
@Repository
class ComplaintStore {

    private static final String FILE =
            """
            insert into register.complaint (county_code, id, disclosure, path, filed_at, due_at,
                text, answer)
            values (:county, :id, :disclosure, :path, :filedAt, :dueAt, :text, '')
            """;

    private static final String COLUMNS =
            """
            select c.id, c.disclosure, c.filed_at, c.due_at, c.text, c.answered_at, c.answer,
                d.at, d.actor, d.unit_name, d.act, d.purpose, d.case_no, c.path
            from register.complaint c
            join register.disclosure d on d.county_code = c.county_code and d.id = c.disclosure
            """;

    private static final String OF_PERSON =
            COLUMNS
                    + """
                    where d.county_code = :county and d.person = :person
                    """;

    private static final String LATEST =
            COLUMNS
                    + """
                    where exists (select 1 from unnest(:areas::text[]) area where c.path ^@ area)
                    order by c.answered_at is not null, c.due_at, c.id
                    limit :atMost
                    """;

    private static final String ANSWERED =
            """
            update register.complaint
            set answered_at = :now, answered_by = :by, answer = :answer
            where id = :id and answered_at is null
                and exists (select 1 from unnest(:areas::text[]) area where path ^@ area)
            """;

    private final JdbcClient sql;

    ComplaintStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A complaint and the look that it is about.
     *
     * @param answeredAt null until it is answered
     */
    record Complaint(
            UUID id,
            UUID disclosure,
            Instant filedAt,
            Instant dueAt,
            String text,
            @Nullable Instant answeredAt,
            String answer,
            Instant lookedAt,
            String actor,
            String unitName,
            Disclosure.Act act,
            String purpose,
            @Nullable String caseNo,
            String path) {}

    /**
     * @throws org.springframework.dao.DuplicateKeyException if there is one about it already
     */
    void file(Person person, UUID id, UUID disclosure, String text, Instant now, Instant due) {
        sql.sql(FILE)
                .param("county", person.countyCode())
                .param("id", id)
                .param("disclosure", disclosure)
                .param("path", person.path())
                .param("filedAt", now.atOffset(ZoneOffset.UTC))
                .param("dueAt", due.atOffset(ZoneOffset.UTC))
                .param("text", text)
                .update();
    }

    List<Complaint> of(Person person) {
        return sql.sql(OF_PERSON)
                .param("county", person.countyCode())
                .param("person", person.id())
                .query(ComplaintStore::read)
                .list();
    }

    /** Those not answered first, the most urgent of them first. */
    List<Complaint> latest(Scope scope, int atMost) {
        return sql.sql(LATEST)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .param("atMost", atMost)
                .query(ComplaintStore::read)
                .list();
    }

    /** Answers one; false if there is none such that waits. */
    boolean answered(UUID id, Scope scope, String by, String answer, Instant now) {
        return sql.sql(ANSWERED)
                        .param("id", id)
                        .param("areas", scope.areaPaths().toArray(String[]::new))
                        .param("by", by)
                        .param("answer", answer)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static Complaint read(ResultSet row, int number) throws SQLException {
        return new Complaint(
                row.getObject("id", UUID.class),
                row.getObject("disclosure", UUID.class),
                row.getTimestamp("filed_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getString("text"),
                RecordStore.instant(row, "answered_at"),
                row.getString("answer"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("unit_name"),
                Disclosure.Act.valueOf(row.getString("act")),
                row.getString("purpose"),
                row.getString("case_no"),
                row.getString("path"));
    }
}
