package org.linli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.evidence.TestPictures;
import org.linli.intake.Api;
import org.linli.platform.transfer.Exporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of the charter about who sees people's data, each by its number. */
@LinliTest
class CharterOfPeopleTests {

    private static final String LOOK_UPS = "/api/v1/register/look-ups";
    private static final String OPENINGS = "/api/v1/register/openings";
    private static final String REASON = "居民来电询问养老补贴的申请进度";
    private static final int TIMES = 3;

    private static final String LINKS_FROM_ELSEWHERE =
            """
            select k.conrelid::regclass || ' refers to ' || k.confrelid::regclass
            from pg_constraint k
            join pg_class f on f.oid = k.conrelid
            join pg_class t on t.oid = k.confrelid
            where t.relnamespace = 'register'::regnamespace and f.relnamespace <> t.relnamespace
            union all
            select distinct v.oid::regclass || ' reads ' || t.oid::regclass
            from pg_depend d
            join pg_rewrite r on r.oid = d.objid and d.classid = 'pg_rewrite'::regclass
            join pg_class v on v.oid = r.ev_class
            join pg_class t on t.oid = d.refobjid and d.refclassid = 'pg_class'::regclass
            where t.relnamespace = 'register'::regnamespace and v.oid <> t.oid
            """;

    /** A look at somebody's data, as the trail knows it. */
    private static final String LOOKS =
            """
            select count(*) from audit.event
            where actor = :actor and result = 'done'
                and act in ('person-look-up', 'person-open', 'field-unmask', 'photo-read',
                    'data-export', 'audit-read')
            """;

    @Autowired private Town town;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private List<Exporter> exporters;
    @Autowired private JdbcClient sql;

    private Api member;
    private Town.Resident zhang;

    @BeforeEach
    void moveIn() {
        member = town.member();
        zhang = town.resident(member, "张三丰");
    }

    @Test
    void n7WhatWasOpenedForOnePersonShowsNothingOfAnother() {
        var li = town.resident(member, "李四光");
        var need = need(li);
        var opening = open(zhang, "\"reason\":\"%s\"".formatted(REASON)).text("openingId");

        var record = member.get(OPENINGS + "/" + opening);
        var unmasked = unmask(opening, "note:" + need);

        assertThat(record.body())
                .contains(zhang.personId())
                .doesNotContain(li.personId(), li.householdId(), need, "李");
        assertThat(unmasked.status()).isEqualTo(422);
        for (var other : List.of(li.personId(), li.householdId(), need)) {
            assertThat(member.get(OPENINGS + "/" + other).status()).isEqualTo(404);
            assertThat(unmask(other, "phone").status()).isEqualTo(404);
        }
        assertThat(unmask(opening, "phone").text("value")).isEqualTo(zhang.phone());
    }

    @Test
    void n7ACaseReachesThoseAtItsDoorOnlyAndWhileItIsOpen() {
        var address = "碧泉路" + UUID.randomUUID() + "号";
        var household = town.household(member, address);
        var atTheDoor =
                Town.entered(
                        member,
                        "/households/" + household + "/persons",
                        "{\"opId\":\"%s\",\"noticeId\":\"%s\",\"name\":\"王五\",\"phone\":\"13900000000\"}"
                                .formatted(UUID.randomUUID(), town.notice(member, household)));
        var caseNo = reportedAt(address, "");
        var byCase = "{\"caseNo\":\"%s\"}".formatted(caseNo);
        var forTheCase = "\"caseNo\":\"%s\"".formatted(caseNo);

        assertThat(member.post(LOOK_UPS, byCase).json().path("items"))
                .extracting(item -> item.path("personId").asString())
                .containsExactly(atTheDoor);
        assertThat(open(zhang, forTheCase).problem()).isEqualTo("register/not-your-case");
        var opening = open(atTheDoor, forTheCase).text("openingId");
        assertThat(member.get(OPENINGS + "/" + opening).status()).isEqualTo(200);

        over(caseNo);

        assertThat(member.post(LOOK_UPS, byCase).status()).isEqualTo(422);
        assertThat(open(atTheDoor, forTheCase).problem()).isEqualTo("register/not-your-case");
        assertThat(member.get(OPENINGS + "/" + opening).status()).isEqualTo(404);
        assertThat(unmask(opening, "phone").status()).isEqualTo(404);
    }

