package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.w3c.dom.Document;

/** Clients of GeoReport v2, as they send and as they read. */
@LinliTest
@TestPropertySource(properties = "linli.anonymous.reports-per-minute=9999")
class Open311Tests {

    private static final String V2 = "/open311/v2";
    private static final String LAMP = "12004";
    private static final String NIGHT_NOISE = "16001";
    private static final String RELIEF = "21001";

    @LocalServerPort private int port;
    @Autowired private TestGround ground;
    @Autowired private TestAccounts accounts;

    private Api anybody;
    private String key;

    @BeforeEach
    void connect() {
        ground.load();
        anybody = new Api(port);
        key = accounts.tokenFor(Role.VIEWER);
    }

    @Test
    void discoveryLeadsToTheEndpointAndItsFormats() throws Exception {
        var json = anybody.get(V2 + "/discovery.json");
        var xml = anybody.get(V2 + "/discovery.xml");

        assertThat(json.header("Content-Type")).startsWith("application/json");
        var endpoint = json.json().path("endpoints").get(0);
        assertThat(endpoint.path("url").asString()).endsWith(V2);
        assertThat(endpoint.path("specification").asString())
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(xml.header("Content-Type").toLowerCase()).isEqualTo("text/xml;charset=utf-8");
        assertThat(text(xml, "/discovery/endpoints/endpoint/formats/format")).isEqualTo("text/xml");
    }

    @Test
    void everyMatterIsAServiceInTheLanguageAskedFor() throws Exception {
        var english = anybody.get(V2 + "/services.json?lang=en").json();
        var chinese = anybody.get(V2 + "/services.xml?lang=zh");

        assertThat(english).hasSizeGreaterThan(100);
        var lamp = english.valueStream().filter(one -> code(one).equals(LAMP)).findFirst();
        assertThat(lamp.orElseThrow().path("service_name").asString())
                .isEqualTo("Street light out");
        assertThat(lamp.orElseThrow().path("metadata").asBoolean()).isTrue();
        assertThat(text(chinese, "//service[service_code='12004']/service_name")).isEqualTo("路灯不亮");
        assertThat(text(chinese, "//service[service_code='12004']/type")).isEqualTo("realtime");
    }

    @Test
    void theQuestionsOfAMatterAreAttributes() throws Exception {
        var json = anybody.get(V2 + "/services/" + LAMP + ".json?lang=en").json();
        var xml = anybody.get(V2 + "/services/" + LAMP + ".xml?lang=en");

        var how = json.path("attributes").get(1);
        assertThat(how.path("code").asString()).isEqualTo("HOW");
        assertThat(how.path("required").asBoolean()).isTrue();
        assertThat(how.path("values").get(0).path("key").asString()).isEqualTo("out");
        assertThat(text(xml, "/service_definition/attributes/attribute[2]/values/value[1]/name"))
                .isEqualTo("It is out");
    }

    /** The form that FixMyStreet sends: attributes, its own id, the reporter, no file. */
    @Test
    void aFormWithAttributesBecomesACaseWithItsAnswers() {
        var fields = lamp(21);
        fields.put("email", "reporter@example.org");
        fields.put("first_name", "小");
        fields.put("last_name", "王");
        fields.put("attribute[POLE]", "L-1042");
        fields.put("attribute[fixmystreet_id]", "77123");
        fields.put("media_url", "https://example.org/lamp.jpg");

        var answer = form(V2 + "/requests.json?lang=en", fields);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var accepted = answer.json().get(0);
        assertThat(accepted.path("service_request_id").asString()).startsWith("990104-");
        var tracked = tracked(accepted.path("service_notice").asString());
        assertThat(tracked.text("text").lines())
                .containsExactly(
                        "灯不亮",
                        "The number on the pole L-1042",
                        "What is wrong with it? It is out",
                        "fixmystreet_id: 77123",
                        "https://example.org/lamp.jpg");
        assertThat(tracked.body()).doesNotContain("reporter@example.org");
    }

    @Test
    void aPublicCaseShowsNothingOfWhatItsReporterWrote() throws Exception {
        var fields = lamp(22);
        fields.put("phone", "13900000022");
        fields.put("address_string", "测试路 22 号王女士家");
        var id = requestId(form(V2 + "/requests.json", fields));

        var json = anybody.get(V2 + "/requests/" + id + ".json?lang=en");
        var xml = anybody.get(V2 + "/requests/" + id + ".xml");

        var shown = json.json().get(0);
        assertThat(shown.path("status").asString()).isEqualTo("open");
        assertThat(shown.path("service_code").asString()).isEqualTo(LAMP);
        assertThat(shown.path("description").asString()).isEqualTo("Street light out");
        assertThat(shown.path("lat").asDouble()).isCloseTo(ground.spot(22).latitude(), close());
        assertThat(text(xml, "/service_requests/request/service_request_id")).isEqualTo(id);
        for (var answer : java.util.List.of(json, xml)) {
            assertThat(answer.body()).doesNotContain("王女士", "13900000022", "灯不亮");
        }
    }

