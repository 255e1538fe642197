package org.linli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files over HTTP, in and out. */
@LinliTest
class ExchangeTests {

    private static final String UNITS =
            """
            unit_code,name,kind,area_code
            X-PARKS,园林所,department,990801
            X-NOWHERE,虚无所,department,123
            """;

    @Autowired private MockMvcTester mvc;

    @Autowired private TestAccounts accounts;

    @Autowired private TestDistrict district;

    @BeforeEach
    void loadTheDistrict() {
        district.load();
    }

    @Test
    void whatIsGoodIsStoredWhatIsNotIsNamedAndAgainNothingChanges() {
        var admin = accounts.tokenFor(Role.ADMINISTRATOR);

        assertThat(lastLine(load("/api/v1/imports/units", admin, UNITS)))
                .contains("\"accepted\":1,\"unchanged\":0,\"rejected\":1")
                .contains("\"row\":3,\"column\":\"area_code\",\"value\":\"123\"");
        assertThat(lastLine(load("/api/v1/imports/units", admin, UNITS)))
                .contains("\"accepted\":0,\"unchanged\":1,\"rejected\":1");
    }

    @Test
    void theReasonIsToldInTheReadersLanguage() {
        var admin = accounts.tokenFor(Role.ADMINISTRATOR);
        var wrong = UNITS.replace("X-PARKS", "").replace("虚无所", "");

        var chinese =
                mvc.post()
                        .uri("/api/v1/imports/units?dryRun=true")
                        .header("Authorization", "Bearer " + admin)
                        .header("Accept-Language", "zh-CN")
                        .contentType("text/csv")
                        .content(wrong)
                        .exchange();

        assertThat(lastLine(chinese)).contains("不能为空");
    }

    @Test
    void aFileThatIsNoneIsRefusedAsAWhole() {
        var admin = accounts.tokenFor(Role.ADMINISTRATOR);

        assertThat(load("/api/v1/imports/units", admin, "shoe_size\n42\n"))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("shoe_size");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/imports/shoes,                    404",
        "/api/v1/imports/units?zone=Atlantis,      422",
        "/api/v1/imports/units?datum=flat,         422",
        "/api/v1/imports/units?dryRun=perhaps,     422"
    })
    void whatIsAskedWronglyIsAnsweredWithAProblem(String uri, int status) {
        var admin = accounts.tokenFor(Role.ADMINISTRATOR);

        assertThat(load(uri, admin, UNITS))
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void onlyWhoIsInChargeOfEverythingMayLoadFilesOrTakeThemOut() {
        var dispatcher = accounts.tokenFor(Role.STREET_DISPATCHER);
        var ofAStreet = accounts.tokenFor(Role.ADMINISTRATOR, TestDistrict.STREET_PATH, null);

        assertThat(load("/api/v1/imports/units", dispatcher, UNITS)).hasStatus(403);
        assertThat(load("/api/v1/imports/units", ofAStreet, UNITS)).hasStatus(403);
        assertThat(mvc.post().uri("/api/v1/imports/units").content(UNITS)).hasStatus(401);
        assertThat(fetch("/api/v1/exports/units", ofAStreet)).hasStatus(403);
    }

    @Test
    void whatIsGivenOutIsTakenInAgainUnchanged() {
        var admin = accounts.tokenFor(Role.ADMINISTRATOR);

        var units = fetch("/api/v1/exports/units", admin);

        assertThat(units)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"units.csv\"");
        var body = new String(units.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(lastLine(load("/api/v1/imports/units", admin, body)))
                .contains("\"accepted\":0")
                .contains("\"rejected\":0");
    }

    private MvcTestResult load(String uri, String token, String file) {
        return mvc.post()
                .uri(uri)
                .header("Authorization", "Bearer " + token)
                .contentType("text/csv")
                .content(file)
                .exchange();
    }

    private MvcTestResult fetch(String uri, String token) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private static String lastLine(MvcTestResult result) {
        assertThat(result).hasStatusOk().hasContentType("application/x-ndjson");
        var body = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return body.lines().reduce((_, last) -> last).orElseThrow();
    }
}
