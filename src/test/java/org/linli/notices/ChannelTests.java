package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.MovingClock;
import org.linli.access.Role;
import org.linli.cases.Office;
import org.linli.platform.log.FollowedLog;
import org.linli.platform.log.Followers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the building, by a real mail server and a real gateway, and what never does. */
@LinliTest
class ChannelTests {

    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final Gateway GATEWAY = new Gateway();

    private static final AtomicInteger PHONES = new AtomicInteger();

    private static final String TEXT = "王五家门口的灯黑了";
    private static final String ADDRESS = "灯塔路7号";

    @Autowired private TestDistrict district;
    @Autowired private Office office;
    @Autowired private Staff staff;
    @Autowired private Followers followers;
    @Autowired private Notices notices;
    @Autowired private Post post;
    @Autowired private MovingClock clock;
    @Autowired private MockMvcTester mvc;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;

    private final String email = "somebody." + UUID.randomUUID() + "@example.org";

    @TestConfiguration
    static class WithItsOwnClock {

        @Bean
        @Primary
        MovingClock movingClock() {
            return new MovingClock();
        }
    }

    @DynamicPropertySource
    static void channels(DynamicPropertyRegistry settings) {
        MAIL.start();
        var gateway = "http://127.0.0.1:" + GATEWAY.port();
        settings.add("linli.log.following", () -> "false");
        settings.add("linli.access.address", () -> "https://linli.example");
        settings.add("linli.outbound.allowed", () -> "127.0.0.1:" + GATEWAY.port());
        settings.add("linli.notices.mail.host", () -> "127.0.0.1");
        settings.add("linli.notices.mail.port", () -> MAIL.getSmtp().getPort());
        settings.add("linli.notices.mail.tls", () -> "none");
        settings.add("linli.notices.mail.from", () -> "linli@linli.example");
        settings.add("linli.notices.sms.url", () -> gateway + "/sms");
        settings.add("linli.notices.sms.token", () -> "a-secret");
        settings.add("linli.notices.webhook.url", () -> gateway + "/hook");
    }

    @AfterAll
    static void close() {
        MAIL.stop();
        GATEWAY.close();
    }

    @BeforeEach
    void itIsMorning() {
        district.load();
        GATEWAY.answers(200);
        caughtUp();
        post.carry();
    }

    @Test
    void aReporterIsWrittenToInBothLanguagesAndNothingOfTheirsStandsInIt() throws Exception {
        var caseNo = reported(phone());
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        delivered();

        var mail = mails().getLast();
        assertThat(mail.getSubject()).isEqualTo("你反映的情况已立案");
        assertThat(content(mail))
                .contains("路灯不亮 · 试验街道 · " + caseNo)
                .contains("What you reported has been filed")
                .contains("https://linli.example/track")
                .contains("https://linli.example/stop#")
                .doesNotContain("王五", TEXT, ADDRESS, "灯塔路");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(traces(caseNo)).containsExactlyInAnyOrder("notice.mail", "notice.sms");
    }

    @Test
    void aShortMessageGoesThroughTheGatewayOfTheInstallation() {
        var phone = phone();
        var caseNo = reported(phone);
        office.take(Role.STREET_DISPATCHER, caseNo, "refuse", Map.of("reason", "不属实，王五在撒谎"));
        delivered();

        assertThat(GATEWAY.to(phone)).hasSize(1);
        var sent = GATEWAY.to(phone).getFirst();
        assertThat(sent.path()).isEqualTo("/sms");
        assertThat(sent.authorization()).isEqualTo("Bearer a-secret");
        assertThat(sent.form().get("text"))
                .startsWith("你反映的情况未予受理，原因请查看办理进度")
                .contains(caseNo, "/track")
                .doesNotContain("王五", "撒谎", ADDRESS, TEXT);
    }

