package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How to reach a reporter is sealed as it comes in, and shown by part to who must call back. */
@LinliTest
class ReporterContactTests {

    private static final String STREET = "990104005";
    private static final String STREET_PATH = "/990000/990100/990104/990104005/";

    @LocalServerPort private int port;
    @Autowired private TestGround ground;
    @Autowired private TestAccounts testAccounts;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private JdbcClient sql;

    private Api resident;
    private String caseNo = "";

    @BeforeEach
    void reportWithAContact() {
        ground.load();
        resident = new Api(port);
        caseNo = reported("13800007788");
    }

    @Test
    void theDispatcherSeesOnePartAtATimeAndEachTimeLeavesATrace() {
        var dispatcher = signedIn(new Post(Role.DISTRICT_DISPATCHER, "990104", district(), null));

        var before = traces();
        var shown = dispatcher.post(address(), "{\"part\":\"phone\"}");

        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.text("value")).isEqualTo("13800007788");
        assertThat(shown.body()).doesNotContain("王五");
        assertThat(traces()).isEqualTo(before + 1);
        assertThat(dispatcher.get("/api/v1/cases/" + caseNo).json().path("reporterParts").size())
                .isEqualTo(3);
        assertThat(dispatcher.post(address(), "{\"part\":\"address\"}").status()).isEqualTo(422);
    }

    @Test
    void neitherTheUnitNorAScriptNorAnotherStreetSeesIt() {
        var viewer = signedIn(new Post(Role.VIEWER, "990104", district(), null));
        var elsewhere = signedIn(new Post(Role.STREET_DISPATCHER, "1", "/1/", null));
        var script = resident.as(testAccounts.tokenFor(Role.DISTRICT_DISPATCHER));

        for (var refused :
                List.of(
                        viewer.post(address(), "{\"part\":\"phone\"}"),
                        script.post(address(), "{\"part\":\"phone\"}"),
                        resident.post(address(), "{\"part\":\"phone\"}"))) {
            assertThat(refused.status()).isIn(401, 403);
            assertThat(refused.body()).doesNotContain("7788");
        }
        assertThat(elsewhere.post(address(), "{\"part\":\"phone\"}").status()).isEqualTo(404);
        assertThat(viewer.get("/api/v1/cases/" + caseNo).json().path("reporterParts").size())
                .isZero();
    }

    @Test
    void onceACaseIsOverItsReporterIsNoLongerToBeReached() {
        var dispatcher = signedIn(new Post(Role.STREET_DISPATCHER, "990104", district(), null));
        var before = dispatcher.post(address(), "{\"part\":\"phone\"}");

        var refused =
                dispatcher.post(
                        "/api/v1/cases/" + caseNo + "/steps",
                        """
                        {"opId":"%s","version":1,"step":"refuse","reason":"不属于受理范围"}\
                        """
                                .formatted(UUID.randomUUID()));

        assertThat(before.status()).as(before.body()).isEqualTo(200);
        assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        assertThat(refused.json().path("reporterParts").size()).isZero();
        assertThat(dispatcher.post(address(), "{\"part\":\"phone\"}").problem())
                .isEqualTo("case/reporter-hidden");
    }

    @Test
    void whatLiesPlainIsSealedInTheBackgroundAndARenewalSealsItAnew() throws Exception {
        sql.sql(
                        """
                        update cases.reporter_contact set key_id = '', name = '', email = '',
                            phone = '13811112222'
                        where case_id in (select id from cases.case_file where case_no = :caseNo)
                        """)
                .param("caseNo", caseNo)
                .update();
        var dispatcher = signedIn(new Post(Role.DISTRICT_DISPATCHER, "990104", district(), null));
        var keeper = signedIn(new Post(Role.SECURITY_ADMINISTRATOR, "/", "/", null));
        var before = sealedPhone();

        var renewed =
                keeper.post(
                        "/api/v1/keys/renewals", "{\"opId\":\"%s\"}".formatted(UUID.randomUUID()));

        assertThat(before).isEqualTo("13811112222");
        assertThat(renewed.status()).as(renewed.body()).isEqualTo(201);
        var newKey = renewed.json().path("keyIds").get(1).asString();
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!sealedPhone().startsWith("v1|" + newKey + "|")) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
        assertThat(dispatcher.post(address(), "{\"part\":\"phone\"}").text("value"))
                .isEqualTo("13811112222");
        assertThat(keeper.get("/api/v1/keys").body()).contains(newKey);
        assertThat(dispatcher.get("/api/v1/keys").status()).isEqualTo(403);
    }

    @Test
    void aValueMovedToAnotherCaseDoesNotOpenThere() {
        var other = reported("13900001234");
        sql.sql(
                        """
                        update cases.reporter_contact t set phone = s.phone
                        from cases.reporter_contact s, cases.case_file f, cases.case_file g
                        where f.case_no = :caseNo and t.case_id = f.id
                            and g.case_no = :other and s.case_id = g.id
                        """)
                .param("caseNo", caseNo)
                .param("other", other)
                .update();
        var dispatcher = signedIn(new Post(Role.DISTRICT_DISPATCHER, "990104", district(), null));

        var refused = dispatcher.post(address(), "{\"part\":\"phone\"}");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("vault/damaged");
    }

    private String reported(String phone) {
        var spot = ground.spot(7);
        var body =
                """
                {"opId":"%s","text":"路灯不亮","source":"resident","lon":%s,"lat":%s,
                 "reporter":{"name":"王五","phone":"%s","email":"w@example.org"}}\
                """
                        .formatted(UUID.randomUUID(), spot.longitude(), spot.latitude(), phone);
        // by a hotline, which may send more in a minute than one resident
        var hotline = resident.as(testAccounts.tokenFor(Role.GRID_MEMBER));
        var receipt = hotline.post("/api/v1/reports", body);
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return receipt.text("caseNo");
    }

    private Api signedIn(Post post) {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "测试");
        accounts.setPosts(id, List.of(post));
        return resident.in(signIn.use(signIn.issue(id, "test").code(), "test").secret());
    }

    private String address() {
        return "/api/v1/cases/" + caseNo + "/reporter";
    }

    private static String district() {
        return STREET_PATH.substring(0, STREET_PATH.length() - STREET.length() - 1);
    }

    private String sealedPhone() {
        return sql.sql(
                        """
                        select r.phone from cases.reporter_contact r
                        join cases.case_file f
                            on (f.county_code, f.id) = (r.county_code, r.case_id)
                        where case_no = :caseNo
                        """)
                .param("caseNo", caseNo)
                .query(String.class)
                .single();
    }

    private long traces() {
        return sql.sql(
                        """
                        select count(*) from audit.event
                        where act = 'field-unmask' and object = :caseNo
                        """)
                .param("caseNo", caseNo)
                .query(Long.class)
                .single();
    }
}
