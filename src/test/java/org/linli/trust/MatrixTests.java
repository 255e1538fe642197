package org.linli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.AccessContext;
import org.linli.access.Accounts;
import org.linli.access.Action;
import org.linli.access.Permission;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.TestAccounts;
import org.linli.access.Tokens;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Nobody sees or does what {@code access-matrix.csv} does not give them; see {@link Matrix}. */
@LinliTest
@Import(MatrixTests.Hurried.class)
@TestPropertySource(
        properties = {
            "linli.test.context=matrix",
            "linli.anonymous.codes-per-minute=99999",
            "linli.anonymous.reports-per-minute=99999",
            "linli.anonymous.photos-per-minute=99999",
            "linli.anonymous.tracking-per-minute=99999"
        })
class MatrixTests {

    private static final Path RESULT = Path.of("target", "checks", "matrix.txt");

    @LocalServerPort private int port;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private Tokens tokens;
    @Autowired private TestAccounts holders;
    @Autowired private List<Importer> importers;
    @Autowired private JdbcClient sql;

    /**
     * What somebody might write in a hurry: it asks whether the caller may read cases, not this
     * one, and has the database show it all of them.
     */
    @RestController
    static class Hurried {

        private final JdbcClient sql;

        Hurried(JdbcClient sql) {
            this.sql = sql;
        }

        @GetMapping("/api/v1/planted/{caseNo}")
        @Permission(Action.CASE_READ)
        String text(@PathVariable String caseNo) {
            return AccessContext.asSystem(
                    "in a hurry",
                    () ->
                            sql.sql("select text from cases.case_file where case_no = :no")
                                    .param("no", caseNo)
                                    .query(String.class)
                                    .single());
        }
    }

    @Test
    void nobodySeesOrDoesWhatTheOracleDoesNotGiveThem() throws IOException {
        var matrix = matrix(Oracle.read(), _ -> {}).run();

        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, "%d calls, %d leaks%n".formatted(matrix.calls(), matrix.leaks()));
        assertThat(matrix.faults()).as("of %d calls", matrix.calls()).isEmpty();
        assertThat(matrix.calls()).isGreaterThan(3_000);
    }

    @Test
    void aRouteThatForgetsToAskWhoseCaseItIsIsFound() throws IOException {
        var oracle =
                Oracle.of(
                        """
                        operation,callers,own,sibling,ancestor,foreign
                        SEE case,grid_member,yes,no,no,no
                        SEE case,*,no,no,no,no
                        SEE reporter,*,no,no,no,no
                        SEE person,*,no,no,no,no
                        SEE home,*,no,no,no,no
                        SEE phone,*,no,no,no,no
                        GET /api/v1/planted/{caseNo},grid_member,200,404,404,404
                        GET /api/v1/planted/{caseNo},*,-,-,-,-
                        """
                                .lines());

        var matrix = matrix(oracle, Probes::plant).run();

        assertThat(matrix.leaks()).isEqualTo(3);
        assertThat(matrix.faults())
                .anyMatch(fault -> fault.contains("LEAK of the case of FOREIGN"));
    }

    private Matrix matrix(Oracle oracle, Consumer<Probes> planting) throws IOException {
        Ground.load(importers);
        var wire = new Wire(port);
        var crowd = new Crowd(wire, accounts, signIn, tokens);
        var things =
                new Things(
                        wire,
                        Matrix.bearer(holders.tokenFor(Role.STREET_DISPATCHER)),
                        Matrix.bearer(holders.tokenFor(Role.ADMINISTRATOR)));
        var residents = new Residents(wire, crowd);
        var probes = new Probes(crowd, things, residents, this::expire);
        planting.accept(probes);
        return new Matrix(wire, oracle, crowd, things, residents, probes);
    }

    private void expire(String opening) {
        sql.sql("update register.opening set until = opened_at where id = :id")
                .param("id", UUID.fromString(opening))
                .update();
    }
}
