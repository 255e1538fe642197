package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Accounts;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.calendar.Calendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rosters over HTTP: who keeps them, who sees them, and how one turn hands over to the next. */
@LinliTest
class RosterTests {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final String ROSTER = "/api/v1/rosters/" + TestDistrict.CLEANING;

    @Autowired private TestDistrict district;
    @Autowired private Accounts accounts;
    @Autowired private TestAccounts callers;
    @Autowired private Rosters rosters;
    @Autowired private Calendar calendar;
    @Autowired private MockMvcTester mvc;
    @Autowired private JsonMapper json;

    private String handler = "";

    @BeforeEach
    void aUnitHasPeople() {
        district.load();
        for (var id : List.of("staff:T-DUTY1", "staff:T-DUTY2")) {
            accounts.ensure(id, "值班" + id.substring(id.length() - 1));
            accounts.setPosts(
                    id,
                    List.of(
                            new Post(
                                    Role.UNIT_HANDLER,
                                    TestDistrict.COUNTY,
                                    TestDistrict.COUNTY_PATH,
                                    TestDistrict.CLEANING)));
        }
        handler =
                callers.tokenFor(
                        Role.UNIT_HANDLER, TestDistrict.COUNTY_PATH, TestDistrict.CLEANING);
    }

    @Test
    void whoIsOnCallIsWhoTheRosterNamesInItsOrder() {
        var put = put(handler, turns());

        assertThat(put).hasStatusOk();
        var at = LocalDateTime.parse("2026-11-28T22:00").atZone(calendar.zone()).toInstant();
        assertThat(rosters.onCall(TestDistrict.CLEANING, at))
                .extracting(OnCall::name, OnCall::phone)
                .containsExactly(tuple("值班1", "0571-1001"), tuple("值班2", ""));
        assertThat(rosters.onCall("T-NOBODY", at)).isEmpty();
    }

    @Test
    void aDispatcherWhomTheUnitServesSeesWhoToCallAndChangesNothing() {
        put(handler, turns());
        var dispatcher = callers.tokenFor(Role.STREET_DISPATCHER, TestDistrict.STREET_PATH, null);

        var seen = read(get(dispatcher, ROSTER));
        assertThat(seen.get("turns").size()).isEqualTo(2);
        assertThat(seen.get("mayChange").asBoolean()).isFalse();
        assertThat(seen.get("people").isEmpty()).isTrue();
        assertThat(put(dispatcher, turns())).hasStatus(403);
        assertThat(read(get(dispatcher, "/api/v1/rosters")).findValuesAsString("holder"))
                .contains(TestDistrict.CLEANING, TestDistrict.STREET);
    }

    @Test
    void whoeverHasNothingToDoWithTheUnitSeesNoRosterOfIt() {
        var elsewhere = callers.tokenFor(Role.STREET_DISPATCHER, "/990000/990900/", null);
        var member = callers.tokenFor(Role.GRID_MEMBER, TestDistrict.WEST_PATH, null);

        assertThat(get(elsewhere, ROSTER)).hasStatus(404);
        assertThat(get(member, ROSTER)).hasStatus(403);
    }

    @Test
    void nobodyIsPutOnTheRosterOfAUnitTheyDoNotWorkIn() {
        var stranger = List.of(turn("staff:W9999", 1, ""));

        var refused = put(handler, stranger);

        assertThat(refused).hasStatus(422);
        assertThat(read(refused).get("type").asString())
                .isEqualTo("/problems/people/not-of-roster");
        assertThat(read(refused).get("field").asString()).isEqualTo("turns[0].accountId");
    }

    @Test
    void whoSaysNothingOfTurnsTakesNobodyOffTheRoster() {
        put(handler, turns());

        var refused = send(handler, Map.of("opId", UUID.randomUUID()));

        assertThat(refused).hasStatus(422);
        assertThat(read(refused).get("field").asString()).isEqualTo("turns");
        assertThat(read(get(handler, ROSTER)).get("turns").size()).isEqualTo(2);
    }

