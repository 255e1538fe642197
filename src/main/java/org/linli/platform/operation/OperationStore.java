package org.linli.platform.operation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up operations done before, in {@code platform.operation}. */
@Repository
class OperationStore {

    private static final String FIND =
            """
            select hash, status, answer
            from platform.operation
            where caller = :caller and op_id = :opId
            """;

    private static final String CLAIM =
            "with done as (select 1), " + Claim.beside("done") + "select 1";

    private static final String EPOCH =
            """
            select epoch from platform.installation
            """;

    private final JdbcClient sql;

    OperationStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Known(byte[] hash, Answer answer) {}

    Optional<Known> find(Operation operation) {
        return sql.sql(FIND)
                .param("caller", operation.caller())
                .param("opId", operation.opId())
                .query((row, number) ->
                        new Known(
                                row.getBytes("hash"),
                                new Answer(row.getInt("status"), row.getString("answer"))))
                .optional();
    }

    void store(Claim claim) {
        sql.sql(CLAIM).params(claim.parameters()).query(Integer.class).single();
    }

    int epoch() {
        return sql.sql(EPOCH).query(Integer.class).single();
    }
}
