package org.linli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.platform.postgres.ConnectionSettings;
import org.linli.platform.postgres.Database;
import org.linli.platform.postgres.TestServer;
import org.linli.platform.postgres.WalledDataSource;
import org.linli.platform.words.Message;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The second wall stands, and whatever opens it is found. */
@LinliTest
class WallCheckTests {

    private static final int ROUNDS = 1_000;

    @Autowired private WallCheck check;
    @Autowired private Database database;
    @Autowired private TestDistrict district;
    @Autowired private MockMvcTester mvc;

    @BeforeEach
    void haveCasesInTwoPlaces() {
        district.load();
        report(TestDistrict.WEST_LON);
        report(TestDistrict.EAST_LON);
    }

    private void report(double longitude) {
        var body =
                """
                {"opId":"%s","text":"路灯不亮","lon":%s,"lat":%s,"source":"resident","photoIds":[]}
                """
                        .formatted(UUID.randomUUID(), longitude, TestDistrict.LAT);
        assertThat(
                        mvc.post()
                                .uri("/api/v1/reports")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .hasStatus(201);
    }

    @Test
    void twoPeopleOnOneConnectionSeeTheirOwnAndNobodySeesAnything() {
        var found = check.run(ROUNDS);

        assertThat(found.breaches()).isEmpty();
        assertThat(found.rounds()).isEqualTo(ROUNDS);
        assertThat(found.rows()).isGreaterThanOrEqualTo(ROUNDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "walls/not-walled | planted.t | create table planted.t (county_code text)",
                "walls/not-walled | planted.t | create table planted.t (county_code text);"
                        + " alter table planted.t enable row level security",
                "walls/open-policy | planted.t: p | create table planted.t (county_code text);"
                        + " alter table planted.t enable row level security;"
                        + " alter table planted.t force row level security;"
                        + " create policy p on planted.t using (true)",
                "walls/owners-view | planted.v | create view planted.v as select 1 as n",
                "walls/materialised | planted.m |"
                        + " create materialized view planted.m as select 1 as n",
                "walls/definer | planted.f() | create function planted.f() returns int"
                        + " language sql security definer return 1",
                "walls/owned | table planted.t | create table planted.t (n int);"
                        + " alter table planted.t owner to linli",
                "walls/member | linli_owner | grant linli_owner to linli",
                "walls/above | linli | alter role linli bypassrls",
                "walls/truncates | planted.t | create table planted.t (n int);"
                        + " grant truncate on planted.t to linli",
                "walls/seen-by-nobody | planted.t | create table planted.t as select 1 as n;"
                        + " alter table planted.t enable row level security;"
                        + " alter table planted.t force row level security;"
                        + " create policy p on planted.t using (n = 1)",
            })
    void aPlantedBreachIsFound(String code, String name, String planted) {
        plant(planted);
        try {
            assertThat(check.run(0).breaches()).contains(Message.of(code, name));
        } finally {
            uproot();
        }
        assertThat(check.run(0).breaches()).isEmpty();
    }

    @Test
    void aPolicyThatLetsEverybodyInWhoIsSomebodyIsFoundByTakingTurns() {
        plant(
                """
                create table planted.t as select '/999999/' as path;
                alter table planted.t enable row level security;
                alter table planted.t force row level security;
                create policy p on planted.t using (current_setting('linli.actor', true) <> '')\
                """);
        try {
            assertThat(check.run(100).breaches())
                    .extracting(Message::code)
                    .containsExactly("walls/foreign-rows");
        } finally {
            uproot();
        }
    }

    @Test
    void aPoolThatForgetsToTellItsConnectionIsFound() {
        ConnectionSettings deaf = () -> ConnectionSettings.EVERYTHING;
        try (var pool = WalledDataSource.of(database, deaf, 1)) {
            assertThat(check.run(10, pool).breaches())
                    .extracting(Message::code)
                    .contains("walls/foreign-rows", "walls/seen-by-nobody");
        }
    }

    private void plant(String statements) {
        TestServer.asSuperuser(
                database.url(),
                "create schema planted authorization linli_owner;"
                        + statements
                        + "; grant usage on schema planted to linli;"
                        + " grant select on all tables in schema planted to linli");
    }

    private void uproot() {
        TestServer.asSuperuser(
                database.url(),
                "drop schema planted cascade; alter role linli nobypassrls;"
                        + " revoke linli_owner from linli");
    }
}
