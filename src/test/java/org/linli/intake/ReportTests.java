package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.geo.Position;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class ReportTests {

    private static final String REPORTS = "/api/v1/reports";

    @LocalServerPort private int port;
    @Autowired private TestGround ground;
    @Autowired private TestAccounts accounts;
    @Autowired private JdbcClient sql;

    private Api resident;
    private Api hotline;

    @BeforeEach
    void connect() {
        ground.load();
        resident = new Api(port);
        hotline = resident.as(accounts.tokenFor(Role.VIEWER));
    }

    @Test
    void aResidentWithoutAnAccountReportsAndFollowsWhatTheyReported() {
        var spot = ground.spot(1);

        var receipt = resident.post(REPORTS, report("路灯不亮", spot));

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(receipt.text("caseNo")).startsWith("990104-");
        assertThat(receipt.text("cell")).startsWith("990104");
        assertThat(receipt.text("hash")).hasSize(64);
        assertThat(receipt.json().path("serverSeq").asLong()).isPositive();
        assertThat(receipt.json().path("epoch").asInt()).isPositive();
        var followed = resident.get("/api/v1/tracking/" + receipt.text("trackingCode"));
        assertThat(followed.status()).isEqualTo(200);
        assertThat(followed.text("state")).isEqualTo("REPORTED");
        assertThat(followed.text("text")).isEqualTo("路灯不亮");
    }

    @Test
    void theSameReportSentAgainIsAnsweredTheSameAndStoredOnce() {
        var body = report("same again", ground.spot(2));

        var first = resident.post(REPORTS, body);
        var second = resident.post(REPORTS, "  " + body);

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(casesSaying("same again")).isEqualTo(1);
    }

    @Test
    void theSameOperationWithAnotherReportIsRefused() {
        var body = report("first words", ground.spot(3));
        resident.post(REPORTS, body);

        var other = resident.post(REPORTS, body.replace("first words", "other words"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("operation/reused");
        assertThat(casesSaying("other words")).isZero();
    }

    @Test
    void theSameReportSentManyTimesAtOnceIsStoredOnce() throws Exception {
        var body =
                """
                {"opId":"%s","text":"all at once","source":"hotline_12345",
                 "externalId":"H-%s"}\
                """
                        .formatted(UUID.randomUUID(), UUID.randomUUID());

        var answers = together(16, () -> hotline.post(REPORTS, body));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Api.Answer::body).distinct()).hasSize(1);
        assertThat(casesSaying("all at once")).isEqualTo(1);
    }

    @Test
    void sixtyFourClientsAtOnceLoseNothingAndShareNoNumber() throws Exception {
        var spot = ground.spot(4);
        var clients = new ArrayList<Callable<List<Api.Answer>>>();
        for (int client = 0; client < 64; client++) {
            clients.add(() -> {
                var answers = new ArrayList<Api.Answer>();
                for (int i = 0; i < 5; i++) {
                    answers.add(hotline.post(REPORTS, report("one of 320", spot)));
                }
                return answers;
            });
        }

        var answers = allOf(clients).stream().flatMap(List::stream).toList();

        assertThat(answers).hasSize(320).extracting(Api.Answer::status).containsOnly(201);
        assertThat(distinct(answers, "caseNo")).isEqualTo(320);
        assertThat(distinct(answers, "trackingCode")).isEqualTo(320);
        assertThat(distinct(answers, "serverSeq")).isEqualTo(320);
        assertThat(casesSaying("one of 320")).isEqualTo(320);
    }

    @Test
    void whatLiesInNoCellIsKeptAsOutside() {
        var receipt = resident.post(REPORTS, report("at sea", TestGround.OUTSIDE));

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(receipt.json().path("cell").isNull()).isTrue();
        assertThat(placement(receipt.text("caseNo"))).isEqualTo("OUTSIDE");
    }

    @Test
    void whatNobodyPlacedIsKeptAsUnplaced() {
        var receipt =
                resident.post(
                        REPORTS,
                        """
                        {"opId":"%s","text":"somewhere","source":"resident","address":"老街"}\
                        """
                                .formatted(UUID.randomUUID()));

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(placement(receipt.text("caseNo"))).isEqualTo("UNPLACED");
    }

    @Test
    void howToReachTheReporterIsKeptApartAndShownToNobody() {
        var officer = resident.as(accounts.tokenFor(Role.STREET_DISPATCHER));
        var phone = "139 0000 7788";

        var receipt =
                resident.post(
                        REPORTS,
                        """
                        {"opId":"%s","text":"call me","source":"resident",
                         "reporter":{"name":"王五","phone":"%s","email":"w@example.org"}}\
                        """
                                .formatted(UUID.randomUUID(), phone));

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        var caseNo = receipt.text("caseNo");
        var code = receipt.text("trackingCode");
        for (var shown :
                List.of(
                        receipt,
                        officer.get("/api/v1/cases/" + caseNo),
                        officer.get("/api/v1/cases?text=" + caseNo),
                        resident.get("/api/v1/tracking/" + code))) {
            assertThat(shown.status()).isLessThan(300);
            assertThat(shown.body()).doesNotContain("7788", "王五", "example.org");
        }
        assertThat(
                        sql.sql(
                                        """
                                        select phone from cases.reporter_contact r
                                        join cases.case_file f
                                            on (f.county_code, f.id) = (r.county_code, r.case_id)
                                        where case_no = :caseNo
                                        """)
                                .param("caseNo", caseNo)
                                .query(String.class)
                                .single())
                .startsWith("v1|reporter.")
                .doesNotContain("7788");
    }

    @Test
    void anotherSystemsReportIsTakenInOnceUnderItsOwnName() {
        var externalId = "H-" + UUID.randomUUID();
        var body =
                """
                {"opId":"%s","text":"from the hotline","source":"hotline_12345",
                 "externalId":"%s"}\
                """;

        var first = hotline.post(REPORTS, body.formatted(UUID.randomUUID(), externalId));
        var second = hotline.post(REPORTS, body.formatted(UUID.randomUUID(), externalId));
        var asResident =
                resident.post(
                        REPORTS,
                        """
                        {"opId":"%s","text":"x","source":"resident","externalId":"1"}\
                        """
                                .formatted(UUID.randomUUID()));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("case/already-reported");
        assertThat(second.text("caseNo")).isEqualTo(first.text("caseNo"));
        assertThat(second.text("detail")).contains(first.text("caseNo"));
        assertThat(asResident.status()).isEqualTo(422);
    }

    @Test
    void theCaseOfWhatWasHandedOverBeforeIsNamedToThoseWhoMaySeeItAndToItsSender() {
        var report =
                """
                {"opId":"%%s","text":"handed over","source":"monitoring","externalId":"%%s",
                 "lon":%s,"lat":%s}\
                """
                        .formatted(ground.spot(9).longitude(), ground.spot(9).latitude());
        var externalId = "M-" + UUID.randomUUID();
        var sender = resident.as(accounts.tokenFor(Role.UNIT_HANDLER, TestGround.DISTRICT, "HW"));
        var other = resident.as(accounts.tokenFor(Role.UNIT_HANDLER, TestGround.DISTRICT, "HW"));

        var first = sender.post(REPORTS, report.formatted(UUID.randomUUID(), externalId));
        var bySender = sender.post(REPORTS, report.formatted(UUID.randomUUID(), externalId));
        var byReader = hotline.post(REPORTS, report.formatted(UUID.randomUUID(), externalId));
        var byOther = other.post(REPORTS, report.formatted(UUID.randomUUID(), externalId));

        var caseNo = first.text("caseNo");
        assertThat(bySender.text("caseNo")).isEqualTo(caseNo);
        assertThat(byReader.text("caseNo")).isEqualTo(caseNo);
        assertThat(byOther.status()).isEqualTo(409);
        assertThat(byOther.problem()).isEqualTo("case/already-reported-elsewhere");
        assertThat(byOther.body()).doesNotContain(caseNo);
    }

    @Test
    void aResidentCannotReportAsAPatrol() {
        var answer =
                resident.post(
                        REPORTS, report("patrol", ground.spot(5)).replace("resident", "patrol"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("report/source-not-yours");
    }

    @Test
    void aCallerFromAnotherCountyReportsNothingHere() {
        var foreign =
                resident.as(accounts.tokenFor(Role.GRID_MEMBER, "/990000/990100/990199/", null));

        var answer = foreign.post(REPORTS, report("from elsewhere", ground.spot(6)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(casesSaying("from elsewhere")).isZero();
    }

    @Test
    void aMemberReportsFilesAndClosesInOneAct() {
        var spot = ground.spot(7);
        var member = resident.as(accounts.tokenFor(Role.GRID_MEMBER, TestGround.DISTRICT, null));

        var receipt =
                member.post(
                        REPORTS,
                        """
                        {"opId":"%s","text":"done on the spot","source":"patrol",
                         "matterCode":"13003","lon":%s,"lat":%s,"selfHandle":{"note":"已摆正"}}\
                        """
                                .formatted(UUID.randomUUID(), spot.longitude(), spot.latitude()));

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        var followed = resident.get("/api/v1/tracking/" + receipt.text("trackingCode"));
        assertThat(followed.text("state")).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @MethodSource("badReports")
    void aReportThatCannotBeUsedIsRefusedAndLeavesNothing(String body) {
        var before = cases();

        var answer = hotline.post(REPORTS, body.replace("OPID", UUID.randomUUID().toString()));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(cases()).isEqualTo(before);
    }

    static List<String> badReports() {
        var bad = new ArrayList<String>();
        bad.add("");
        bad.add("{");
        bad.add("[]");
        bad.add("null");
        bad.add(with("\"address\":\"x\"") + " trailing");
        bad.add("[".repeat(20_000));
        bad.add("{\"a\":".repeat(20_000));
        for (var field :
                new String[] {
                    "\"opId\":null",
                    "\"opId\":\"not a uuid\"",
                    "\"opId\":17",
                    "\"text\":null",
                    "\"text\":\"\"",
                    "\"text\":\" \\n\\t\"",
                    "\"text\":\"nul \\u0000\"",
                    "\"text\":\"half \\ud83d\"",
                    "\"text\":\"half \\udc00 x\"",
                    "\"text\":{\"a\":1}",
                    "\"text\":\"" + "长".repeat(2_001) + "\"",
                    "\"address\":\"" + "长".repeat(201) + "\"",
                    "\"address\":\"nul \\u0000\"",
                    "\"lon\":123.24",
                    "\"lat\":30.44",
                    "\"lon\":1e308,\"lat\":30.44",
                    "\"lon\":1e999,\"lat\":30.44",
                    "\"lon\":-181,\"lat\":30.44",
                    "\"lon\":123.24,\"lat\":91",
                    "\"lon\":\"123.24\",\"lat\":\"30.44\"",
                    "\"lon\":\"east\",\"lat\":\"north\"",
                    "\"lon\":\"NaN\",\"lat\":30.44",
                    "\"lon\":true,\"lat\":30.44",
                    "\"source\":null",
                    "\"source\":\"gossip\"",
                    "\"source\":\"PATROL\"",
                    "\"source\":\"nul \\u0000\"",
                    "\"matterCode\":\"no such matter\"",
                    "\"matterCode\":\"nul \\u0000\"",
                    "\"matterCode\":\"13003\",\"conditionNo\":99",
                    "\"matterCode\":\"13003\",\"conditionNo\":2147483648",
                    "\"matterCode\":\"13003\",\"conditionNo\":1.5",
                    "\"conditionNo\":1",
                    "\"selfHandle\":{}",
                    "\"photoIds\":[\"" + UUID.randomUUID() + "\"]",
                    "\"photoIds\":[null]",
                    "\"photoIds\":[17]",
                    "\"photoIds\":\"none\"",
                    "\"externalId\":\"\"",
                    "\"externalId\":\"" + "x".repeat(101) + "\"",
                    "\"externalId\":\"1\",\"sourceSystem\":\"no blanks\"",
                    "\"sourceSystem\":\"alone\"",
                    "\"reporter\":\"me\"",
                    "\"reporter\":{\"phone\":\"call me\"}",
                    "\"reporter\":{\"email\":\"nowhere\"}",
                    "\"reporter\":{\"name\":\"" + "长".repeat(51) + "\"}",
                    "\"occurredAt\":\"2999-01-01T00:00:00Z\"",
                    "\"occurredAt\":\"2001-01-01T00:00:00Z\"",
                    "\"occurredAt\":\"yesterday\"",
                    "\"colour\":\"red\"",
                }) {
            bad.add(with(field));
        }
        return bad;
    }

    /** A good report, but for what it is given. */
    private static String with(String fields) {
        var good = new StringBuilder("{").append(fields);
        for (var field :
                new String[] {
                    "\"opId\":\"OPID\"", "\"text\":\"bad\"", "\"source\":\"department\""
                }) {
            var name = field.substring(0, field.indexOf(':'));
            if (!fields.contains(name)) {
                good.append(',').append(field);
            }
        }
        return good.append('}').toString();
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        var body = report("\u00ff", ground.spot(8)).getBytes(StandardCharsets.ISO_8859_1);

        var answer = resident.post(REPORTS, body);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aBodyLargerThanIsReadIsRefused() {
        var answer = resident.post(REPORTS, report("x".repeat(2_000_000), ground.spot(9)));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void residentsLearnThatAConcernIsKnownAndWorkersWhichOneItIs() {
        var spot = ground.spot(40);
        var near = new Position(spot.longitude(), spot.latitude() + 0.0010);
        var officer = resident.as(accounts.tokenFor(Role.STREET_DISPATCHER));
        var reported =
                resident.post(
                        REPORTS,
                        """
                        {"opId":"%s","text":"known","source":"resident","matterCode":"17014",
                         "lon":%s,"lat":%s}\
                        """
                                .formatted(UUID.randomUUID(), spot.longitude(), spot.latitude()));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);

        var forResident = resident.get(similar(near));
        var forWorkerThere = officer.get(similar(spot));
        var forWorkerAside = officer.get(similar(near));

        assertThat(forResident.json()).hasSize(1);
        assertThat(forResident.json().get(0).path("distance").asInt()).isBetween(105, 118);
        assertThat(forResident.json().get(0).has("caseNo")).isFalse();
        assertThat(forWorkerThere.json().get(0).path("caseNo").asString())
                .isEqualTo(reported.text("caseNo"));
        assertThat(forWorkerAside.json()).isEmpty();
    }

    @Test
    void aSearchForSimilarThatCannotBeUsedIsRefused() {
        for (var query :
                List.of(
                        "",
                        "?lon=123.2&lat=30.4",
                        "?lon=east&lat=30.4&matter=13003",
                        "?lon=NaN&lat=30.4&matter=13003",
                        "?lon=1e308&lat=30.4&matter=13003",
                        "?lon=123.2&lat=-90.1&matter=13003",
                        "?lon=123.2&lat=30.4&matter=%00")) {
            assertThat(resident.get(REPORTS + "/similar" + query).status())
                    .as(query)
                    .isEqualTo(422);
        }
    }

    private String similar(Position at) {
        return REPORTS
                + "/similar?lon="
                + at.longitude()
                + "&lat="
                + at.latitude()
                + "&matter=17014";
    }

    private static String report(String text, Position spot) {
        return """
        {"opId":"%s","text":"%s","source":"resident","lon":%s,"lat":%s}\
        """
                .formatted(UUID.randomUUID(), text, spot.longitude(), spot.latitude());
    }

    private static <T> List<T> together(int times, Callable<T> act) throws Exception {
        var acts = new ArrayList<Callable<T>>();
        for (int i = 0; i < times; i++) {
            acts.add(act);
        }
        return allOf(acts);
    }

    private static <T> List<T> allOf(List<Callable<T>> acts)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(acts)) {
                results.add(result.get());
            }
        }
        return results;
    }

    private static int distinct(List<Api.Answer> answers, String field) {
        var values = new HashSet<String>();
        answers.forEach(answer -> values.add(answer.json().path(field).asString()));
        return values.size();
    }

    private int casesSaying(String text) {
        return sql.sql("select count(*) from cases.case_file where text = :text")
                .param("text", text)
                .query(Integer.class)
                .single();
    }

    private int cases() {
        return sql.sql("select count(*) from cases.case_file").query(Integer.class).single();
    }

    private String placement(String caseNo) {
        return sql.sql("select placement from cases.case_file where case_no = :caseNo")
                .param("caseNo", caseNo)
                .query(String.class)
                .single();
    }
}