    @Test
    void everybodyIsToldInTheirLanguageByTheChannelsTheyChose() throws Exception {
        var handler = staff.handler(TestDistrict.LIGHTS);
        prefer(handler, List.of("mail", "webhook"), 0, 0);

        var caseNo = office.dispatched(TestDistrict.LIGHTS);
        delivered();

        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst().getSubject()).isEqualTo("Your unit has a new case");
        assertThat(content(mails().getFirst()))
                .contains("Street light out", "https://linli.example/console/cases/" + caseNo);
        assertThat(GATEWAY.to(handler)).hasSize(1);
        assertThat(GATEWAY.to(handler).getFirst().form())
                .containsEntry("topic", "dispatched")
                .containsEntry("caseNo", caseNo);
    }

    @Test
    void quietHoursArePassedByWhatIsUrgentAlone() throws Exception {
        var handler = staff.handler(TestDistrict.LIGHTS);
        // 09:00 in Shanghai, and quiet until 10:00
        prefer(handler, List.of("mail"), 8 * 60, 10 * 60);

        tell(handler, Topic.DUE, false);
        tell(handler, Topic.CALLED, true);
        post.carry();
        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst().getSubject())
                .isEqualTo("An urgent case: please take it at once");

        clock.pass(Duration.ofMinutes(61));
        post.carry();
        clock.pass(Duration.ofMinutes(-61));
        assertThat(mails()).hasSize(2);
    }

    @Test
    void whatCannotBeDeliveredIsTriedAgainThenGivenUpAndShownToTheAdministrator() {
        var handler = staff.handler(TestDistrict.LIGHTS);
        prefer(handler, List.of("webhook"), 0, 0);
        GATEWAY.answers(503);
        tell(handler, Topic.DUE, false);

        post.carry();
        post.carry();
        assertThat(GATEWAY.to(handler)).hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        post.carry();
        assertThat(GATEWAY.to(handler)).hasSize(2);
        for (var tries = 0; tries < 10; tries++) {
            clock.pass(Duration.ofHours(7));
            post.carry();
        }
        clock.pass(Duration.ofHours(-70).minusMinutes(2));
        assertThat(GATEWAY.to(handler)).hasSize(6);

        var failed = Objects.requireNonNull(failure(handler));
        assertThat(failed.get("why").asString()).isEqualTo("unreachable");

        GATEWAY.answers(200);
        var again =
                mvc.put()
                        .uri("/api/v1/notices/failures/{id}/retry", failed.get("id").asLong())
                        .header("Authorization", "Bearer " + office.token(Role.ADMINISTRATOR))
                        .exchange();
        assertThat(again).hasStatus(204);
        post.carry();
        assertThat(GATEWAY.to(handler)).hasSize(7);
        assertThat(failure(handler)).isNull();
    }

    @Test
    void whatTheGatewayRefusesIsNotSentAgain() {
        var handler = staff.handler(TestDistrict.LIGHTS);
        prefer(handler, List.of("webhook"), 0, 0);
        GATEWAY.answers(422);
        tell(handler, Topic.DUE, false);

        post.carry();
        clock.pass(Duration.ofHours(1));
        post.carry();
        clock.pass(Duration.ofHours(-1));

        assertThat(GATEWAY.to(handler)).hasSize(1);
        assertThat(String.valueOf(failure(handler))).contains("refused");
    }

    @Test
    void whoeverStopsIsWrittenToNoMore() throws Exception {
        var caseNo = reported(phone());
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        delivered();
        var token = content(mails().getLast()).replaceAll("(?s).*?/stop#(\\S+).*", "$1");

        assertThat(stop(token.replace('.', 'x') + ".AAAA")).isEqualTo(404);
        assertThat(stop(token)).isEqualTo(204);
        solved(caseNo);
        delivered();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void whoeverReportedWhatWasMergedHearsOfTheEnd() throws Exception {
        var survivor = office.reported().get("caseNo").asString();
        var caseNo = reported(phone());
        office.take(Role.STREET_DISPATCHER, caseNo, "merge", Map.of("into", survivor));
        office.take(Role.STREET_DISPATCHER, survivor, "file", Map.of("matterCode", Office.LAMP));
        solved(survivor);
        delivered();

        assertThat(mails()).hasSize(3);
        assertThat(mails().getFirst().getSubject()).isEqualTo("你反映的情况已有人反映，并案一起办理");
        assertThat(content(mails().getFirst())).contains(caseNo);
        assertThat(mails().getLast().getSubject()).isEqualTo("你反映的情况已办结，请查看结果并评价");
        assertThat(content(mails().getLast())).contains(survivor);
    }

    @Test
    void whoeverAskedForAMediationHearsThatItGoesOnAndNothingOfWhatItIs() {
        var phone = phone();
        var others = phone();
        var quarrel = new Quarrel(mvc, staff, json, mediator(), phone, others);
        var other = quarrel.invited();
        quarrel.step(other, Map.of("step", "agree"));
        quarrel.lead(Map.of("step", "accept"));
        quarrel.lead(Map.of("step", "session", "said", "各说各的"));
        quarrel.lead(Map.of("step", "offer", "agreement", "晚十点后不再敲暖气管"));
        quarrel.sign(quarrel.applicant);
        quarrel.sign(other);
        post.carry();

        var sent = GATEWAY.to(phone).stream().map(one -> one.form().get("text")).toList();
        assertThat(sent)
                .hasSize(3)
                .allSatisfy(text ->
                        assertThat(text)
                                .contains("试验街道", "https://linli.example/stop#")
                                .doesNotContain("调解", "mediation", "暖气", "赵大", "钱二", others));
        assertThat(sent.get(0)).startsWith("你托街道办的一件事有进展");
        assertThat(sent.get(1)).startsWith("你托街道办的一件事，有一份材料等你看过确认");
        assertThat(sent.get(2)).startsWith("你托街道办的一件事已经了结");
        assertThat(GATEWAY.to(others)).isEmpty();
        assertThat(traces(quarrel.id())).containsExactly("notice.sms", "notice.sms", "notice.sms");
    }

    @Test
    void wordsForTheMediatorAreNoAddressAndWhatOneDidOneselfIsNoNews() throws Exception {
        var withWords = new Quarrel(mvc, staff, json, mediator(), "三号楼 201，晚上在", phone());
        withWords.step(withWords.invited(), Map.of("step", "decline"));
        var byMail = new Quarrel(mvc, staff, json, mediator(), email, phone());
        byMail.invited();
        byMail.step(byMail.applicant, Map.of("step", "withdraw"));
        post.carry();

        assertThat(traces(withWords.id())).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void nobodyIsWrittenToOnceThePapersAreErased() throws Exception {
        var quarrel = new Quarrel(mvc, staff, json, mediator(), email, phone());
        quarrel.step(quarrel.invited(), Map.of("step", "decline"));
        sql.sql("update mediation.mediation set papers = '' where id = :id")
                .param("id", UUID.fromString(quarrel.id()))
                .update();
        post.carry();

        assertThat(mails()).isEmpty();
        assertThat(traces(quarrel.id())).isEmpty();
    }

    private String mediator() {
        return staff.newcomer(
                Role.GRID_HEAD, TestDistrict.COMMUNITY, TestDistrict.COMMUNITY_PATH, null);
    }

    @Test
    void followedAgainNobodyIsToldAgain() throws Exception {
        var caseNo = reported(phone());
        office.take(Role.STREET_DISPATCHER, caseNo, "file", Map.of("matterCode", Office.LAMP));
        delivered();

        followers.rebuild("notices");
        delivered();

        assertThat(mails()).hasSize(1);
    }

    private String reported(String phone) {
        var body =
                Map.of(
                        "opId",
                        UUID.randomUUID(),
                        "source",
                        "resident",
                        "text",
                        TEXT,
                        "address",
                        ADDRESS,
                        "lon",
                        TestDistrict.WEST_LON,
                        "lat",
                        TestDistrict.LAT,
                        "reporter",
                        Map.of("name", "王五", "phone", phone, "email", email));
        var result =
                mvc.post()
                        .uri("/api/v1/reports")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body))
                        .exchange();
        assertThat(result).as(Staff.text(result)).hasStatus(201);
        return json.readTree(Staff.text(result)).get("caseNo").asString();
    }

    private void solved(String caseNo) {
        office.take(
                Role.STREET_DISPATCHER,
                caseNo,
                "dispatch",
                Map.of("unitCode", TestDistrict.LIGHTS));
        office.take(Role.UNIT_HANDLER, caseNo, "handle", Map.of("answer", "修好了"));
        office.take(Role.CHECKER, caseNo, "check", Map.of());
        office.take(Role.STREET_DISPATCHER, caseNo, "close", Map.of());
    }

    private void prefer(String who, List<String> channels, int from, int to) {
        var result =
                staff.put(
                        who,
                        "/api/v1/notices/preferences",
                        Map.of(
                                "language", "en",
                                "channels", channels,
                                "quietFrom", from,
                                "quietTo", to,
                                "email", email));
        assertThat(result).as(Staff.text(result)).hasStatusOk();
        assertThat(Staff.text(result)).doesNotContain(email);
    }

    private void tell(String who, Topic topic, boolean urgent) {
        notices.tell(List.of(who), new News("test:" + UUID.randomUUID(), topic, urgent, null));
    }

    private int stop(String token) {
        return mvc.put()
                .uri("/api/v1/notices/stop")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("token", token)))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private @Nullable JsonNode failure(String account) {
        var result =
                mvc.get()
                        .uri("/api/v1/notices/failures")
                        .header("Authorization", "Bearer " + office.token(Role.ADMINISTRATOR))
                        .exchange();
        return json.readTree(Staff.text(result))
                .get("items")
                .valueStream()
                .filter(one -> account.equals(one.get("account").asString("")))
                .findFirst()
                .orElse(null);
    }

    private List<MimeMessage> mails() throws MessagingException {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> String.valueOf(header(mail, "To")).contains(email))
                .toList();
    }

    private static @Nullable String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ",");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String content(MimeMessage mail) throws MessagingException, IOException {
        return String.valueOf(mail.getContent());
    }

    private List<@Nullable String> traces(String object) {
        return sql.sql(
                        """
                        select purpose from audit.event
                        where act = 'field-unmask' and object = :object
                        """)
                .param("object", object)
                .query(String.class)
                .list();
    }

    /** Another for each test: numbers that no operator gives out. */
    private static String phone() {
        return "1000%07d".formatted(PHONES.incrementAndGet());
    }

    private void delivered() {
        caughtUp();
        post.carry();
    }

    private void caughtUp() {
        FollowedLog.catchUp(followers, "notices");
    }
}
