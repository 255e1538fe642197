package org.linli.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who was shown what of whom, and counts it. */
@Repository
class DisclosureStore {

    /** Until the transaction ends, nobody else counts or adds to what this one has looked at. */
    private static final String ALONE =
            """
            select pg_advisory_xact_lock(hashtextextended('register.budget ' || :actor, 0))
            """;

    private static final String ADD =
            """
            insert into register.disclosure (county_code, id, person, path, at, actor, unit_name,
                act, field, purpose, case_no)
            values (:county, :id, :person, :path, :at, :actor, :unitName, :act, :field, :purpose,
                :caseNo)
            """;

    private static final String ADD_FRUITLESS =
            """
            insert into register.fruitless (actor, at, key)
            values (:actor, :at, :key)
            on conflict do nothing
            """;

    /** Distinct persons, and distinct questions without an answer. */
    private static final String SEEN =
            """
            select (
                select count(distinct person)
                from register.disclosure
                where actor = :actor and at >= :since and act <> 'CODE_ISSUED'
            ) + (
                select count(distinct key)
                from register.fruitless
                where actor = :actor and at >= :since
            )
            """;

    private static final String SEEN_AMONG =
            """
            select count(distinct person)
            from register.disclosure
            where actor = :actor and at >= :since and act <> 'CODE_ISSUED'
                and person = any(:persons)
            """;

    private static final String ASKED_BEFORE =
            """
            select count(*) from register.fruitless
            where actor = :actor and at >= :since and key = :key
            """;

    private static final String OF_PERSON =
            """
            select id, at, actor, unit_name, act, field, purpose, case_no
            from register.disclosure
            where county_code = :county and person = :person
            order by at desc, id
            limit :atMost
            """;

    private static final String FIND =
            """
            select id, at, actor, unit_name, act, field, purpose, case_no
            from register.disclosure
            where county_code = :county and person = :person and id = :id
            """;

    private final JdbcClient sql;

    DisclosureStore(JdbcClient sql) {
        this.sql = sql;
    }

    void beAlone(String actor) {
        sql.sql(ALONE).param("actor", actor).query((_, _) -> true).single();
    }

    void add(Person person, Disclosure shown) {
        sql.sql(ADD)
                .param("county", person.countyCode())
                .param("id", shown.id())
                .param("person", person.id())
                .param("path", person.path())
                .param("at", shown.at().atOffset(ZoneOffset.UTC))
                .param("actor", shown.actor())
                .param("unitName", shown.unitName())
                .param("act", shown.act().name())
                .param("field", shown.field(), Types.VARCHAR)
                .param("purpose", shown.purpose())
                .param("caseNo", shown.caseNo(), Types.VARCHAR)
                .update();
    }

    void addFruitless(String actor, Instant at, byte[] key) {
        sql.sql(ADD_FRUITLESS)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .update();
    }

    /** How many persons somebody has looked at or asked for since. */
    int seen(String actor, Instant since) {
        return sql.sql(SEEN)
                .param("actor", actor)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** How many of these persons they have looked at since. */
    int seenAmong(String actor, Instant since, List<UUID> persons) {
        return sql.sql(SEEN_AMONG)
                .param("actor", actor)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("persons", persons.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    boolean askedBefore(String actor, Instant since, byte[] key) {
        return sql.sql(ASKED_BEFORE)
                        .param("actor", actor)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("key", key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The latest of what was shown of a person. */
    List<Disclosure> of(String county, UUID person, int atMost) {
        return sql.sql(OF_PERSON)
                .param("county", county)
                .param("person", person)
                .param("atMost", atMost)
                .query(DisclosureStore::read)
                .list();
    }

    Optional<Disclosure> find(String county, UUID person, UUID id) {
        return sql.sql(FIND)
                .param("county", county)
                .param("person", person)
                .param("id", id)
                .query(DisclosureStore::read)
                .optional();
    }

    private static Disclosure read(ResultSet row, int number) throws SQLException {
        return new Disclosure(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("unit_name"),
                Disclosure.Act.valueOf(row.getString("act")),
                row.getString("field"),
                row.getString("purpose"),
                row.getString("case_no"));
    }
}
