package org.linli.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.linli.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what the privacy officer must look into, once a day of each kind about each. */
@Repository
class AlertStore {

    private static final String RAISE =
            """
            insert into register.alert (id, path, kind, actor, actor_name, day, persons, raised_at,
                note)
            values (:id, :path, :kind, :actor, :actorName, :day, :persons, :raisedAt, '')
            on conflict (actor, day, kind) do update
            set persons = excluded.persons
            """;

    private static final String LATEST =
            """
            select id, kind, actor, actor_name, day, persons, raised_at, done_at, note
            from register.alert
            where exists (select 1 from unnest(:areas::text[]) area where path ^@ area)
            order by done_at is not null, raised_at desc, id
            limit :atMost
            """;

    private static final String DONE =
            """
            update register.alert
            set done_at = :now, done_by = :by, note = :note
            where id = :id and done_at is null
                and exists (select 1 from unnest(:areas::text[]) area where path ^@ area)
            """;

    private final JdbcClient sql;

    AlertStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param path the area of who is meant
     */
    void raise(String path, Alert alert) {
        sql.sql(RAISE)
                .param("id", alert.id())
                .param("path", path)
                .param("kind", alert.kind().name())
                .param("actor", alert.actor())
                .param("actorName", alert.actorName())
                .param("day", alert.day())
                .param("persons", alert.persons())
                .param("raisedAt", alert.raisedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Open ones first, the newest of them first. */
    List<Alert> latest(Scope scope, int atMost) {
        return sql.sql(LATEST)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .param("atMost", atMost)
                .query(AlertStore::read)
                .list();
    }

    /** Notes what came of an open one; false if there is none such. */
    boolean done(UUID id, Scope scope, String by, String note, Instant now) {
        return sql.sql(DONE)
                        .param("id", id)
                        .param("areas", scope.areaPaths().toArray(String[]::new))
                        .param("by", by)
                        .param("note", note)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static Alert read(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                Alert.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getObject("day", LocalDate.class),
                row.getInt("persons"),
                row.getTimestamp("raised_at").toInstant(),
                RecordStore.instant(row, "done_at"),
                row.getString("note"));
    }
}
