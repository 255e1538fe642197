package org.linli.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the versions of districts' rules. */
@Repository
class RuleStore {

    private static final String REVISION =
            """
            select version from rules.revision where id = 1
            """;

    /** Of two for the same instant, the one that was put in force later holds. */
    private static final String ENACTED =
            """
            select id, district, no, content, effective_at, name, drafted_by, drafted_by_name,
                enacted_by, enacted_by_name, enacted_at
            from rules.enacted
            order by effective_at, id
            """;

    private static final String LOCK =
            """
            select version from rules.revision where id = 1 for update
            """;

    private static final String COUNT_CHANGE =
            """
            update rules.revision set version = version + 1 where id = 1
            """;

    private static final String ENACT =
            """
            insert into rules.enacted (district, no, content, effective_at, name, drafted_by,
                drafted_by_name, enacted_by, enacted_by_name, enacted_at)
            select :district, coalesce(max(no), 0) + 1, :content::jsonb, :effectiveAt, :name,
                :draftedBy, :draftedByName, :enactedBy, :enactedByName, :now
            from rules.enacted
            where district = :district
            returning id, district, no, content, effective_at, name, drafted_by, drafted_by_name,
                enacted_by, enacted_by_name, enacted_at
            """;

    private static final String DRAFT_COLUMNS =
            """
            id, district, name, content, version, edited_by, edited_by_name, edited_at
            """;

    private static final String DRAFT =
            "select " + DRAFT_COLUMNS + " from rules.draft where id = :id";

    private static final String DRAFTS =
            "select "
                    + DRAFT_COLUMNS
                    + " from rules.draft where district = :district order by edited_at desc, id";

    private static final String ADD_DRAFT =
            """
            insert into rules.draft (district, name, content, version, edited_by, edited_by_name,
                edited_at)
            values (:district, :name, :content::jsonb, 1, :actor, :actorName, :now)
            returning
            """
                    + DRAFT_COLUMNS;

    private static final String CHANGE_DRAFT =
            """
            update rules.draft
            set name = :name, content = :content::jsonb, version = version + 1,
                edited_by = :actor, edited_by_name = :actorName, edited_at = :now
            where id = :id and version = :seen
            returning
            """
                    + DRAFT_COLUMNS;

    private static final String DISCARD =
            """
            delete from rules.draft where id = :id
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RuleStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    long revision() {
        return sql.sql(REVISION).query(Long.class).single();
    }

    /** All versions of all districts, in the order in which they come into force. */
    List<StoredRules> enacted() {
        return sql.sql(ENACTED).query((row, _) -> enacted(row)).list();
    }

    /** Lets nobody else put rules in force until the transaction ends. */
    void lock() {
        sql.sql(LOCK).query(Long.class).single();
    }

    void countChange() {
        sql.sql(COUNT_CHANGE).update();
    }

    StoredRules enact(Actor actor, Draft draft, Instant effectiveAt, Instant now) {
        return sql.sql(ENACT)
                .param("district", draft.district())
                .param("content", json.writeValueAsString(draft.rules()))
                .param("effectiveAt", Timestamp.from(effectiveAt))
                .param("name", draft.name())
                .param("draftedBy", draft.editedBy())
                .param("draftedByName", draft.editedByName())
                .param("enactedBy", actor.id())
                .param("enactedByName", actor.name())
                .param("now", Timestamp.from(now))
                .query((row, _) -> enacted(row))
                .single();
    }

    Optional<Draft> draft(int id) {
        return sql.sql(DRAFT).param("id", id).query((row, _) -> draft(row)).optional();
    }

    /** Those of a district, the latest first. */
    List<Draft> drafts(String district) {
        return sql.sql(DRAFTS).param("district", district).query((row, _) -> draft(row)).list();
    }

    Draft add(Actor actor, String district, String name, Rules rules, Instant now) {
        return edited(ADD_DRAFT, actor, name, rules, now)
                .param("district", district)
                .query((row, _) -> draft(row))
                .single();
    }

    /**
     * @return empty if it is not as it was seen, or gone
     */
    Optional<Draft> change(Actor actor, int id, int seen, String name, Rules rules, Instant now) {
        return edited(CHANGE_DRAFT, actor, name, rules, now)
                .param("id", id)
                .param("seen", seen)
                .query((row, _) -> draft(row))
                .optional();
    }

    /** Whether it was there. */
    boolean discard(int id) {
        return sql.sql(DISCARD).param("id", id).update() == 1;
    }

    private JdbcClient.StatementSpec edited(
            String statement, Actor actor, String name, Rules rules, Instant now) {
        return sql.sql(statement)
                .param("name", name)
                .param("content", json.writeValueAsString(rules))
                .param("actor", actor.id())
                .param("actorName", actor.name())
                .param("now", Timestamp.from(now));
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getInt("id"),
                row.getString("district"),
                row.getString("name"),
                row.getInt("version"),
                row.getString("edited_by"),
                row.getString("edited_by_name"),
                row.getTimestamp("edited_at").toInstant(),
                json.readValue(row.getString("content"), Rules.class));
    }

    private StoredRules enacted(ResultSet row) throws SQLException {
        return new StoredRules(
                row.getString("district"),
                row.getInt("no"),
                row.getTimestamp("effective_at").toInstant(),
                row.getString("name"),
                row.getString("drafted_by"),
                row.getString("drafted_by_name"),
                row.getString("enacted_by"),
                row.getString("enacted_by_name"),
                row.getTimestamp("enacted_at").toInstant(),
                new DistrictRules(
                        row.getInt("id"), json.readValue(row.getString("content"), Rules.class)));
    }
}
