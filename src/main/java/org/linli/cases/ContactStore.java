package org.linli.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.linli.cases.Contacts.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and seals anew what {@link NewCaseStore} adds to {@code cases.reporter_contact}. */
@Repository
class ContactStore {

    private static final String FIND =
            """
            select county_code, case_id, key_id, name, phone, email
            from cases.reporter_contact
            where county_code = :county and case_id = :id
            """;

    /** Another node may be sealing others at the same time. */
    private static final String OUTDATED =
            """
            select county_code, case_id, key_id, name, phone, email
            from cases.reporter_contact
            where key_id = any(:keys)
            limit :atMost
            for update skip locked
            """;

    private static final String PUT =
            """
            update cases.reporter_contact
            set key_id = :keyId, name = :name, phone = :phone, email = :email
            where county_code = :county and case_id = :id
            """;

    private static final String MARK =
            """
            update cases.reporter_contact
            set key_id = :keyId
            where county_code = :county and case_id = :id
            """;

    /**
     * Whoever reported what was merged, and merged again, is told of where it has come to. A part
     * has its reporter's contact itself: only the others of the whole are looked for there.
     */
    private static final String REACHABLE =
            """
            with recursive led as (
                select county_code, case_id as told, case_id as reported, true as own
                from unnest(:counties, :ids) as asked (county_code, case_id)
                union
                select led.county_code, led.told, other.id, other.own
                from led
                join lateral (
                    select f.id, true as own
                    from cases.case_file f
                    where f.county_code = led.county_code and f.merged_into = led.reported
                    union all
                    select p.parent_id, false
                    from cases.part p
                    where p.county_code = led.county_code and p.child_id = led.reported
                ) other on true
            )
            select led.county_code, led.told, led.reported, c.email <> '' as by_mail,
                c.phone <> '' as by_phone
            from led
            join cases.reporter_contact c
                on c.county_code = led.county_code and c.case_id = led.reported
            where led.own and (c.email <> '' or c.phone <> '')
            """;

    private static final String CASE_NO =
            """
            select case_no from cases.case_file where county_code = :county and id = :id
            """;

    private static final String COUNT =
            """
            select count(*) from cases.reporter_contact where key_id = any(:keys)
            """;

    private final JdbcClient sql;

    ContactStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Sealed> find(CaseKey key) {
        return sql.sql(FIND)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query(ContactStore::read)
                .optional();
    }

    List<Reporters.Reachable> reachable(Collection<CaseKey> keys) {
        return sql.sql(REACHABLE)
                .param("counties", keys.stream().map(CaseKey::countyCode).toArray(String[]::new))
                .param("ids", keys.stream().map(CaseKey::id).toArray(Long[]::new))
                .query((row, _) ->
                        new Reporters.Reachable(
                                new CaseKey(row.getString("county_code"), row.getLong("told")),
                                new CaseKey(row.getString("county_code"), row.getLong("reported")),
                                row.getBoolean("by_mail"),
                                row.getBoolean("by_phone")))
                .list();
    }

    String caseNo(CaseKey key) {
        return sql.sql(CASE_NO)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query(String.class)
                .single();
    }

    List<Sealed> outdated(Collection<String> keys, int atMost) {
        return sql.sql(OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .param("atMost", atMost)
                .query(ContactStore::read)
                .list();
    }

    void put(Sealed row) {
        sql.sql(PUT)
                .param("county", row.key().countyCode())
                .param("id", row.key().id())
                .param("keyId", row.keyId())
                .param("name", row.contact().name())
                .param("phone", row.contact().phone())
                .param("email", row.contact().email())
                .update();
    }

    /** Says of a row what its key column should say, and leaves its values alone. */
    void mark(CaseKey key, String keyId) {
        sql.sql(MARK)
                .param("county", key.countyCode())
                .param("id", key.id())
                .param("keyId", keyId)
                .update();
    }

    long count(Collection<String> keys) {
        return sql.sql(COUNT).param("keys", keys.toArray(String[]::new)).query(Long.class).single();
    }

    private static Sealed read(ResultSet row, int number) throws SQLException {
        return new Sealed(
                new CaseKey(row.getString("county_code"), row.getLong("case_id")),
                row.getString("key_id"),
                new Contact(row.getString("name"), row.getString("phone"), row.getString("email")));
    }
}
