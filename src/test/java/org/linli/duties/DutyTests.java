package org.linli.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.catalogue.Catalogue;
import org.linli.duties.DutyEntry.Asking;
import org.linli.duties.DutyEntry.Effort;
import org.linli.duties.DutyEntry.Verdict;
import org.linli.duties.DutyEntry.Wording;
import org.linli.intake.Api;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LinliTest
class DutyTests {

    private static final String DUTIES = "/api/v1/duties";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @LocalServerPort private int port;
    @Autowired private TestDistrict district;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private DutyStore store;
    @Autowired private Duties duties;
    @Autowired private Catalogue catalogue;
    @Autowired private List<Importer> importers;
    @Autowired private JsonMapper json;

    private Api department;
    private Api decider;
    private Api member;

    @BeforeEach
    void comeToWork() {
        district.load();
        department = as(post(Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, TestDistrict.CLEANING));
        decider = as(post(Role.DISTRICT_DISPATCHER, TestDistrict.COUNTY_PATH, null));
        member = as(post(Role.GRID_MEMBER, TestDistrict.WEST_PATH, null));
    }

    @Test
    void theShippedListIsPublicEndsAndCoversTheWholeCatalogue() {
        var published = new Api(port).get(DUTIES).json();

        var shipped = items(published.get("entries")).filter(it -> it.get("unitCode").isNull());
        var entries = shipped.toList();
        assertThat(entries).hasSize(9);
        assertThat(entries)
                .allSatisfy(entry -> {
                    assertThat(entry.get("endsOn").asString()).endsWith("-12-31");
                    assertThat(entry.get("status").asString()).isEqualTo("live");
                    assertThat(entry.get("basisZh").asString()).contains("职责清单");
                });
        var prefixes =
                entries.stream()
                        .flatMap(entry -> items(entry.get("matters")))
                        .map(JsonNode::asString)
                        .toList();
        assertThat(catalogue.matters().stream().filter(matter -> !matter.isLocal()))
                .filteredOn(matter -> matter.sheet().sourceUnitCode() == null)
                .filteredOn(matter -> matter.code().matches("[12][0-9]{4}"))
                .isNotEmpty()
                .allMatch(matter -> prefixes.stream().anyMatch(matter.code()::startsWith));
        assertThat(items(published.get("never")).map(JsonNode::asString))
                .anyMatch(rule -> rule.contains("Administrative Penalty Law"));
        assertThat(items(published.get("held")).map(JsonNode::asString)).contains("phone");
    }

