package org.linli.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps persons, found by exact keys only. */
@Repository
class PersonStore {

    private static final String COLUMNS =
            """
            select county_code, id, household, path, notice, guardian_consent, key_id, name, phone,
                id_number, entered_at, entered_by
            from register.person
            """;

    private static final String BY_ID = COLUMNS + "where id = :id";

    private static final String OF_HOUSEHOLD =
            COLUMNS
                    + """
                    where county_code = :county and household = :household
                    order by entered_at, id
                    """;

    private static final String IN_AREAS =
            """
                and exists (select 1 from unnest(:areas::text[]) area where path ^@ area)
            order by entered_at, id
            limit :atMost
            """;

    private static final String BY_NAME = COLUMNS + "where name_index = :index\n" + IN_AREAS;
    private static final String BY_PHONE = COLUMNS + "where phone_index = :index\n" + IN_AREAS;
    private static final String BY_ID_NUMBER =
            COLUMNS + "where id_number_index = :index\n" + IN_AREAS;

    private static final String OUTDATED =
            COLUMNS
                    + """
                    where key_id = any(:keys)
                    limit :atMost
                    for update skip locked
                    """;

    private static final String COUNT =
            """
            select count(*) from register.person where key_id = any(:keys)
            """;

    private static final String ADD =
            """
            insert into register.person (county_code, id, household, path, notice,
                guardian_consent, key_id, name, phone, id_number, name_index, phone_index,
                id_number_index, entered_at, entered_by)
            values (:county, :id, :household, :path, :notice, :guardianConsent, :keyId, :name,
                :phone, :idNumber, :nameIndex, :phoneIndex, :idNumberIndex, :enteredAt, :enteredBy)
            """;

    private static final String SEAL_ANEW =
            """
            update register.person
            set key_id = :keyId, name = :name, phone = :phone, id_number = :idNumber
            where county_code = :county and id = :id
            """;

    private static final String MARK =
            """
            update register.person
            set key_id = :keyId
            where county_code = :county and id = :id
            """;

    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Person> find(UUID id) {
        return sql.sql(BY_ID).param("id", id).query(PersonStore::read).optional();
    }

    List<Person> of(Household household) {
        return sql.sql(OF_HOUSEHOLD)
                .param("county", household.countyCode())
                .param("household", household.id())
                .query(PersonStore::read)
                .list();
    }

    List<Person> byName(byte[] index, Collection<String> areas, int atMost) {
        return by(BY_NAME, index, areas, atMost);
    }

    List<Person> byPhone(byte[] index, Collection<String> areas, int atMost) {
        return by(BY_PHONE, index, areas, atMost);
    }

    List<Person> byIdNumber(byte[] index, Collection<String> areas, int atMost) {
        return by(BY_ID_NUMBER, index, areas, atMost);
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException if the ID number is another's
     */
    void add(Person person, Person.Indexes indexes) {
        sql.sql(ADD)
                .param("county", person.countyCode())
                .param("id", person.id())
                .param("household", person.household())
                .param("path", person.path())
                .param("notice", person.notice())
                .param("guardianConsent", person.guardianConsent(), Types.OTHER)
                .param("keyId", person.keyId())
                .param("name", person.name())
                .param("phone", person.phone())
                .param("idNumber", person.idNumber())
                .param("nameIndex", indexes.name())
                .param("phoneIndex", indexes.phone(), Types.BINARY)
                .param("idNumberIndex", indexes.idNumber(), Types.BINARY)
                .param("enteredAt", person.enteredAt().atOffset(ZoneOffset.UTC))
                .param("enteredBy", person.enteredBy())
                .update();
    }

    List<Person> outdated(Collection<String> keys, int atMost) {
        return sql.sql(OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .param("atMost", atMost)
                .query(PersonStore::read)
                .list();
    }

    long count(Collection<String> keys) {
        return sql.sql(COUNT).param("keys", keys.toArray(String[]::new)).query(Long.class).single();
    }

    void sealAnew(Person person) {
        sql.sql(SEAL_ANEW)
                .param("county", person.countyCode())
                .param("id", person.id())
                .param("keyId", person.keyId())
                .param("name", person.name())
                .param("phone", person.phone())
                .param("idNumber", person.idNumber())
                .update();
    }

    /** Says of a row what its key column should say, and leaves its values alone. */
    void mark(Person person, String keyId) {
        sql.sql(MARK)
                .param("county", person.countyCode())
                .param("id", person.id())
                .param("keyId", keyId)
                .update();
    }

    private List<Person> by(String query, byte[] index, Collection<String> areas, int atMost) {
        return sql.sql(query)
                .param("index", index)
                .param("areas", areas.toArray(String[]::new))
                .param("atMost", atMost)
                .query(PersonStore::read)
                .list();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("county_code"),
                row.getObject("id", UUID.class),
                row.getObject("household", UUID.class),
                row.getString("path"),
                row.getObject("notice", UUID.class),
                row.getObject("guardian_consent", UUID.class),
                row.getString("key_id"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("id_number"),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("entered_by"));
    }
}
