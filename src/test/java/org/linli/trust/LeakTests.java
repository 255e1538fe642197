package org.linli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.trust.Wire.Request;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * {@code ./linli check leaks}: no number of a person leaves Linli unasked; see {@link LeakWatch}.
 */
@LinliTest
class LeakTests {

    /** Made up; its last digit is right, as nobody's of that region and day can be. */
    private static final String IDENTITY = "110101190001010014";

    private static final String MOBILE = "13900000000";

    @LocalServerPort private int port;
    @Autowired private TestAccounts accounts;
    @Autowired private TestDistrict district;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900000000",
                "电话:139 0000 0000。",
                "+86-139-0000-0000",
                "{\"phone\":\"13900000000\"}",
                "110101190001010014",
                "身份证110101190001010014号",
            })
    void aNumberOfAPersonIsFoundWhateverStandsAroundIt(String text) {
        assertThat(PersonalNumbers.in(text)).hasSize(1).noneMatch(text::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101190001010012",
                "990104261122018342",
                "150.13900000000",
                "0139000000001",
                "f13900000000",
                "12345",
                "123.2271,30.4332",
                "1****************1",
                "2026-11-22T13:15:01.139001Z"
            })
    void whatOnlyLooksLikeOneIsLeftAlone(String text) {
        assertThat(PersonalNumbers.in(text)).isEmpty();
    }

    @Test
    void whatAReporterLeavesToBeReachedByStandsInNoListDetailOrExport() throws IOException {
        district.load();
        var wire = new Wire(port);
        var everything = Matrix.bearer(accounts.tokenFor(Role.ADMINISTRATOR));
        var receipt =
                wire.send(
                                Request.post(
                                        "/api/v1/reports",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "text",
                                                "路灯不亮",
                                                "source",
                                                "resident",
                                                "lon",
                                                TestDistrict.WEST_LON,
                                                "lat",
                                                TestDistrict.LAT,
                                                "photoIds",
                                                java.util.List.of(),
                                                "reporter",
                                                Map.of("name", "某人", "phone", MOBILE))),
                                Map.of())
                        .json();
        var code = receipt.path("trackingCode").asString();
        var caseNo = receipt.path("caseNo").asString();

        for (var address :
                java.util.List.of(
                        "/api/v1/cases?text=" + caseNo,
                        "/api/v1/cases/" + caseNo,
                        "/api/v1/exports/cases",
                        "/api/v1/exports/case-events")) {
            assertThat(wire.send(Request.get(address), everything).status()).isEqualTo(200);
        }
        assertThat(wire.send(Request.get("/api/v1/tracking/" + code), Map.of()).status())
                .isEqualTo(200);
        var found = LeakWatch.takeFound();
        Files.createDirectories(Path.of("target/checks"));
        Files.writeString(
                Path.of("target/checks/leaks.txt"),
                "%d answers and log lines read, %d leaks%n"
                        .formatted(LeakWatch.readSoFar(), found.size()));
        assertThat(found).isEmpty();
    }

    @Test
    void aLeakIntoAnAnswerALogOrAnErrorIsFound() {
        LeakWatch.read("GET /api/v1/planted", "{\"phone\":\"" + MOBILE + "\"}");
        LoggerFactory.getLogger("planted").info("called {}", MOBILE);
        LoggerFactory.getLogger("planted")
                .warn("failed", new IllegalStateException("no such person: " + IDENTITY));

        assertThat(LeakWatch.takeFound())
                .hasSize(3)
                .anyMatch(found -> found.startsWith("GET /api/v1/planted"))
                .anyMatch(found -> found.startsWith("log planted"));
    }

    @Test
    void anAnswerOverTheNetworkIsReadAlong() {
        var before = LeakWatch.readSoFar();

        new Wire(port).send(Request.get("/api/v1/matters?planted=" + MOBILE), Map.of());

        assertThat(LeakWatch.readSoFar()).isGreaterThan(before);
        LeakWatch.takeFound();
    }
}
