package org.linli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.intake.Api;
import org.springframework.beans.factory.annotation.Autowired;

/** A resident sees who looked at their data, and asks why. */
@LinliTest
class ResidentPageTests {

    private static final String REASON = "居民来电询问养老补贴的申请进度";

    @Autowired private Town town;

    private Api member;
    private Town.Resident zhang;

    @BeforeEach
    void moveIn() {
        member = town.member();
        zhang = town.resident(member, "张三丰");
    }

    @Test
    void everyLookStandsOnThePageOfWhomItWasAtOnceAndOnNobodyElses() {
        var li = town.resident(member, "李四光");
        member.post("/api/v1/register/look-ups", "{\"phone\":\"%s\"}".formatted(zhang.phone()));
        var opening = opened();
        member.get("/api/v1/register/openings/" + opening);
        member.post("/api/v1/register/openings/" + opening + "/unmask", "{\"field\":\"phone\"}");

        var page = page(zhang);
        var lines = page.json().path("lines");

        assertThat(lines.size()).as(page.body()).isEqualTo(4);
        assertThat(lines.get(0).path("act").asString()).isEqualTo("code_issued");
        assertThat(lines.get(1).path("act").asString()).isEqualTo("unmasked");
        assertThat(lines.get(1).path("field").asString()).isEqualTo("phone");
        assertThat(lines.get(2).path("act").asString()).isEqualTo("opened");
        assertThat(lines.get(3).path("act").asString()).isEqualTo("listed");
        assertThat(lines.get(1).path("complaintNumber").asString())
                .matches("[0-9A-F]{4}-[0-9A-F]{4}")
                .isEqualTo(lines.get(3).path("complaintNumber").asString());
        assertThat(page.body()).doesNotContain("测试员", "staff:", zhang.phone());
        assertThat(page.json().path("notices").get(0).path("version").asString())
                .isEqualTo("N2026-01");
        assertThat(page(li).json().path("lines").size()).isEqualTo(1);
    }

    @Test
    void aCodeOpensOnePageOnceAndNothingElse() {
        var code = code(zhang);

        var first = open(code);
        var again = open(code);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.problem()).isEqualTo("register/code-not-usable");
        assertThat(open("000000000000").status()).isEqualTo(401);
        assertThat(town.api().get("/api/v1/resident/page").status()).isEqualTo(401);
    }

    @Test
    void onlyAClerkOfTheirAreaWhoSawTheIdIssuesACode() {
        var wanted = "{\"opId\":\"%s\",\"personId\":\"%s\",\"idSeen\":%s}";
        var path = "/api/v1/register/resident-codes";
        var dispatcher = town.dispatcher();

        assertThat(
                        dispatcher
                                .post(
                                        path,
                                        wanted.formatted(
                                                UUID.randomUUID(), zhang.personId(), false))
                                .problem())
                .isEqualTo("register/id-not-seen");
        assertThat(
                        member.post(
                                        path,
                                        wanted.formatted(UUID.randomUUID(), zhang.personId(), true))
                                .status())
                .isEqualTo(403);
        var once = wanted.formatted(UUID.randomUUID(), zhang.personId(), true);
        assertThat(dispatcher.post(path, once).status()).isEqualTo(201);
        assertThat(dispatcher.post(path, once).problem()).isEqualTo("access/secret-shown-once");
    }

    @Test
    void aResidentAsksWhyAndIsAnswered() {
        var opening = opened();
        member.get("/api/v1/register/openings/" + opening);
        var opened = open(code(zhang));
        var resident = town.api().asResident(opened.header("Set-Cookie"));
        var line = opened.json().path("lines").get(1).path("lineId").asString();
        var complaint =
                "{\"opId\":\"%s\",\"lineId\":\"%s\",\"text\":\"我没有打过电话\"}"
                        .formatted(UUID.randomUUID(), line);

        var filed = resident.post("/api/v1/resident/complaints", complaint);
        var officer = town.officer();
        var listed = officer.get("/api/v1/privacy/complaints");

        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(filed.json().path("dueAt").asString()).isNotEmpty();
        assertThat(listed.body())
                .contains(filed.text("complaintId"), "我没有打过电话")
                .doesNotContain(zhang.personId());
        var answer = "{\"opId\":\"%s\",\"text\":\"已核实：当日有来电记录\"}".formatted(UUID.randomUUID());
        var path = "/api/v1/privacy/complaints/" + filed.text("complaintId") + "/answer";
        assertThat(officer.post(path, answer).status()).isEqualTo(200);
        assertThat(resident.get("/api/v1/resident/page").body()).contains("当日有来电记录");
        assertThat(member.get("/api/v1/privacy/complaints").status()).isEqualTo(403);
        assertThat(
                        resident.post(
                                        "/api/v1/resident/complaints",
                                        complaint.replace(
                                                complaint.substring(9, 45),
                                                UUID.randomUUID().toString()))
                                .status())
                .isEqualTo(409);
    }

    private Api.Answer page(Town.Resident resident) {
        return open(code(resident));
    }

    private Api.Answer open(String code) {
        return town.api().post("/api/v1/resident/session", "{\"code\":\"%s\"}".formatted(code));
    }

    private String code(Town.Resident resident) {
        var issued =
                town.dispatcher()
                        .post(
                                "/api/v1/register/resident-codes",
                                "{\"opId\":\"%s\",\"personId\":\"%s\",\"idSeen\":true}"
                                        .formatted(UUID.randomUUID(), resident.personId()));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        assertThat(issued.text("code")).matches("\\d{4}-\\d{4}-\\d{4}");
        return issued.text("code");
    }

    private String opened() {
        return member.post(
                        "/api/v1/register/openings",
                        "{\"opId\":\"%s\",\"personId\":\"%s\",\"reason\":\"%s\"}"
                                .formatted(UUID.randomUUID(), zhang.personId(), REASON))
                .text("openingId");
    }
}
