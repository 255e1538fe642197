package org.linli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.access.Decision.ALLOWED;
import static org.linli.access.Decision.FORBIDDEN;
import static org.linli.access.Decision.HIDDEN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every action against every role, and every way to stand to the thing. */
class PolicyTests {

    /**
     * What people agreed on, written down a second time and by hand. {@code a} where the thing lies
     * in the post's area, {@code i} there and only for who neither reported nor handled it, {@code
     * u} where the post's unit answers for it, {@code b} in either case, {@code *} everywhere,
     * {@code .} never.
     */
    private static final String AGREED =
            """
            ROLE                   REPORT READ ACCEPT VERIFY FILE REFUSE SELF_HANDLE DISPATCH RETURN HANDLE CHECK REWORK CLOSE MERGE INDICATOR PEOPLE IMPORT EXPORT ACCOUNT AUDIT REPORTER LOOKUP ENTER REVIEW CODE PRIVACY KEYS OWN DEVICE
            grid_member            *      a    .      a      a    .      a           .        .      .      .     .      .     .     .         *      .      .      .       .     .        a      a     .      .    .       .    *   .
            grid_head              *      a    .      a      a    .      a           .        .      .      .     .      .     .     a         *      .      .      .       .     .        a      a     a      a    .       .    *   a
            grid_assistant         *      a    .      a      a    .      a           .        .      .      .     .      .     .     .         *      .      .      .       .     .        a      a     .      .    .       .    *   .
            seconded_officer       *      b    .      a      a    .      a           .        u      u      .     .      .     .     .         *      .      .      .       .     .        a      a     .      .    .       .    *   .
            grid_supervisor        *      a    .      .      .    .      .           .        .      .      .     .      .     .     a         *      .      .      .       .     .        .      .     .      .    .       .    *   .
            grid_informant         *      .    .      .      .    .      .           .        .      .      .     .      .     .     .         *      .      .      .       .     .        .      .     .      .    .       .    *   .
            street_dispatcher      *      a    a      .      a    a      .           a        .      .      .     .      a     a     a         *      .      .      .       .     a        a      a     a      a    .       .    *   a
            shift_leader           *      a    .      .      .    .      .           a        .      .      .     .      .     .     a         *      .      .      .       .     a        .      .     .      .    .       .    *   a
            checker                *      a    .      .      .    .      .           .        .      .      i     i      .     .     a         *      .      .      .       .     .        .      .     .      .    .       .    *   .
            unit_handler           *      u    .      .      .    .      .           .        u      u      .     .      .     .     .         *      .      .      .       .     .        .      .     .      .    .       .    *   .
            district_dispatcher    *      a    .      .      .    .      .           a        .      .      .     .      .     .     a         *      .      .      .       .     a        .      .     .      .    .       .    *   .
            district_leader        *      a    .      .      .    .      .           .        .      .      .     .      .     .     a         *      .      .      .       .     .        .      .     .      .    .       .    *   .
            privacy_officer        *      .    .      .      .    .      .           .        .      .      .     .      .     .     .         *      .      .      .       .     .        .      .     a      .    a       .    *   .
            security_administrator *      .    .      .      .    .      .           .        .      .      .     .      .     .     .         *      .      .      .       .     .        .      .     .      .    .       *    *   .
            auditor                *      a    .      .      .    .      .           .        .      .      .     .      .     .     a         *      .      .      .       a     .        .      .     .      .    .       .    *   .
            administrator          *      a    .      .      .    .      .           .        .      .      .     .      .     .     a         *      a      a      a       .     .        .      .     .      .    .       .    *   a
            viewer                 *      a    .      .      .    .      .           .        .      .      .     .      .     .     a         *      .      .      .       .     .        .      .     .      .    .       .    *   .
            """;

