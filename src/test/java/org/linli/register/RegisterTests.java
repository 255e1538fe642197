package org.linli.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.intake.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class RegisterTests {

    private static final String LOOK_UPS = "/api/v1/register/look-ups";
    private static final String REASON = "居民来电询问养老补贴的申请进度";

    @Autowired private Town town;
    @Autowired private JdbcClient sql;

    private Api member;
    private Town.Resident zhang;

    @BeforeEach
    void moveIn() {
        member = town.member();
        zhang = town.resident(member, "张三丰");
    }

    @Test
    void aPersonIsFoundByAWholeKeyOnlyAndShownMasked() {
        var name = Town.name();
        zhang = town.resident(member, name);
        for (var question :
                List.of(
                        "{\"idNumber\":\"%s\"}".formatted(zhang.idNumber()),
                        "{\"phone\":\"+86 %s\"}".formatted(zhang.phone()),
                        "{\"name\":\"%s\",\"gridCode\":\"%s\"}"
                                .formatted(name, TestDistrict.WEST))) {
            var found = member.post(LOOK_UPS, question);

            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.body())
                    .contains(zhang.personId(), "张*")
                    .doesNotContain(zhang.idNumber(), zhang.phone(), name);
        }
    }

    @Test
    void wildcardsPartsRangesAndNothingAreNoKeys() {
        for (var question :
                List.of(
                        "{}",
                        "{\"phone\":\"\"}",
                        "{\"phone\":\"139*\"}",
                        "{\"phone\":\"%\"}",
                        "{\"phone\":\"13900000000-13999999999\"}",
                        "{\"idNumber\":\"990801\"}",
                        "{\"idNumber\":\"99080119600101****\"}",
                        "{\"idNumber\":\"%s\"}".formatted(wrongCheck(zhang.idNumber())),
                        "{\"name\":\"张%%\",\"gridCode\":\"%s\"}".formatted(TestDistrict.WEST),
                        "{\"name\":\"张\",\"gridCode\":\"%s\"}".formatted(TestDistrict.WEST),
                        "{\"name\":\"张三丰\"}",
                        "{\"gridCode\":\"%s\"}".formatted(TestDistrict.WEST),
                        "{\"name\":\"张三丰\",\"gridCode\":\"%s\"}".formatted(TestDistrict.EAST),
                        "{\"name\":\"张三丰\",\"gridCode\":\"%s\"}".formatted(TestDistrict.COMMUNITY),
                        "{\"caseNo\":\"990801-1-1\"}",
                        "{\"phone\":\"%s\",\"idNumber\":\"%s\"}"
                                .formatted(zhang.phone(), zhang.idNumber()))) {
            assertThat(member.post(LOOK_UPS, question).status()).as(question).isEqualTo(422);
        }
        assertThat(member.post(LOOK_UPS, "{\"ethnicity\":\"x\"}").status()).isIn(400, 422);
    }

    @Test
    void nobodyIsFoundOutsideOnesOwnGrids() {
        var neighbour = town.neighbour();

        var found = neighbour.post(LOOK_UPS, "{\"phone\":\"%s\"}".formatted(zhang.phone()));
        var opened = open(neighbour, "\"reason\":\"%s\"".formatted(REASON));
        var random =
                neighbour.post(
                        "/api/v1/register/openings",
                        "{\"opId\":\"%s\",\"personId\":\"%s\",\"reason\":\"%s\"}"
                                .formatted(UUID.randomUUID(), UUID.randomUUID(), REASON));

        assertThat(found.json().path("items").size()).isZero();
        assertThat(opened.status()).isEqualTo(404);
        assertThat(opened.body()).isEqualTo(random.body());
        assertThat(town.officer().post(LOOK_UPS, "{\"phone\":\"1\"}").status()).isEqualTo(403);
    }

    @Test
    void aRecordOpensForAReasonThatSomebodyElseJudges() {
        assertThat(open(member, "\"reason\":null").problem()).isEqualTo("request/missing");
        for (var poor : List.of("看看", "啊啊啊啊啊啊啊啊啊啊啊啊", "..............")) {
            var refused = open(member, "\"reason\":\"%s\"".formatted(poor));
            assertThat(refused.problem()).as(poor).isEqualTo("register/reason");
        }

        var opened = open(member, "\"reason\":\"%s\"".formatted(REASON));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var id = opened.text("openingId");
        var record = member.get("/api/v1/register/openings/" + id);

        assertThat(record.status()).as(record.body()).isEqualTo(200);
        assertThat(record.body())
                .contains("张*", REASON, "N2026-01")
                .doesNotContain(zhang.phone(), zhang.idNumber());
        assertThat(town.member().get("/api/v1/register/openings/" + id).status()).isEqualTo(404);
        assertThat(member.get("/api/v1/register/reviews").status()).isEqualTo(403);
        var dispatcher = town.dispatcher();
        var waiting = dispatcher.get("/api/v1/register/reviews");
        assertThat(waiting.body()).contains(id, REASON).doesNotContain(zhang.personId());
        var verdict =
                "{\"opId\":\"%s\",\"justified\":false,\"note\":\"未见来电记录\"}"
                        .formatted(UUID.randomUUID());
        assertThat(dispatcher.post("/api/v1/register/reviews/" + id, verdict).status())
                .isEqualTo(200);
        assertThat(
                        town.dispatcher()
                                .post(
                                        "/api/v1/register/reviews/" + id,
                                        verdict.replace(
                                                verdict.substring(9, 45),
                                                UUID.randomUUID().toString()))
                                .status())
                .isEqualTo(409);
        assertThat(dispatcher.get("/api/v1/register/reviews").body()).doesNotContain(id);
        assertThat(town.officer().get("/api/v1/privacy/alerts").body()).contains("not_justified");
    }

    @Test
    void nobodyJudgesTheirOwnReason() {
        var dispatcher = town.dispatcher();
        var opened = open(dispatcher, "\"reason\":\"%s\"".formatted(REASON));
        var id = opened.text("openingId");

        assertThat(dispatcher.get("/api/v1/register/reviews").body()).doesNotContain(id);
        assertThat(
                        dispatcher
                                .post(
                                        "/api/v1/register/reviews/" + id,
                                        "{\"opId\":\"%s\",\"justified\":true}"
                                                .formatted(UUID.randomUUID()))
                                .problem())
                .isEqualTo("register/own-look-up");
    }

    @Test
    void aCaseOfOnesOwnAtTheDoorIsPurposeEnough() {
        var address = "碧泉路" + UUID.randomUUID() + "号";
        var household = town.household(member, address);
        var person = person(household, town.notice(member, household), "李四", null);
        var receipt =
                town.api()
                        .post(
                                "/api/v1/reports",
                                """
                                {"opId":"%s","text":"屋顶漏水","source":"resident",
                                 "lon":150.005,"lat":20.005,"address":"%s"}\
                                """
                                        .formatted(UUID.randomUUID(), address));
        var caseNo = receipt.text("caseNo");

        var listed = member.post(LOOK_UPS, "{\"caseNo\":\"%s\"}".formatted(caseNo));
        var opened =
                member.post(
                        "/api/v1/register/openings",
                        "{\"opId\":\"%s\",\"personId\":\"%s\"}"
                                .formatted(UUID.randomUUID(), person.text("id")));

        assertThat(listed.body()).as(receipt.body()).contains(person.text("id"));
        assertThat(opened.text("purpose")).as(opened.body()).isEqualTo("case");
        assertThat(opened.text("caseNo")).isEqualTo(caseNo);
        var record = "/api/v1/register/openings/" + opened.text("openingId");
        assertThat(member.get(record).text("address")).isEqualTo(address);
        assertThat(opened.json().path("reviewDue").isNull()).isTrue();
        assertThat(
                        town.neighbour()
                                .post(LOOK_UPS, "{\"caseNo\":\"%s\"}".formatted(caseNo))
                                .status())
                .isEqualTo(422);
        var refused =
                town.dispatcher()
                        .post(
                                "/api/v1/cases/" + caseNo + "/steps",
                                """
                                {"opId":"%s","version":1,"step":"refuse","reason":"不属于受理范围"}\
                                """
                                        .formatted(UUID.randomUUID()));
        assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        assertThat(member.get(record).status()).isEqualTo(404);
    }

    @Test
    void oneFieldAtATimeIsUnmaskedAndEachTimeLeavesATrace() {
        var id = open(member, "\"reason\":\"%s\"".formatted(REASON)).text("openingId");
        var before = traces("field-unmask");

        var shown = unmask(member, id, "phone");

        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.text("value")).isEqualTo(zhang.phone());
        assertThat(shown.json().path("seconds").asInt()).isEqualTo(60);
        assertThat(shown.body()).doesNotContain(zhang.idNumber());
        assertThat(unmask(member, id, "id_number").text("value")).isEqualTo(zhang.idNumber());
        assertThat(unmask(member, id, "name").text("value")).isEqualTo("张三丰");
        assertThat(traces("field-unmask")).isEqualTo(before + 3);
        for (var none : List.of("", "address", "note:", "note:" + UUID.randomUUID())) {
            assertThat(unmask(member, id, none).status()).as(none).isEqualTo(422);
        }
        assertThat(unmask(town.member(), id, "phone").status()).isEqualTo(404);
    }

    @Test
    void whoStandsInForAColleagueSeesNobodyInClear() {
        var assistant =
                town.signedIn(Role.GRID_ASSISTANT, TestDistrict.WEST, TestDistrict.WEST_PATH);
        var id = open(assistant, "\"reason\":\"%s\"".formatted(REASON)).text("openingId");

        var record = assistant.get("/api/v1/register/openings/" + id);

        assertThat(record.status()).as(record.body()).isEqualTo(200);
        assertThat(record.text("address")).isEqualTo("*");
        assertThat(record.text("reason")).isEqualTo(REASON);
        assertThat(unmask(assistant, id, "phone").status()).isEqualTo(403);
    }

    @Test
    void anOpeningEndsWithThePostItWasOpenedBy() {
        var mine = "staff:" + UUID.randomUUID();
        var leaver =
                town.signedIn(mine, Role.GRID_MEMBER, TestDistrict.WEST, TestDistrict.WEST_PATH);
        var id = open(leaver, "\"reason\":\"%s\"".formatted(REASON)).text("openingId");
        var before = leaver.get("/api/v1/register/openings/" + id).status();

        town.moved(mine, Role.GRID_MEMBER, TestDistrict.EAST, TestDistrict.EAST_PATH);

        assertThat(before).isEqualTo(200);
        assertThat(leaver.get("/api/v1/register/openings/" + id).status()).isEqualTo(404);
        assertThat(unmask(leaver, id, "phone").status()).isEqualTo(404);
    }

    @Test
    void aReasonFoundWantingOpensNothingAnyMore() {
        var id = open(member, "\"reason\":\"%s\"".formatted(REASON)).text("openingId");
        var verdict = "{\"opId\":\"%s\",\"justified\":false}".formatted(UUID.randomUUID());

        town.dispatcher().post("/api/v1/register/reviews/" + id, verdict);

        assertThat(member.get("/api/v1/register/openings/" + id).status()).isEqualTo(404);
        assertThat(unmask(member, id, "phone").status()).isEqualTo(404);
    }

    @Test
    void aFactorShownLongAgoUnmasksNothing() {
        var id = open(member, "\"reason\":\"%s\"".formatted(REASON)).text("openingId");
        sql.sql("update access.session set factor_at = factor_at - interval '6 minutes'").update();

        // what a session is may be known from up to a second ago
        await().untilAsserted(() ->
                assertThat(unmask(member, id, "phone").problem())
                        .isEqualTo("access/no-factor-yet"));
    }

    @Test
    void nobodyIsEnteredBeforeTheirHouseholdWasTold() {
        var household = town.household(member, "碧泉路9号");
        var otherNotice = town.notice(member, town.household(member, "碧泉路8号"));

        var untold =
                member.post(
                        "/api/v1/register/households/" + household + "/persons",
                        "{\"opId\":\"%s\",\"name\":\"王五\"}".formatted(UUID.randomUUID()));

        assertThat(untold.status()).isEqualTo(422);
        assertThat(person(household, otherNotice, "王五", null).problem())
                .isEqualTo("register/no-notice");
        assertThat(person(household, town.notice(member, household), "王五", null).status())
                .isEqualTo(201);
    }

    @Test
    void aChildIsEnteredOnlyWhileAGuardianAgrees() {
        var household = town.household(member, "碧泉路10号");
        var notice = town.notice(member, household);
        var child = Town.idNumber("20200229");

        var alone = person(household, notice, "王小明", child);
        var guardian =
                Town.entered(
                        member,
                        "/households/" + household + "/consents",
                        "{\"opId\":\"%s\",\"noticeId\":\"%s\",\"purpose\":\"guardian\"}"
                                .formatted(UUID.randomUUID(), notice));
        var agreed =
                member.post(
                        "/api/v1/register/households/" + household + "/persons",
                        """
                        {"opId":"%s","noticeId":"%s","name":"王小明","idNumber":"%s",
                         "guardianConsentId":"%s"}\
                        """
                                .formatted(UUID.randomUUID(), notice, child, guardian));

        assertThat(alone.problem()).isEqualTo("register/guardian");
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(201);
    }

    @Test
    void aNeedHasABasisAndEndsWithinAYear() {
        var household = zhang.householdId();
        var notice = town.notice(member, household);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var soon = today.plusMonths(6);

        assertThat(need(household, notice, "独居老人", "", soon).problem())
                .isEqualTo("register/one-basis");
        assertThat(need(household, notice, "独居老人", clause(), today.plusMonths(13)).problem())
                .isEqualTo("register/need-end");
        assertThat(need(household, notice, "重点人员", clause(), soon).problem())
                .isEqualTo("register/not-a-service");
        assertThat(need(household, notice, "独居老人", clause(), soon).status()).isEqualTo(201);
    }

    @Test
    void whatRestsOnAConsentEndsWithIt() {
        var household = zhang.householdId();
        var notice = town.notice(member, household);
        var consent =
                Town.entered(
                        member,
                        "/households/" + household + "/consents",
                        "{\"opId\":\"%s\",\"noticeId\":\"%s\",\"purpose\":\"service\"}"
                                .formatted(UUID.randomUUID(), notice));
        var soon = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(6);
        var basis = "\"consentId\":\"%s\",\"note\":\"听力不好，请敲门\",".formatted(consent);
        var need = need(household, notice, "残疾", basis, soon).text("id");
        var id = open(member, "\"reason\":\"%s\"".formatted(REASON)).text("openingId");
        var before = member.get("/api/v1/register/openings/" + id).body();
        var note = unmask(member, id, "note:" + need).text("value");

        var withdrawn =
                member.post(
                        "/api/v1/register/households/%s/consents/%s/withdrawal"
                                .formatted(household, consent),
                        "{\"opId\":\"%s\"}".formatted(UUID.randomUUID()));

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(before).contains("残疾").doesNotContain("敲门");
        assertThat(note).isEqualTo("听力不好，请敲门");
        assertThat(member.get("/api/v1/register/openings/" + id).body()).doesNotContain("残疾");
        assertThat(need(household, notice, "残疾", basis, soon).problem())
                .isEqualTo("register/no-consent");
    }

    @Test
    void nothingOfThemLiesReadableInTheDatabase() {
        var rows =
                sql.sql("select p::text from register.person p where id = :id")
                        .param("id", UUID.fromString(zhang.personId()))
                        .query(String.class)
                        .single();

        assertThat(rows)
                .contains("v1|person.")
                .doesNotContain("张三丰", zhang.phone(), zhang.idNumber());
    }

    private Api.Answer person(
            String household, String notice, String name, @Nullable String idNumber) {
        var number = idNumber == null ? "" : ",\"idNumber\":\"%s\"".formatted(idNumber);
        return member.post(
                "/api/v1/register/households/" + household + "/persons",
                "{\"opId\":\"%s\",\"noticeId\":\"%s\",\"name\":\"%s\"%s}"
                        .formatted(UUID.randomUUID(), notice, name, number));
    }

    private Api.Answer need(
            String household, String notice, String kind, String basis, LocalDate until) {
        return member.post(
                "/api/v1/register/households/" + household + "/needs",
                "{\"opId\":\"%s\",\"kind\":\"%s\",%s\"noticeId\":\"%s\",\"endsOn\":\"%s\"}"
                        .formatted(UUID.randomUUID(), kind, basis, notice, until));
    }

    private static String clause() {
        return "\"clause\":\"老年人权益保障法第37条\",";
    }

    private Api.Answer open(Api by, String purpose) {
        return by.post(
                "/api/v1/register/openings",
                "{\"opId\":\"%s\",\"personId\":\"%s\",%s}"
                        .formatted(UUID.randomUUID(), zhang.personId(), purpose));
    }

    private static Api.Answer unmask(Api by, String opening, String field) {
        return by.post(
                "/api/v1/register/openings/" + opening + "/unmask",
                "{\"field\":\"%s\"}".formatted(field));
    }

    private static String wrongCheck(String number) {
        var last = number.charAt(number.length() - 1) == '1' ? '2' : '1';
        return number.substring(0, number.length() - 1) + last;
    }

    @Test
    void whoFindsAHouseholdByItsAddressIsInTheTrail() {
        var address = "碧泉路%s号".formatted(UUID.randomUUID());
        var household = town.household(member, address);
        var question = "{\"key\":\"%s\"}".formatted(address);

        var found = member.post("/api/v1/register/households/look-ups", question);
        var neighbours = town.neighbour().post("/api/v1/register/households/look-ups", question);

        assertThat(found.body()).contains(household);
        assertThat(neighbours.body()).doesNotContain(household);
        assertThat(
                        sql.sql(
                                        """
                                        select count(*) from audit.event
                                        where act = 'person-look-up' and kind = 'household'
                                            and object = :household
                                        """)
                                .param("household", household)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    private long traces(String act) {
        return sql.sql("select count(*) from audit.event where act = :act and subject = :person")
                .param("act", act)
                .param("person", zhang.personId())
                .query(Long.class)
                .single();
    }
}