    @Test
    void ofThoseWhoChangeARosterAtOnceNobodyMeetsAnError() throws Exception {
        put(handler, turns());
        var race =
                Collections.nCopies(
                        8,
                        (Callable<Integer>) () -> put(handler, turns()).getResponse().getStatus());

        try (var pool = Executors.newFixedThreadPool(race.size())) {
            assertThat(pool.invokeAll(race)).extracting(Future::resultNow).containsOnly(200);
        }
        assertThat(read(get(handler, ROSTER)).get("turns").size()).isEqualTo(2);
    }

    @Test
    void whoeverHasLeftTheUnitIsNotCalledForItAnyMore() {
        put(handler, turns());
        accounts.setPosts(
                "staff:T-DUTY1",
                List.of(
                        new Post(
                                Role.UNIT_HANDLER,
                                TestDistrict.COUNTY,
                                TestDistrict.COUNTY_PATH,
                                TestDistrict.LIGHTS)));

        var at = LocalDateTime.parse("2026-11-28T22:00").atZone(calendar.zone()).toInstant();
        assertThat(rosters.onCall(TestDistrict.CLEANING, at))
                .extracting(OnCall::name)
                .containsExactly("值班2");
        assertThat(read(get(handler, ROSTER)).get("turns").size())
                .as("whose turn it would be is still told")
                .isEqualTo(2);
    }

    @Test
    void whoeverTakesOverSignsWhatWasLeftToBeRead() {
        put(handler, turns());
        var first = actor("staff:T-DUTY1");
        var second = actor("staff:T-DUTY2");

        as(first, () -> rosters.leave(first, TestDistrict.CLEANING, UUID.randomUUID(), "泵房钥匙在门卫"));
        as(first, () -> rosters.takeOver(first, TestDistrict.CLEANING, UUID.randomUUID()));
        assertThat(rosters.detail(first, TestDistrict.CLEANING).handOvers().getFirst().signedAt())
                .as("nobody hands over to themselves")
                .isNull();
        var signed = UUID.randomUUID();
        as(second, () -> rosters.takeOver(second, TestDistrict.CLEANING, signed));
        as(second, () -> rosters.takeOver(second, TestDistrict.CLEANING, signed));

        var left = rosters.detail(second, TestDistrict.CLEANING).handOvers().getFirst();
        assertThat(left.note()).isEqualTo("泵房钥匙在门卫");
        assertThat(left.leftByName()).isEqualTo("值班1");
        assertThat(left.signedByName()).isEqualTo("值班2");
        assertThat(left.signedAt()).isNotNull();
        var other = new Actor("staff:T-OTHER", "别人", first.posts());
        assertThatThrownBy(() -> rosters.takeOver(other, TestDistrict.CLEANING, UUID.randomUUID()))
                .isInstanceOf(NotOnRoster.class);
    }

    private void as(Actor actor, Runnable work) {
        AccessContext.of(actor).run(work);
    }

    private Actor actor(String id) {
        return accounts.actor(id);
    }

    private static List<Map<String, Object>> turns() {
        return List.of(turn("staff:T-DUTY2", 2, ""), turn("staff:T-DUTY1", 1, "0571-1001"));
    }

    private static Map<String, Object> turn(String account, int position, String phone) {
        return Map.of(
                "weekday",
                SATURDAY.getDayOfWeek().getValue(),
                "from",
                "18:00",
                "to",
                "08:00",
                "position",
                position,
                "accountId",
                account,
                "phone",
                phone);
    }

    private MvcTestResult put(String token, List<Map<String, Object>> turns) {
        return send(token, Map.of("opId", UUID.randomUUID(), "turns", turns));
    }

    private MvcTestResult send(String token, Map<String, Object> body) {
        return mvc.put()
                .uri(ROSTER + "/turns")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private MvcTestResult get(String token, String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private JsonNode read(MvcTestResult result) {
        return json.readTree(
                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
