package org.linli.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how people want to be told; how to reach them is sealed. */
@Repository
class PreferenceStore {

    private static final String COLUMNS =
            """
            select account_id, language, channels, quiet_from, quiet_to, key_id, email, phone
            from notices.preference
            """;

    private static final String FIND = COLUMNS + "where account_id = :account";

    private static final String OUTDATED =
            COLUMNS + "where key_id = any(:keys) limit :atMost for update skip locked";

    private static final String COUNT =
            """
            select count(*) from notices.preference where key_id = any(:keys)
            """;

    private static final String PUT =
            """
            insert into notices.preference (account_id, language, channels, quiet_from, quiet_to,
                key_id, email, phone)
            values (:account, :language, :channels, :from, :to, :keyId, :email, :phone)
            on conflict (account_id) do update
            set language = excluded.language, channels = excluded.channels,
                quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                key_id = excluded.key_id, email = excluded.email, phone = excluded.phone
            """;

    private static final String MARK =
            """
            update notices.preference set key_id = :keyId where account_id = :account
            """;

    private final JdbcClient sql;

    PreferenceStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Preference> find(String account) {
        return sql.sql(FIND).param("account", account).query(PreferenceStore::read).optional();
    }

    List<Preference> outdated(Collection<String> keys, int atMost) {
        return sql.sql(OUTDATED)
                .param("keys", keys.toArray(String[]::new))
                .param("atMost", atMost)
                .query(PreferenceStore::read)
                .list();
    }

    long count(Collection<String> keys) {
        return sql.sql(COUNT).param("keys", keys.toArray(String[]::new)).query(Long.class).single();
    }

    void put(Preference sealed) {
        sql.sql(PUT)
                .param("account", sealed.accountId())
                .param("language", sealed.language())
                .param("channels", sealed.channels().toArray(String[]::new))
                .param("from", sealed.quiet().from())
                .param("to", sealed.quiet().to())
                .param("keyId", sealed.keyId())
                .param("email", sealed.email())
                .param("phone", sealed.phone())
                .update();
    }

    /** Says of a row what its key column should say, and leaves its values alone. */
    void mark(String account, String keyId) {
        sql.sql(MARK).param("account", account).param("keyId", keyId).update();
    }

    private static Preference read(ResultSet row, int number) throws SQLException {
        return new Preference(
                row.getString("account_id"),
                row.getString("language"),
                List.of((String[]) row.getArray("channels").getArray()),
                new Quiet(row.getInt("quiet_from"), row.getInt("quiet_to")),
                row.getString("key_id"),
                row.getString("email"),
                row.getString("phone"));
    }
}
