package org.linli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The demo as somebody meets it who starts it on a Monday morning. */
@LinliTest
@TestPropertySource(properties = "linli.test.database=demo")
class DemoDistrictTests {

    private static final LocalDateTime MONDAY_MORNING = LocalDateTime.parse("2026-11-23T08:30:00");

    @Autowired private List<Importer> importers;
    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @TempDir private Path data = Path.of("");

    @Test
    void itsPastIsTakenWholeAndAboutAQuarterOfItsOpenCasesAreLate() {
        district(MONDAY_MORNING).run(new DefaultApplicationArguments());

        assertThat(count("open")).isBetween(50, 80);
        assertThat(count("overdue_open")).isEqualTo(17);
        assertThat(district(MONDAY_MORNING.plusDays(3)).endsOn()).isEqualTo(MONDAY_MORNING);
    }

    private DemoDistrict district(LocalDateTime now) {
        var clock = Clock.fixed(now.atZone(DemoDistrict.ZONE).toInstant(), DemoDistrict.ZONE);
        return new DemoDistrict(importers, data, clock);
    }

    private int count(String name) {
        var query = "?from=2026-01-01&to=" + MONDAY_MORNING + "&name=" + name;
        var token = accounts.tokenFor(Role.VIEWER);
        var counted = new int[1];
        assertThat(
                        mvc.get()
                                .uri("/api/v1/indicators" + query)
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].numerator")
                .convertTo(Integer.class)
                .satisfies(numerator -> counted[0] = numerator);
        return counted[0];
    }
}
