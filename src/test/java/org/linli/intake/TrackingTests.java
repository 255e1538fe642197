package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.evidence.TestPictures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class TrackingTests {

    private static final String TRACKING = "/api/v1/tracking/";

    @LocalServerPort private int port;
    @Autowired private TestGround ground;
    @Autowired private TestAccounts accounts;

    private Api resident;
    private Api member;

    @BeforeEach
    void connect() {
        ground.load();
        resident = new Api(port);
        member = resident.as(accounts.tokenFor(Role.GRID_MEMBER, TestGround.DISTRICT, null));
    }

    @Test
    void aCodeIsReadHoweverItWasWrittenDown() {
        var code = reported("[]").text("trackingCode");
        var grouped = code.replaceAll("(.{4})", "$1-").toLowerCase(Locale.ROOT);

        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{17}");
        for (var typed :
                List.of(
                        code,
                        grouped,
                        code.replace('0', 'O').replace('1', 'l'),
                        code.replace('1', 'I'))) {
            assertThat(resident.get(TRACKING + typed).status()).as(typed).isEqualTo(200);
        }
    }

    @Test
    void aSlipOfThePenAndACodeOfNobodyLookTheSame() {
        var code = reported("[]").text("trackingCode");
        var slip = (code.charAt(0) == '2' ? '3' : '2') + code.substring(1);
        var nobodys = "00000000000000000";

        var ofSlip = resident.get(TRACKING + slip);
        var ofNobody = resident.get(TRACKING + nobodys);

        assertThat(ofSlip.status()).isEqualTo(404);
        assertThat(ofNobody.status()).isEqualTo(404);
        assertThat(ofSlip.body().replace(slip, "CODE"))
                .isEqualTo(ofNobody.body().replace(nobodys, "CODE"));
        for (var odd : List.of("x", "%20", "%E9%82%BB", "a".repeat(3_000))) {
            assertThat(resident.get(TRACKING + odd).status()).as(odd).isEqualTo(404);
        }
    }

    @Test
    void aReporterRatesOnceAndReopensWhatIsNotSolved() {
        var code = closed().text("trackingCode");
        var rating =
                """
                {"opId":"%s","step":"rate","score":2,"solved":false}\
                """
                        .formatted(UUID.randomUUID());

        var rated = resident.post(TRACKING + code + "/steps", rating);
        var ratedAgain = resident.post(TRACKING + code + "/steps", rating);
        var ratedAnew = resident.post(TRACKING + code + "/steps", step("rate", "\"score\":5"));
        var reopened =
                resident.post(TRACKING + code + "/steps", step("reopen", "\"reason\":\"没解决\""));

        assertThat(rated.status()).as(rated.body()).isEqualTo(200);
        assertThat(rated.json().path("rating").asInt()).isEqualTo(2);
        assertThat(ratedAgain.body()).isEqualTo(rated.body());
        assertThat(ratedAnew.status()).isEqualTo(409);
        assertThat(reopened.status()).as(reopened.body()).isEqualTo(200);
        assertThat(reopened.text("state")).isEqualTo("FILED");
    }

    @Test
    void aReporterTakesNoStepThatIsNotTheirs() {
        var code = closed().text("trackingCode");

        assertThat(take(code, step("close", "\"note\":\"x\"")).status()).isEqualTo(409);
        assertThat(take(code, step("rate", "\"score\":0")).status()).isEqualTo(422);
        assertThat(take(code, step("rate", "\"score\":6")).status()).isEqualTo(422);
        assertThat(take(code, step("rate", "\"note\":\"x\"")).status()).isEqualTo(422);
        assertThat(take(code, step("reopen", "\"note\":\"x\"")).status()).isEqualTo(422);
        assertThat(take(code, step("fly", "\"note\":\"x\"")).status()).isEqualTo(422);
        assertThat(take(code, "{\"step\":\"rate\",\"score\":3}").status()).isEqualTo(422);
        assertThat(take("00000000000000000", step("rate", "\"score\":3")).status()).isEqualTo(404);
    }

    @Test
    void aReporterSeesThePhotosOfTheirCaseAndNoOthers() {
        var photo = photo(resident);
        var other = photo(resident);
        var reported = reported("[\"" + photo + "\"]");
        var code = reported.text("trackingCode");

        var shown = resident.get(TRACKING + code + "/photos/" + photo);

        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(resident.get(TRACKING + code + "/photos/" + other).status()).isEqualTo(404);
        assertThat(resident.get("/api/v1/photos/" + photo).status()).isEqualTo(404);
    }

    @Test
    void thePhotosOfACaseAreForThoseWhoMaySeeTheCase() {
        var photo = photo(resident);
        var spot = ground.spot(33);
        var reported =
                resident.post(
                        "/api/v1/reports",
                        """
                        {"opId":"%s","text":"with a photo","source":"resident","lon":%s,"lat":%s,
                         "photoIds":["%s"]}\
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        spot.longitude(),
                                        spot.latitude(),
                                        photo));
        var elsewhere =
                resident.as(accounts.tokenFor(Role.GRID_MEMBER, "/990000/990100/990199/", null));

        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        assertThat(member.get("/api/v1/photos/" + photo).status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/photos/" + photo).status()).isEqualTo(404);
    }

    private Api.Answer take(String code, String body) {
        return resident.post(TRACKING + code + "/steps", body);
    }

    private static String step(String name, String field) {
        return """
        {"opId":"%s","step":"%s",%s}\
        """
                .formatted(UUID.randomUUID(), name, field);
    }

    private Api.Answer reported(String photoIds) {
        return resident.post(
                "/api/v1/reports",
                """
                {"opId":"%s","text":"to follow","source":"resident","photoIds":%s}\
                """
                        .formatted(UUID.randomUUID(), photoIds));
    }

    private Api.Answer closed() {
        var spot = ground.spot(30);
        return member.post(
                "/api/v1/reports",
                """
                {"opId":"%s","text":"to rate","source":"patrol","matterCode":"13003",
                 "lon":%s,"lat":%s,"selfHandle":{"note":"ok"}}\
                """
                        .formatted(UUID.randomUUID(), spot.longitude(), spot.latitude()));
    }

    private static String photo(Api api) {
        return api.upload(UUID.randomUUID(), TestPictures.jpeg(48, 32)).text("photoId");
    }
}