    @Test
    void n7NoOtherModuleReadsTheRegister() throws IOException {
        assertThat(sql.sql(LINKS_FROM_ELSEWHERE).query(String.class).list()).isEmpty();
        var readers = new ArrayList<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (var source : sources.filter(CharterOfPeopleTests::isElsewhere).toList()) {
                if (Files.readString(source)
                        .matches("(?is).*\\b(from|join|into|update)\\s+register\\..*")) {
                    readers.add(source.toString());
                }
            }
        }
        assertThat(readers).isEmpty();
        assertThat("select name from register.person")
                .matches("(?is).*\\b(from|join|into|update)\\s+register\\..*");
    }

    @Test
    void n7NoExportTellsOfPeople() throws IOException {
        var address =
                sql.sql("select address from register.household where id = :id")
                        .param("id", UUID.fromString(zhang.householdId()))
                        .query(String.class)
                        .single();
        var said = new TreeMap<String, String>();
        for (var exporter : exporters) {
            var out = new ByteArrayOutputStream();
            exporter.write(out);
            said.put(exporter.kind(), out.toString(StandardCharsets.UTF_8));
        }

        assertThat(said.get("households")).contains(address);
        assertThat(said)
                .allSatisfy((kind, file) ->
                        assertThat(file)
                                .as(kind)
                                .doesNotContain("张三丰", zhang.phone(), zhang.idNumber()));
        said.remove("households");
        assertThat(said)
                .isNotEmpty()
                .allSatisfy((kind, file) -> assertThat(file).doesNotContain(address));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void n11NoRoleLooksAtPeopleWithoutATrace(Role role) {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "测试员");
        accounts.setPosts(id, List.of(postAs(role)));
        var who = town.api().in(signIn.use(signIn.issue(id, "test").code(), "test").secret());
        var address = "碧泉路" + UUID.randomUUID() + "号";
        var household = town.household(member, address);
        var photo = member.upload(UUID.randomUUID(), TestPictures.jpeg(40, 30)).text("photoId");
        var caseNo = reportedAt(address, ",\"photoIds\":[\"%s\"]".formatted(photo));
        var reads = 0;

        for (var i = 0; i < TIMES; i++) {
            var looks = new ArrayList<Api.Answer>();
            looks.add(who.post(LOOK_UPS, "{\"phone\":\"%s\"}".formatted(zhang.phone())));
            looks.add(
                    who.post(
                            "/api/v1/register/households/look-ups",
                            "{\"key\":\"%s\"}".formatted(address)));
            var opened = openedBy(who);
            looks.add(opened);
            var opening = opened.status() == 201 ? opened.text("openingId") : UUID.randomUUID();
            looks.add(who.get(OPENINGS + "/" + opening));
            looks.add(who.post(OPENINGS + "/" + opening + "/unmask", "{\"field\":\"phone\"}"));
            looks.add(who.post("/api/v1/cases/" + caseNo + "/reporter", "{\"part\":\"phone\"}"));
            looks.add(who.get("/api/v1/photos/" + photo));
            looks.add(who.get("/api/v1/exports/households"));
            looks.add(who.get("/api/v1/audit?limit=1"));
            reads += (int) looks.stream().filter(CharterOfPeopleTests::shows).count();
            assertThat(looks).noneMatch(answer -> answer.status() >= 500);
        }

        var traces = sql.sql(LOOKS).param("actor", id).query(Integer.class).single();
        assertThat(reads - traces).as("%d reads by %s", reads, id).isZero();
        assertThat(reads).isEqualTo(TIMES * mayDo(role));
        assertThat(household).isNotEmpty();
    }

    @Test
    void n11NoSettingTurnsTheTrailOff() throws IOException {
        for (var name : List.of("AuditTrail", "AuditPart", "AuditEvent", "EventStore", "Acting")) {
            assertThat(Files.readString(Path.of("src/main/java/org/linli/audit", name + ".java")))
                    .as(name)
                    .doesNotContain("@Value", "ConfigurationProperties", "Conditional", "@Profile");
        }
    }

    /** How many of the looks each role is for; what it is not for is refused, and shows nothing. */
    private static int mayDo(Role role) {
        return switch (role) {
            case GRID_MEMBER, GRID_HEAD, SECONDED_OFFICER -> 6;
            case GRID_ASSISTANT -> 5;
            case STREET_DISPATCHER -> 7;
            case SHIFT_LEADER, DISTRICT_DISPATCHER -> 2;
            case ADMINISTRATOR, AUDITOR -> 2;
            case GRID_SUPERVISOR, CHECKER, DISTRICT_LEADER, VIEWER -> 1;
            case UNIT_HANDLER, GRID_INFORMANT, PRIVACY_OFFICER, SECURITY_ADMINISTRATOR -> 0;
        };
    }

    private static boolean shows(Api.Answer answer) {
        return answer.status() < 300 && !answer.body().startsWith("{\"items\":[]");
    }

    /** Files and the trail reach everywhere, and so must the posts of those who may have them. */
    private static Post postAs(Role role) {
        if (role == Role.ADMINISTRATOR || role == Role.AUDITOR) {
            return new Post(role, Post.EVERYWHERE, Post.EVERYWHERE, null);
        }
        var unit = role == Role.UNIT_HANDLER ? TestDistrict.LIGHTS : null;
        return new Post(role, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH, unit);
    }

    private static boolean isElsewhere(Path file) {
        var name = file.toString().replace('\\', '/');
        return name.matches(".*\\.(java|sql)")
                && !name.contains("org/linli/register/")
                && !name.contains("migration/register/");
    }

    private String reportedAt(String address, String more) {
        var receipt =
                member.post(
                        "/api/v1/reports",
                        """
                        {"opId":"%s","text":"屋顶漏水","source":"patrol",
                         "lon":150.005,"lat":20.005,"address":"%s",
                         "reporter":{"name":"赵六","phone":"13800007788"}%s}\
                        """
                                .formatted(UUID.randomUUID(), address, more));
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return receipt.text("caseNo");
    }

    private void over(String caseNo) {
        sql.sql(
                        """
                        update cases.case_file set state = 'REFUSED', refused_at = now()
                        where case_no = :caseNo
                        """)
                .param("caseNo", caseNo)
                .update();
    }

    private String need(Town.Resident resident) {
        var household = resident.householdId();
        return Town.entered(
                member,
                "/households/" + household + "/needs",
                """
                {"opId":"%s","kind":"独居老人","clause":"老年人权益保障法第37条","noticeId":"%s",
                 "note":"听力不好，请敲门","endsOn":"%s"}\
                """
                        .formatted(
                                UUID.randomUUID(),
                                town.notice(member, household),
                                LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(6)));
    }

    private Api.Answer open(Town.Resident resident, String purpose) {
        return open(resident.personId(), purpose);
    }

    private Api.Answer open(String person, String purpose) {
        return member.post(
                OPENINGS,
                "{\"opId\":\"%s\",\"personId\":\"%s\",%s}"
                        .formatted(UUID.randomUUID(), person, purpose));
    }

    private Api.Answer openedBy(Api who) {
        return who.post(
                OPENINGS,
                "{\"opId\":\"%s\",\"personId\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(UUID.randomUUID(), zhang.personId(), REASON));
    }

    private Api.Answer unmask(String opening, String field) {
        return member.post(
                OPENINGS + "/" + opening + "/unmask", "{\"field\":\"%s\"}".formatted(field));
    }
}
