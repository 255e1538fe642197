package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Actor;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.cases.history.HandedOver;
import org.linli.platform.operation.Operations;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** A community is given to another street: who works there goes on working there. */
@LinliTest
class MovedAreaTests {

    private static final String DISTRICT = "/990000/990700/990701/";
    private static final String OLD_STREET = DISTRICT + "990701001/";
    private static final String NEW_STREET = DISTRICT + "990701002/";
    private static final String COMMUNITY = "990701001001/";

    @Autowired private MockMvcTester mvc;
    @Autowired private List<Importer> importers;
    @Autowired private Accounts accounts;
    @Autowired private TestAccounts tokens;
    @Autowired private Cases cases;
    @Autowired private Operations operations;
    @Autowired private JsonMapper json;

    @BeforeEach
    void aCommunityOfTheOldStreet() {
        var load = new HandedOver(importers);
        load.load(
                "divisions",
                """
                code,parent_code,level,name
                990000,,province,试验省
                990700,990000,city,迁移市
                990701,990700,district,迁移区
                990701001,990701,street,旧街道
                990701002,990701,street,新街道
                990701001001,990701001,community,迁移社区
                """);
        load.load(
                "staff",
                """
                staff_id,name,role,area_code
                M1,李书记,grid_head,990701001001
                """);
    }

    @Test
    void postsAndTokensLieWhereTheirAreaLiesAndReachWhatWasReportedThereBefore() {
        var head = tokens.tokenFor(Role.GRID_HEAD, OLD_STREET + COMMUNITY, null);
        var before = reported(OLD_STREET + COMMUNITY);
        assertThat(get(head, "/api/v1/cases/" + before)).hasStatusOk();

        new HandedOver(importers)
                .load(
                        "divisions",
                        """
                        code,parent_code,level,name
                        990701001001,990701002,community,迁移社区
                        """);

        var after = reported(NEW_STREET + COMMUNITY);
        assertThat(accounts.actor("staff:M1").posts())
                .singleElement()
                .satisfies(post -> assertThat(post.areaPath()).isEqualTo(NEW_STREET + COMMUNITY));
        assertThat(get(head, "/api/v1/cases/" + before)).hasStatusOk();
        assertThat(get(head, "/api/v1/cases/" + after)).hasStatusOk();
        assertThat(list(head)).contains(before, after);
        var oldStreet = tokens.tokenFor(Role.STREET_DISPATCHER, OLD_STREET, null);
        assertThat(list(oldStreet)).contains(before).doesNotContain(after);
        var newStreet = tokens.tokenFor(Role.STREET_DISPATCHER, NEW_STREET, null);
        assertThat(list(newStreet)).contains(after).doesNotContain(before);
        assertThat(people(newStreet, "990701002")).contains("李书记");
        assertThat(people(newStreet, "990701001")).doesNotContain("李书记");
        var hired = tokens.tokenFor(Role.GRID_HEAD, NEW_STREET + COMMUNITY, null);
        assertThat(list(hired)).contains(before, after);
    }

    private String reported(String path) {
        var place = new Place(Placement.UNPLACED, null, "990701", null, path, "");
        var report =
                new NewReport(
                        Source.RESIDENT,
                        "路灯不亮",
                        null,
                        null,
                        place,
                        Contact.NONE,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
        var operation = operations.of("anonymous", UUID.randomUUID(), path);
        var receipt = cases.report(Actor.ANONYMOUS, () -> report, operation);
        return json.readTree(receipt.body()).get("caseNo").asString();
    }

    private String list(String token) {
        return text(get(token, "/api/v1/cases"));
    }

    private String people(String token, String area) {
        return text(get(token, "/api/v1/people?area=" + area));
    }

    private MvcTestResult get(String token, String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