    @Test
    void aDepartmentAppliesTheDistrictSeesTheForecastAndDecidesAndTheGridAnswers() {
        var applied = apply(Map.of("fields", List.of("联系电话", "是否愿意参加楼道清理")));
        assertThat(applied.status()).as(applied.body()).isEqualTo(201);
        assertThat(applied.text("status")).isEqualTo("asked");
        assertThat(applied.json().get("struck").get(0).asString()).isEqualTo("联系电话");
        var id = applied.text("entryId");

        var forecast = decider.get(DUTIES + "/applications/" + id + "/forecast");
        assertThat(forecast.status()).as(forecast.body()).isEqualTo(200);
        assertThat(forecast.json().get("grids").asInt()).isEqualTo(2);
        assertThat(forecast.json().get("struck").get(0).asString()).isEqualTo("联系电话");
        // twice a week, half an hour, in each of two grids
        assertThat(forecast.json().get("hoursMore").asDouble()).isEqualTo(8.7);
        assertThat(task(id, Map.of()).problem()).isEqualTo("duties/entry-not-live");

        var decided = decide(decider, id, true, "");
        assertThat(decided.text("status")).as(decided.body()).isEqualTo("live");
        assertThat(decide(decider, id, false, "no").problem()).isEqualTo("duties/decided-before");
        assertThat(task(id, Map.of("fields", List.of("联系电话"))).problem())
                .isEqualTo("duties/register-holds-it");
        assertThat(task(id, Map.of("fields", List.of("职业"))).problem())
                .isEqualTo("duties/field-not-on-list");
        assertThat(task(id, Map.of("title", "各网格罚款情况")).problem()).isEqualTo("duties/ruled-out");

        var given = task(id, Map.of());
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(given.json().get("grids").asInt()).isEqualTo(2);
        var taskId = given.text("taskId");
        var mine = shown(member, taskId);
        assertThat(mine.get("grids").asInt()).isEqualTo(1);
        assertThat(mine.get("inGrids").get(0).get("mine").asBoolean()).isTrue();

        assertThat(answer(member, taskId, TestDistrict.EAST).problem())
                .isEqualTo("duties/no-such-task");
        var answered = answer(member, taskId, TestDistrict.WEST);
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(answer(member, taskId, TestDistrict.WEST).problem())
                .isEqualTo("duties/decided-before");
        var whole = shown(department, taskId);
        assertThat(whole.get("grids").asInt()).isEqualTo(2);
        assertThat(whole.get("answered").asInt()).isEqualTo(1);

        var month = decider.get(DUTIES + "/burden?area=" + TestDistrict.COUNTY).json();
        var cleaning =
                items(month.get("departments"))
                        .filter(it -> it.get("unitCode").asString().equals(TestDistrict.CLEANING))
                        .findFirst()
                        .orElseThrow();
        assertThat(cleaning.get("hours").asDouble()).isGreaterThanOrEqualTo(8.6);
        assertThat(cleaning.get("tasks").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(month.get("hours").asDouble()).isGreaterThan(cleaning.get("hours").asDouble());
    }

    @Test
    void aMonthThatWasOverBeforeSomethingWasDecidedKnowsNothingOfIt() {
        decide(decider, apply(Map.of()).text("entryId"), true, "");

        var burden = DUTIES + "/burden?area=" + TestDistrict.COUNTY + "&month=";
        var before = decider.get(burden + "2020-01").json();

        assertThat(before.get("hours").asDouble()).isZero();
        assertThat(before.get("departments")).isEmpty();
        assertThat(decider.get(burden + "%2B999999999-12").problem()).isEqualTo("request/value");
    }

    @Test
    void whatOtherGridsAreAskedForIsNoBurdenHere() {
        var before = entriesIn(TestDistrict.WEST);

        var east = apply(Map.of("areaCode", TestDistrict.EAST));
        decide(decider, east.text("entryId"), true, "");

        assertThat(entriesIn(TestDistrict.WEST)).isEqualTo(before);
        var community = apply(Map.of("areaCode", TestDistrict.COMMUNITY));
        decide(decider, community.text("entryId"), true, "");
        assertThat(entriesIn(TestDistrict.WEST)).isEqualTo(before + 1);
    }

    /** How many entries of the cleaning department burden an area. */
    private int entriesIn(String area) {
        var month = decider.get(DUTIES + "/burden?area=" + area).json();
        return items(month.get("departments"))
                .filter(it -> it.get("unitCode").asString("").equals(TestDistrict.CLEANING))
                .mapToInt(it -> it.get("entries").asInt())
                .sum();
    }

    @Test
    void aMatterThatIsNamedTwiceIsOnTheListOnce() {
        var code = catalogue.matters().iterator().next().code();

        var applied = apply(Map.of("matters", List.of(code, code)));

        assertThat(items(applied.json().get("matters")).map(JsonNode::asString))
                .containsExactly(code);
    }

    @Test
    void whatIsOutsideTheListIsRefusedWithTheReason() {
        assertThat(task(UUID.randomUUID().toString(), Map.of()).problem())
                .isEqualTo("duties/no-entry");
        var expired = ended("9");
        var late = task(expired.toString(), Map.of());
        assertThat(late.problem()).isEqualTo("duties/entry-not-live");
        assertThat(late.body()).contains(TODAY.minusDays(1).toString(), "apply anew");
        var shown =
                items(new Api(port).get(DUTIES).json().get("entries"))
                        .filter(it -> it.get("entryId").asString().equals(expired.toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(shown.get("status").asString()).isEqualTo("expired");

        var again = apply(Map.of("renews", expired));
        assertThat(again.text("status")).as(again.body()).isEqualTo("asked");
        var refused = decide(decider, again.text("entryId"), false, "负担过重");
        assertThat(refused.text("status")).isEqualTo("refused");
        assertThat(task(again.text("entryId"), Map.of()).body()).contains("负担过重");
        var other = as(post(Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, TestDistrict.LIGHTS));
        assertThat(other.post(DUTIES + "/tasks", task(again.text("entryId"))).problem())
                .isEqualTo("duties/no-entry");
    }

    @Test
    void theNegativeListNamesTheRuleThatIsBroken() {
        for (var wrong :
                Map.of(
                                "协助检查证照", "ENFORCEMENT",
                                "每日打卡签到", "PRESENCE",
                                "每月上报不少于十件", "QUOTA",
                                "巡查必须拍照", "FORCED_PROOF")
                        .entrySet()) {
            var refused = apply(Map.of("title", wrong.getKey()));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problem()).as(wrong.getKey()).isEqualTo("duties/ruled-out");
            assertThat(refused.text("rule")).isEqualTo(wrong.getValue());
        }
        var sensitive = apply(Map.of("fields", List.of("政治面貌")));
        assertThat(sensitive.text("rule")).isEqualTo("SENSITIVE");
        assertThat(apply(Map.of("endsOn", TODAY.plusYears(2).toString())).problem())
                .isEqualTo("request/out-of-range");
        assertThat(apply(Map.of("roles", List.of("unit_handler"))).problem())
                .isEqualTo("duties/no-grid-role");
    }

    @Test
    void nobodyDecidesForTheirOwnDepartment() {
        var id = apply(Map.of()).text("entryId");
        var both =
                as(
                        post(Role.DISTRICT_DISPATCHER, TestDistrict.COUNTY_PATH, null),
                        post(Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, TestDistrict.CLEANING));

        assertThat(decide(both, id, true, "").problem()).isEqualTo("duties/own-department");
        assertThat(decide(department, id, true, "").status()).isEqualTo(403);
        var elsewhere = as(post(Role.DISTRICT_DISPATCHER, "/990000/990700/", null));
        assertThat(decide(elsewhere, id, true, "").status()).isEqualTo(404);
    }

    @Test
    void aDepartmentsMatterReachesTheGridOnlyThroughALiveEntry() throws Exception {
        var code = "9" + (int) (Math.random() * 1_000_000);
        matter(code, TestDistrict.CLEANING);
        var caseNo = report(code);

        assertThat(steps(caseNo)).doesNotContain("self-handle");
        var refused = selfHandle(caseNo, code);
        assertThat(refused.problem()).isEqualTo("duties/matter-not-admitted");
        assertThat(refused.status()).isEqualTo(409);

        ended(code);
        assertThat(selfHandle(caseNo, code).body()).contains(TODAY.minusDays(1).toString());
        var id = apply(Map.of("matters", List.of(code))).text("entryId");
        decide(decider, id, true, "");
        assertThat(steps(caseNo)).contains("self-handle");
        assertThat(selfHandle(caseNo, code).status()).isEqualTo(200);

        matter(code, "");
        assertThat(catalogue.matter(code).flatMap(duties::closedTo)).isEmpty();
    }

    private Api.Answer selfHandle(String caseNo, String matter) {
        return member.post(
                "/api/v1/cases/" + caseNo + "/steps",
                body(
                        Map.of(
                                "opId",
                                UUID.randomUUID(),
                                "step",
                                "self-handle",
                                "version",
                                1,
                                "matterCode",
                                matter)));
    }

    private List<String> steps(String caseNo) {
        return items(member.get("/api/v1/cases/" + caseNo).json().get("steps"))
                .map(JsonNode::asString)
                .toList();
    }

    private String report(String matter) {
        return member.post(
                        "/api/v1/reports",
                        body(
                                Map.of(
                                        "opId",
                                        UUID.randomUUID(),
                                        "text",
                                        "楼道堆物",
                                        "matterCode",
                                        matter,
                                        "lon",
                                        TestDistrict.WEST_LON,
                                        "lat",
                                        TestDistrict.LAT,
                                        "source",
                                        "patrol")))
                .text("caseNo");
    }

    private void matter(String code, String source) throws Exception {
        var file = Files.createTempFile("linli-", ".csv");
        Files.writeString(
                file,
                """
                code,major_code,major_zh,name_zh,kind,self_handle,source_dept_code
                %s,99,部门事项,楼道堆物清理,event,Y,%s
                """
                        .formatted(code, source));
        var report =
                importers.stream()
                        .filter(importer -> importer.kind().equals("matters"))
                        .findFirst()
                        .orElseThrow()
                        .load(file, ImportOptions.standard(), ImportProgress.SILENT);
        assertThat(report.accepted()).isEqualTo(1);
        Files.delete(file);
    }

    /** An entry of the cleaning department that ended yesterday. */
    private UUID ended(String matter) {
        var id = UUID.randomUUID();
        var long_ago = Instant.parse("2025-01-01T00:00:00Z");
        duties.changing(() -> {
            store.add(
                    new DutyEntry(
                            id,
                            TestDistrict.COUNTY,
                            TestDistrict.COUNTY_PATH,
                            TestDistrict.CLEANING,
                            new Wording("楼道清理", "", "条例", "", "本单位经费", ""),
                            new Effort(Form.PATROL, 1, Every.WEEK, false, 30),
                            Set.of("grid_member"),
                            List.of(),
                            List.of(),
                            List.of(matter),
                            TODAY.minusDays(1),
                            null,
                            new Asking("staff:a", "", long_ago),
                            new Verdict(true, "staff:b", long_ago, "")));
            return id;
        });
        return id;
    }

    private Api.Answer apply(Map<String, ?> other) {
        var said = new java.util.HashMap<String, Object>();
        said.put("opId", UUID.randomUUID());
        said.put("unitCode", TestDistrict.CLEANING);
        said.put("areaCode", TestDistrict.COMMUNITY);
        said.put("title", "协助清理楼道堆物");
        said.put("basis", "《市容环境卫生条例》");
        said.put("form", "patrol");
        said.put("times", 2);
        said.put("every", "week");
        said.put("perHousehold", false);
        said.put("minutes", 30);
        said.put("roles", List.of("grid_member", "grid_head"));
        said.put("means", "每网格每月 100 元");
        said.put("endsOn", TODAY.plusDays(90).toString());
        said.putAll(other);
        return department.post(DUTIES + "/applications", body(said));
    }

    private Api.Answer decide(Api by, String id, boolean approve, String reason) {
        return by.post(
                DUTIES + "/applications/" + id + "/decision",
                body(Map.of("opId", UUID.randomUUID(), "approve", approve, "reason", reason)));
    }

    private Api.Answer task(String entry, Map<String, ?> other) {
        var said = new java.util.HashMap<String, Object>(taskOf(entry));
        said.putAll(other);
        return department.post(DUTIES + "/tasks", body(said));
    }

    private String task(String entry) {
        return body(taskOf(entry));
    }

    private static Map<String, Object> taskOf(String entry) {
        return Map.of(
                "opId",
                UUID.randomUUID(),
                "entryId",
                entry,
                "title",
                "本周楼道清理",
                "areaCode",
                TestDistrict.COMMUNITY,
                "dueOn",
                TODAY.toString());
    }

    private Api.Answer answer(Api by, String task, String grid) {
        return by.post(
                DUTIES + "/tasks/" + task + "/answers",
                body(Map.of("opId", UUID.randomUUID(), "gridCode", grid, "done", true)));
    }

    private static JsonNode shown(Api to, String task) {
        return items(to.get(DUTIES + "/tasks").json().get("items"))
                .filter(it -> it.get("taskId").asString().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<JsonNode> items(JsonNode array) {
        return array.valueStream();
    }

    private String body(Map<String, ?> said) {
        return json.writeValueAsString(said);
    }

    private static Post post(Role role, String path, @Nullable String unit) {
        var parts = path.split("/", -1);
        return new Post(role, parts[parts.length - 2], path, unit);
    }

    private Api as(Post... posts) {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "测试员");
        accounts.setPosts(id, List.of(posts));
        return new Api(port).in(signIn.use(signIn.issue(id, "test").code(), "test").secret());
    }
}