    private static final Map<String, Action> COLUMNS =
            Map.ofEntries(
                    Map.entry("REPORT", Action.CASE_REPORT),
                    Map.entry("READ", Action.CASE_READ),
                    Map.entry("ACCEPT", Action.CASE_ACCEPT),
                    Map.entry("VERIFY", Action.CASE_VERIFY),
                    Map.entry("FILE", Action.CASE_FILE),
                    Map.entry("REFUSE", Action.CASE_REFUSE),
                    Map.entry("SELF_HANDLE", Action.CASE_SELF_HANDLE),
                    Map.entry("DISPATCH", Action.CASE_DISPATCH),
                    Map.entry("RETURN", Action.CASE_RETURN),
                    Map.entry("HANDLE", Action.CASE_HANDLE),
                    Map.entry("CHECK", Action.CASE_CHECK),
                    Map.entry("REWORK", Action.CASE_REWORK),
                    Map.entry("CLOSE", Action.CASE_CLOSE),
                    Map.entry("MERGE", Action.CASE_MERGE),
                    Map.entry("INDICATOR", Action.INDICATOR_READ),
                    Map.entry("PEOPLE", Action.PEOPLE_READ),
                    Map.entry("IMPORT", Action.DATA_IMPORT),
                    Map.entry("EXPORT", Action.DATA_EXPORT),
                    Map.entry("ACCOUNT", Action.ACCOUNT_ADMINISTER),
                    Map.entry("AUDIT", Action.AUDIT_READ),
                    Map.entry("REPORTER", Action.REPORTER_UNMASK),
                    Map.entry("LOOKUP", Action.REGISTER_READ),
                    Map.entry("ENTER", Action.REGISTER_WRITE),
                    Map.entry("REVIEW", Action.LOOK_UP_REVIEW),
                    Map.entry("CODE", Action.RESIDENT_CODE_ISSUE),
                    Map.entry("PRIVACY", Action.PRIVACY_OVERSEE),
                    Map.entry("KEYS", Action.KEY_ADMINISTER),
                    Map.entry("OWN", Action.OWN_SIGN_IN),
                    Map.entry("DEVICE", Action.DEVICE_ADMINISTER));

    private static final String STREET = "/990000/990104/990104001/";
    private static final String INSIDE = STREET + "990104001002/";
    private static final String NEXT_STREET = "/990000/990104/9901040012/";
    private static final String UNIT = "U1";

    record Agreed(Role role, Action action, char how) {}

    static Stream<Agreed> agreed() {
        var lines = AGREED.lines().map(line -> line.split(" +")).toList();
        var heads = lines.getFirst();
        return lines.stream()
                .skip(1)
                .flatMap(line ->
                        IntStream.range(1, line.length)
                                .mapToObj(column ->
                                        new Agreed(
                                                Role.of(line[0]).orElseThrow(),
                                                action(heads[column]),
                                                line[column].charAt(0))));
    }

    private static Action action(String column) {
        var action = COLUMNS.get(column);
        assertThat(action).as(column).isNotNull();
        return action == null ? Action.CASE_READ : action;
    }

    @Test
    void theAgreementLeavesNothingOut() {
        var roles = agreed().map(Agreed::role).collect(Collectors.toSet());
        var actions = agreed().map(Agreed::action).collect(Collectors.toSet());
        actions.addAll(Set.of(Action.CASE_RATE, Action.CASE_REOPEN));

        assertThat(roles).containsExactlyInAnyOrder(Role.values());
        assertThat(actions).containsExactlyInAnyOrder(Action.values());
    }

    @ParameterizedTest
    @MethodSource("agreed")
    void aPostAllowsWhatWasAgreedAndNothingElse(Agreed agreed) {
        var actor = holding(agreed.role);

        assertThat(
                        situations().stream()
                                .filter(thing ->
                                        Policy.decide(actor, agreed.action, thing) == ALLOWED))
                .containsExactlyElementsOf(
                        situations().stream()
                                .filter(thing -> wants(agreed.how, actor, thing))
                                .toList());
        assertThat(Policy.mayAnywhere(actor, agreed.action))
                .isEqualTo(agreed.how != '.' || agreed.action == Action.CASE_READ);
    }

    private static boolean wants(char how, Actor actor, Resource thing) {
        var mine = actor.id().equals(thing.reporter());
        var involved = mine || thing.handlers().contains(actor.id());
        return switch (how) {
            case '*' -> true;
            case 'a' -> thing.path().startsWith(STREET);
            case 'i' -> thing.path().startsWith(STREET) && !involved;
            case 'u' -> UNIT.equals(thing.unitCode());
            case 'b' -> thing.path().startsWith(STREET) || UNIT.equals(thing.unitCode());
            default -> false;
        };
    }

