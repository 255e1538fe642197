package org.linli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.linli.TestDistrict;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.intake.Api;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A small district with people in it, and staff who look them up. */
@Component
class Town {

    private final TestDistrict district;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Environment settings;

    Town(TestDistrict district, Accounts accounts, SignIn signIn, Environment settings) {
        this.district = district;
        this.accounts = accounts;
        this.signIn = signIn;
        this.settings = settings;
    }

    /** Somebody in the register, as a test knows them. */
    record Resident(String personId, String householdId, String phone, String idNumber) {}

    Api api() {
        district.load();
        return new Api(settings.getRequiredProperty("local.server.port", Integer.class));
    }

    Api signedIn(Role role, String code, String path) {
        return signedIn("staff:" + UUID.randomUUID(), role, code, path);
    }

    Api signedIn(String id, Role role, String code, String path) {
        accounts.ensure(id, "测试员");
        moved(id, role, code, path);
        return api().in(signIn.use(signIn.issue(id, "test").code(), "test").secret());
    }

    /** Gives somebody another post instead of those they had. */
    void moved(String id, Role role, String code, String path) {
        accounts.setPosts(id, List.of(new Post(role, code, path, null)));
    }

    Api member() {
        return signedIn(Role.GRID_MEMBER, TestDistrict.WEST, TestDistrict.WEST_PATH);
    }

    Api neighbour() {
        return signedIn(Role.GRID_MEMBER, TestDistrict.EAST, TestDistrict.EAST_PATH);
    }

    Api dispatcher() {
        return signedIn(Role.STREET_DISPATCHER, TestDistrict.STREET, TestDistrict.STREET_PATH);
    }

    Api officer() {
        return signedIn(Role.PRIVACY_OFFICER, TestDistrict.COUNTY, TestDistrict.COUNTY_PATH);
    }

    String household(Api by, String address) {
        var number = "T" + UUID.randomUUID().toString().substring(0, 8);
        return entered(
                by,
                "/households",
                """
                {"opId":"%s","number":"%s","gridCode":"%s","address":"%s"}\
                """
                        .formatted(UUID.randomUUID(), number, TestDistrict.WEST, address));
    }

    String notice(Api by, String household) {
        return entered(
                by,
                "/households/" + household + "/notices",
                """
                {"opId":"%s","version":"N2026-01","manner":"paper","language":"zh-CN"}\
                """
                        .formatted(UUID.randomUUID()));
    }

    /** Somebody new in a household of their own. */
    Resident resident(Api by, String name) {
        var household = household(by, "碧泉路" + UUID.randomUUID() + "号");
        var notice = notice(by, household);
        var phone = "1390" + "%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
        var idNumber = idNumber(birthday());
        var person =
                entered(
                        by,
                        "/households/" + household + "/persons",
                        """
                        {"opId":"%s","noticeId":"%s","name":"%s","phone":"%s","idNumber":"%s"}\
                        """
                                .formatted(UUID.randomUUID(), notice, name, phone, idNumber));
        return new Resident(person, household, phone, idNumber);
    }

    static String entered(Api by, String path, String body) {
        var answer = by.post("/api/v1/register" + path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static String birthday() {
        var day = LocalDate.of(1930, 1, 1);
        return day.plusDays(ThreadLocalRandom.current().nextInt(25_000))
                .format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** A name that nobody else has. */
    static String name() {
        var random = ThreadLocalRandom.current();
        return "张"
                + Character.toString(0x4E00 + random.nextInt(20_000))
                + Character.toString(0x4E00 + random.nextInt(20_000));
    }

    /** An ID number of a place that does not exist. */
    static String idNumber(String born) {
        var random = ThreadLocalRandom.current();
        while (true) {
            var body = "990801" + born + "%03d".formatted(random.nextInt(1000));
            for (var check : "0123456789X".toCharArray()) {
                if (IdNumber.of(body + check).isPresent()) {
                    return body + check;
                }
            }
        }
    }
}