    @Test
    void whereAMatterMayTellOfPeopleThePlaceIsToldToAKilometre() {
        var fields = at(23, NIGHT_NOISE);
        fields.put("attribute[WHEN]", "2026-11-22T23:30:00+08:00");
        var id = requestId(form(V2 + "/requests.json", fields));

        var shown = anybody.get(V2 + "/requests/" + id + ".json").json().get(0);

        var exact = ground.spot(23);
        assertThat(shown.path("lat").asDouble())
                .isEqualTo(Math.round(exact.latitude() * 100) / 100.0);
        assertThat(shown.path("long").asDouble())
                .isEqualTo(Math.round(exact.longitude() * 100) / 100.0);
    }

    @Test
    void whatIsNotPublicIsFollowedByItsTrackingCodeAlone() {
        var answer = form(V2 + "/requests.json", at(24, RELIEF));
        var id = requestId(answer);
        var caseNo = anybody.get("/api/v1/tracking/" + id).text("caseNo");

        assertThat(anybody.get(V2 + "/requests/" + id + ".json").json().get(0).path("status"))
                .hasToString("\"open\"");
        assertThat(anybody.get(V2 + "/requests/" + caseNo + ".json").status()).isEqualTo(404);
        var token = anybody.get(V2 + "/tokens/" + id + ".json").json().get(0);
        assertThat(token.path("service_request_id").asString()).isEqualTo(id);
        var list = anybody.get(V2 + "/requests.json?service_code=" + RELIEF);
        assertThat(list.json()).isEmpty();
    }

    @Test
    void aTokenLeadsToTheNumberOfAPublicCase() throws Exception {
        var answer = form(V2 + "/requests.json?lang=en", lamp(25));
        var notice = answer.json().get(0).path("service_notice").asString();
        var code = code(notice);

        var xml = anybody.get(V2 + "/tokens/" + code + ".xml");

        assertThat(text(xml, "/service_requests/request/service_request_id"))
                .isEqualTo(requestId(answer));
        assertThat(text(xml, "/service_requests/request/token")).isEqualTo(code);
    }