    /** Each way a thing can stand to the actor, but for having reported it. */
    private static List<Resource> situations() {
        var situations = new ArrayList<Resource>();
        for (var path : List.of(STREET, INSIDE, NEXT_STREET, "/990000/990104/", "/")) {
            for (var unit : Arrays.asList(null, UNIT, "U2")) {
                situations.add(new Resource(path, unit, "staff:other", Set.of("staff:third")));
                situations.add(new Resource(path, unit, null, Set.of("staff:me")));
            }
        }
        return situations;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoReportedSomethingMaySeeItRateItAndReopenIt(Role role) {
        var mine = new Resource(NEXT_STREET, "U2", "staff:me", Set.of());
        var others = new Resource(NEXT_STREET, "U2", "staff:other", Set.of());

        for (var action : List.of(Action.CASE_READ, Action.CASE_RATE, Action.CASE_REOPEN)) {
            assertThat(Policy.decide(holding(role), action, mine)).isEqualTo(ALLOWED);
            assertThat(Policy.decide(holding(role), action, others)).isNotEqualTo(ALLOWED);
        }
    }

    @Test
    void noResidentIsTheReporterOfWhatAnotherResidentReported() {
        var reported = new Resource(STREET, null, Actor.ANONYMOUS.id(), Set.of());

        for (var action : Action.values()) {
            assertThat(Policy.decide(Actor.ANONYMOUS, action, reported)).isEqualTo(HIDDEN);
            assertThat(Policy.mayAnywhere(Actor.ANONYMOUS, action)).isFalse();
        }
        assertThat(Policy.scope(Actor.ANONYMOUS, Action.CASE_READ))
                .isEqualTo(new Scope(List.of(), List.of(), ""));
    }

    @Test
    void whatOneMaySeeIsForbiddenAndWhatOneMayNotSeeIsNotThere() {
        var viewer = holding(Role.VIEWER);

        assertThat(Policy.decide(viewer, Action.CASE_CLOSE, Resource.at(INSIDE)))
                .isEqualTo(FORBIDDEN);
        assertThat(Policy.decide(viewer, Action.CASE_CLOSE, Resource.at(NEXT_STREET)))
                .isEqualTo(HIDDEN);
        assertThat(Policy.decide(viewer, Action.CASE_READ, Resource.at(NEXT_STREET)))
                .isEqualTo(HIDDEN);
    }

    @Test
    void aCheckerNeverChecksTheirOwnWork() {
        var checker = holding(Role.CHECKER);

        var reported = new Resource(INSIDE, UNIT, "staff:me", Set.of());
        var handled = new Resource(INSIDE, UNIT, null, Set.of("staff:me", "staff:third"));
        assertThat(Policy.decide(checker, Action.CASE_CHECK, reported)).isEqualTo(FORBIDDEN);
        assertThat(Policy.decide(checker, Action.CASE_REWORK, handled)).isEqualTo(FORBIDDEN);
    }

    @Test
    void aHandlerWithoutAUnitAnswersForNothing() {
        var post = new Post(Role.UNIT_HANDLER, "990104001", STREET, null);
        var handler = new Actor("staff:me", "", List.of(post));

        assertThat(Policy.decide(handler, Action.CASE_HANDLE, Resource.at(INSIDE)))
                .isEqualTo(HIDDEN);
        assertThat(Policy.scope(handler, Action.CASE_READ).units()).isEmpty();
    }

    @Test
    void aScopeNamesEachAreaOnceAndLeavesOutWhatLiesWithin() {
        var actor =
                new Actor(
                        "staff:me",
                        "",
                        List.of(
                                post(Role.VIEWER, INSIDE, null),
                                post(Role.CHECKER, STREET, null),
                                post(Role.VIEWER, STREET, null),
                                post(Role.VIEWER, NEXT_STREET, null),
                                post(Role.UNIT_HANDLER, STREET, UNIT),
                                post(Role.GRID_INFORMANT, "/elsewhere/", null)));

        var scope = Policy.scope(actor, Action.CASE_READ);

        assertThat(scope.areaPaths()).containsExactlyInAnyOrder(STREET, NEXT_STREET);
        assertThat(scope.units()).containsExactly(UNIT);
        assertThat(scope.actorId()).isEqualTo("staff:me");
    }

    @ParameterizedTest
    @MethodSource("agreed")
    void aListHoldsExactlyWhatMayBeDoneOneByOne(Agreed agreed) {
        if (agreed.how == 'i') {
            return;
        }
        var actor = holding(agreed.role);

        var scope = Policy.scope(actor, agreed.action);

        for (var thing : situations()) {
            var listed =
                    scope.areaPaths().stream().anyMatch(thing.path()::startsWith)
                            || scope.units().stream().anyMatch(u -> u.equals(thing.unitCode()));
            assertThat(listed)
                    .as("%s on %s", agreed, thing)
                    .isEqualTo(Policy.decide(actor, agreed.action, thing) == ALLOWED);
        }
    }

    /** What each role may know at most, agreed on by hand: nothing of the register is here. */
    @ParameterizedTest
    @CsvSource({
        "grid_member, C3", "grid_head, C3", "grid_assistant, C1", "seconded_officer, C3",
        "grid_supervisor, C1", "street_dispatcher, C3", "shift_leader, C3", "checker, C2",
        "unit_handler, C2", "district_dispatcher, C3", "district_leader, C1", "auditor, C1",
        "administrator, C1", "viewer, C1"
    })
    void whatIsKnownOfPeopleTakesARoleAPurposeAndProofOfWhoAsks(String role, FieldClass most) {
        var actor = holding(Role.of(role).orElseThrow());
        for (var fields : FieldClass.values()) {
            for (var purpose : Purpose.values()) {
                for (var proven : List.of(true, false)) {
                    var allowed =
                            fields.compareTo(most) <= 0
                                    && (fields.compareTo(FieldClass.C2) < 0
                                            || purpose != Purpose.NONE)
                                    && (fields != FieldClass.C3 || proven);
                    assertThat(read(actor, false, fields, purpose, proven))
                            .as("%s %s %s", fields, purpose, proven)
                            .isEqualTo(allowed ? ALLOWED : FORBIDDEN);
                }
            }
        }
    }

    @Test
    void aUnitKnowsOfPeopleWhileItHasSomethingToDoForThem() {
        var handler = holding(Role.UNIT_HANDLER);

        assertThat(read(handler, false, FieldClass.C2, Purpose.OPEN_TASK, false))
                .isEqualTo(ALLOWED);
        assertThat(read(handler, true, FieldClass.C2, Purpose.OPEN_TASK, false))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void ofTheFiveRolesOfAGridOnlyTheSecondedOfficerActsForADepartment() {
        var there = new Resource(INSIDE, UNIT, null, Set.of());
        var five =
                List.of(
                        Role.GRID_HEAD,
                        Role.GRID_ASSISTANT,
                        Role.SECONDED_OFFICER,
                        Role.GRID_SUPERVISOR,
                        Role.GRID_INFORMANT);

        assertThat(five)
                .filteredOn(
                        role -> Policy.decide(holding(role), Action.CASE_HANDLE, there) == ALLOWED)
                .containsExactly(Role.SECONDED_OFFICER);
    }

    private static Decision read(
            Actor actor, boolean over, FieldClass fields, Purpose purpose, boolean proven) {
        var thing = new Resource(INSIDE, UNIT, null, Set.of(), over, fields);
        return Policy.decide(actor, Action.CASE_READ, thing, purpose, new Circumstances(proven));
    }

    @Test
    void aFormerColleagueMayNothing() {
        var left = new Account("staff:me", "", false, List.of(post(Role.ADMINISTRATOR, "/", null)));

        assertThat(Policy.mayAnywhere(left.actor(), Action.ACCOUNT_ADMINISTER)).isFalse();
    }

    private static Actor holding(Role role) {
        return new Actor("staff:me", "", List.of(post(role, STREET, UNIT)));
    }

    private static Post post(Role role, String path, @Nullable String unit) {
        return new Post(role, "code", path, unit);
    }
}
