package org.linli.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the data keys, each wrapped by a key that the database does not have. */
@Repository
class DataKeyStore {

    private static final String ALL =
            """
            select field_class, version, wrapped, made_at
            from vault.data_key
            order by field_class, version
            """;

    /** Whoever made this version first, on whichever node, is right. */
    private static final String ADD =
            """
            insert into vault.data_key (field_class, version, wrapped, made_at)
            values (:keyClass, :version, :wrapped, :madeAt)
            on conflict do nothing
            """;

    private final JdbcClient sql;
    private final Clock clock;

    DataKeyStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record WrappedKey(String keyClass, int version, String wrapped, Instant madeAt) {}

    List<WrappedKey> all() {
        return sql.sql(ALL)
                .query((row, number) ->
                        new WrappedKey(
                                row.getString("field_class"),
                                row.getInt("version"),
                                row.getString("wrapped"),
                                row.getTimestamp("made_at").toInstant()))
                .list();
    }

    void add(String keyClass, int version, String wrapped) {
        sql.sql(ADD)
                .param("keyClass", keyClass)
                .param("version", version)
                .param("wrapped", wrapped)
                .param("madeAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
