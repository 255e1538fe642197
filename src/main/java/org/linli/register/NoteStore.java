package org.linli.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and seals anew the notes of {@code register.service_need}. */
@Repository
class NoteStore {

    private static final String FIND =
            """
            select note
            from register.service_need
            where county_code = :county and household = :household and id = :id
                and ended_at is null
            """;

    private static final String OUTDATED =
            """
            select county_code, id, note
            from register.service_need
            where key_id = any(:keys)
            limit :atMost
            for update skip locked
            """;

    private static final String COUNT =
            """
            select count(*) from register.service_need where key_id = any(:keys)
            """;

    private static final String PUT =
            """
            update register.service_need
            set key_id = :keyId, note = :note
            where county_code = :county and id = :id
            """;

    private final JdbcClient sql;

    NoteStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(String county, UUID need, String note) {}

    Optional<String> find(String county, UUID household, UUID need) {
        return sql.sql(FIND)
                .param("county", county)
                .param("household", household)
                .param("id", need)
                .query(String.class)
                .optional();
    }

    List<Row> outdated(Collection<String> keys, int atMost) {
        return sql.sql(OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .param("atMost", atMost)
                .query((row, number) ->
                        new Row(
                                row.getString("county_code"),
                                row.getObject("id", UUID.class),
                                row.getString("note")))
                .list();
    }

    long count(Collection<String> keys) {
        return sql.sql(COUNT).param("keys", keys.toArray(String[]::new)).query(Long.class).single();
    }

    void put(Row row, Notes.Sealed sealed) {
        sql.sql(PUT)
                .param("county", row.county())
                .param("id", row.need())
                .param("keyId", sealed.keyId())
                .param("note", sealed.text())
                .update();
    }
}