    @Test
    void whatIsMissingOrWrongIsToldAsTheStandardTellsIt() throws Exception {
        var without = lamp(26);
        without.remove("attribute[HOW]");
        var missing = form(V2 + "/requests.xml", without);
        var noChoice = lamp(26);
        noChoice.put("attribute[HOW]", "loud");
        var nowhere = lamp(26);
        nowhere.remove("lat");
        nowhere.remove("long");

        var far = lamp(26);
        far.put("long", "181");

        assertThat(form(V2 + "/requests.json", far).json().get(0).path("description").asString())
                .contains("long");
        for (var noNumber : List.of("0x1p3", "NaN", "3d", "")) {
            var odd = lamp(26);
            odd.put("lat", noNumber);
            assertThat(form(V2 + "/requests.json", odd).status()).as(noNumber).isEqualTo(400);
        }
        var wordy = lamp(26);
        wordy.put("description", "灯".repeat(2_001));
        assertThat(form(V2 + "/requests.json", wordy).json().get(0).path("description").asString())
                .contains("description")
                .doesNotContain("text");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(text(missing, "/errors/error/code")).isEqualTo("400");
        assertThat(text(missing, "/errors/error/description")).contains("attribute[HOW]");
        assertThat(form(V2 + "/requests.json", noChoice).status()).isEqualTo(400);
        assertThat(form(V2 + "/requests.json", nowhere).status()).isEqualTo(400);
        assertThat(form(V2 + "/requests.json", Map.of()).json().get(0).path("code").asInt())
                .isEqualTo(400);
        assertThat(anybody.get(V2 + "/services/99999.json").status()).isEqualTo(404);
        assertThat(anybody.get(V2 + "/services.json?jurisdiction_id=elsewhere").status())
                .isEqualTo(404);
        assertThat(anybody.get(V2 + "/services.json?jurisdiction_id=990104").status())
                .isEqualTo(200);
        assertThat(anybody.get(V2 + "/requests.json?status=lost").status()).isEqualTo(400);
        assertThat(anybody.get(V2 + "/requests.json?end_date=-999999999-01-01T00:00:00Z").status())
                .isEqualTo(400);
        assertThat(
                        anybody.get(
                                        V2
                                                + "/requests.json?start_date=2026-01-01T00:00:00Z"
                                                + "&end_date=2026-11-01T00:00:00Z")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aNumberIsAnAnswerThatSomebodyCanRead() {
        for (var endless : List.of("1e999999", "1e-999999", "9".repeat(41))) {
            var odd = lamp(26);
            odd.put("attribute[COUNT]", endless);
            var answer = form(V2 + "/requests.json?lang=en", odd);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get(0).path("description").asString())
                    .contains("attribute[COUNT]");
        }
        var sound = lamp(26);
        sound.put("attribute[COUNT]", "3");
        assertThat(form(V2 + "/requests.json", sound).status()).isEqualTo(201);
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndAGoodOneSpeaksForItsHolder() {
        var bad = lamp(27);
        bad.put("api_key", "no such key");
        var good = lamp(27);
        good.put("api_key", key);
        good.put("external_id", "E-" + UUID.randomUUID());

        assertThat(form(V2 + "/requests.json", bad).status()).isEqualTo(403);
        var first = form(V2 + "/requests.json", good);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(form(V2 + "/requests.json", good).status()).isEqualTo(409);
    }

    @Test
    void theSameFormSentTwiceWithItsOperationIsOneCase() {
        var fields = lamp(28);
        fields.put("op_id", "form-" + UUID.randomUUID());

        var first = form(V2 + "/requests.json", fields);
        var second = form(V2 + "/requests.json", fields);

        assertThat(second.status()).isEqualTo(201);
        assertThat(requestId(second)).isEqualTo(requestId(first));
    }

    @Test
    void aMultipartFormBringsItsPicture() throws Exception {
        var fields = lamp(29);
        var answer =
                anybody.post(
                        V2 + "/requests.json?lang=en",
                        "multipart/form-data; boundary=B",
                        multipart(fields, picture()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var tracked = tracked(answer.json().get(0).path("service_notice").asString());
        assertThat(tracked.json().path("photos")).hasSize(1);
    }

    @Test
    void aListIsNarrowedByIdsByServiceAndByStatus() {
        var one = requestId(form(V2 + "/requests.json", lamp(30)));
        var other = requestId(form(V2 + "/requests.json", lamp(31)));

        var byIds = anybody.get(V2 + "/requests.json?service_request_id=" + one + "," + other);
        var closed = anybody.get(V2 + "/requests.json?status=closed&service_code=" + LAMP);
        var open = anybody.get(V2 + "/requests.json?status=open&service_code=" + LAMP);

        assertThat(byIds.json()).hasSize(2);
        assertThat(closed.body()).doesNotContain(one);
        assertThat(open.body()).contains(one, other);
        assertThat(anybody.get(V2 + "/requests.json?page_size=1").json()).hasSize(1);
    }

    @Test
    void withoutAnEndingTheClientSaysWhatItAccepts() {
        assertThat(anybody.get(V2 + "/services").header("Content-Type")).startsWith("text/xml");
    }

    private Map<String, String> lamp(int spot) {
        var fields = at(spot, LAMP);
        fields.put("attribute[HOW]", "out");
        return fields;
    }

    private Map<String, String> at(int spot, String code) {
        var where = ground.spot(spot);
        return new TreeMap<>(
                Map.of(
                        "service_code",
                        code,
                        "lat",
                        Double.toString(where.latitude()),
                        "long",
                        Double.toString(where.longitude()),
                        "description",
                        "灯不亮"));
    }

    private Api.Answer form(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return anybody.post(
                path,
                "application/x-www-form-urlencoded; charset=utf-8",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] multipart(Map<String, String> fields, byte[] picture) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"media\"; filename=\"lamp.jpg\"", picture);
        body.writeBytes("--B--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] data) {
        var head = "--B\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(data);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    private Api.Answer tracked(String notice) {
        return anybody.get("/api/v1/tracking/" + code(notice));
    }

    private static String code(String notice) {
        return notice.replaceAll("^Your tracking code is (\\S+)\\. .*", "$1");
    }

    private static String code(tools.jackson.databind.JsonNode service) {
        return service.path("service_code").asString();
    }

    private static String requestId(Api.Answer answer) {
        return answer.json().get(0).path("service_request_id").asString();
    }

    private static org.assertj.core.data.Offset<Double> close() {
        return org.assertj.core.data.Offset.offset(0.00001);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(Api.Answer answer, String path) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(answer.bytes()));
        return javax.xml.xpath.XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate(path, document);
    }
}
