package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reports, whoever handles and whoever checks are three, to the database as well. */
@LinliTest
class CheckedByAnotherTests {

    private static final String CHECKED_BY =
            """
            select checked_by from cases.case_file where case_no = :no
            """;

    private static final String FORGE =
            """
            update cases.case_file set checked_by = %s where case_no = :no
            """;

    @Autowired private Office office;
    @Autowired private JdbcClient sql;

    @Test
    void theDatabaseRefusesACheckByWhoeverReportedOrHandledEvenWherePolicyIsPassedBy() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "已更换灯泡"));
        office.take(Role.CHECKER, caseNo, "check", Map.of());

        assertThat(checkedBy(caseNo)).startsWith("token:");
        for (var forged : List.of("reporter", "handlers[1]")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> sql.sql(FORGE.formatted(forged)).param("no", caseNo).update())
                    .withMessageContaining("checked_by_another");
        }
    }

    @Test
    void aCheckIsForgottenOnceTheCaseIsHandledAnew() {
        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "已更换灯泡"));
        office.take(Role.CHECKER, caseNo, "rework", Map.of("reason", "仍然不亮"));
        assertThat(checkedBy(caseNo)).isNotNull();

        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "已更换线路"));

        assertThat(checkedBy(caseNo)).isNull();
    }

    private @Nullable String checkedBy(String caseNo) {
        return sql.sql(CHECKED_BY)
                .param("no", caseNo)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
