package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class CaseKeysTests {

    /** Such a table has what {@code case_file} has, and nobody has counted it yet. */
    private static final String TWIN =
            """
            create temporary table twin (like cases.case_file including all)
            """;

    private static final String WHAT_A_FOREIGN_KEY_ASKS =
            """
            explain
            select 1 from only twin x where county_code = '990104' and id = 7 for key share of x
            """;

    @Autowired private JdbcClient sql;
    @Autowired private TransactionTemplate transaction;

    @Test
    void eventsFindTheirCaseByItsKeyFromTheFirstOneOn() {
        var plan =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    sql.sql(TWIN).update();
                    return sql.sql(WHAT_A_FOREIGN_KEY_ASKS).query(String.class).list();
                });

        assertThat(plan).anyMatch(line -> line.contains("Index Cond") && line.contains("id = 7"));
    }
}
