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
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.platform.fields.FieldClass;

/** Who may do what: every action against every role, and every way to stand to the thing. */
class PolicyTests {

    /**
     * What people agreed on, written down a second time and by hand. {@code a} where the thing lies
     * in the post's area, {@code o} there and with no office above it, {@code h} likewise with an
     * office it was given to, {@code f} like {@code o} but not for who handled it, {@code i} there
     * and only for who neither reported nor handled it, {@code d} there and only for who neither
     * handled it nor is of the unit that answers for it, {@code u} where the post's unit answers
     * for it, {@code b} in either case, {@code *} everywhere, {@code .} never.
     */
    private static final String AGREED =
            """
            ACTION                MEMBER HEAD ASSISTANT OFFICER SUPERVISOR INFORMANT STREET SHIFT CHECKER UNIT DISTRICT LEADER PRIVACY SECURITY AUDITOR ADMIN VIEWER
            CASE_REPORT           *      *    *         *       *          *         *      *     *       *    *        *      *       *        *       *     *
            CASE_READ             a      a    a         w       a          .         a      a     a       v    a        a      .       .        a       a     a
            CASE_ACCEPT           .      .    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            CASE_VERIFY           a      a    a         a       .          .         .      .     .       .    .        .      .       .        .       .     .
            CASE_FILE             a      a    a         a       .          .         a      .     .       .    .        .      .       .        .       .     .
            CASE_REFUSE           .      .    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            CASE_SELF_HANDLE      f      f    f         f       .          .         .      .     .       .    .        .      .       .        .       .     .
            CASE_DISPATCH         .      .    .         .       .          .         o      o     .       .    o        .      .       .        .       .     .
            CASE_DISPATCH_AGAIN   .      .    .         .       .          .         .      o     .       .    h        .      .       .        .       .     .
            CASE_ESCALATE         h      h    h         h       .          .         o      o     .       .    o        .      .       .        .       .     .
            CASE_ASSIGN           .      h    .         .       .          .         o      o     .       .    o        .      .       .        .       .     .
            CASE_RETURN           .      .    .         u       .          .         .      .     .       u    .        .      .       .        .       .     .
            CASE_RULE             .      .    .         .       .          .         .      o     .       .    h        .      .       .        .       .     .
            CASE_TAKE             .      .    .         u       .          .         .      a     .       u    .        .      .       .        .       .     .
            CASE_CONTACT          .      .    .         u       .          .         a      a     .       u    a        .      .       .        .       .     .
            CASE_HANDLE           .      .    .         u       .          .         .      .     .       u    .        .      .       .        .       .     .
            CASE_CO_HANDLE        .      .    .         .       .          .         o      o     .       .    o        .      .       .        .       .     .
            CASE_CO_ANSWER        .      .    .         c       .          .         .      .     .       c    .        .      .       .        .       .     .
            CASE_CO_WITHDRAW      .      .    .         u       .          .         o      o     .       u    o        .      .       .        .       .     .
            CASE_WHISTLE          .      .    .         .       .          .         o      o     .       .    o        .      .       .        .       .     .
            CASE_ARRIVE           .      .    .         c       .          .         .      .     .       c    .        .      .       .        .       .     .
            CASE_JOINT_ANSWER     .      .    .         .       .          .         o      o     .       .    o        .      .       .        .       .     .
            CASE_CHECK            .      .    .         .       .          .         .      .     i       .    .        .      .       .        .       .     .
            CASE_REWORK           .      .    .         .       .          .         .      .     i       .    .        .      .       .        .       .     .
            CASE_CLOSE            .      .    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            CASE_CORRECT          .      .    .         .       .          .         i      i     .       .    i        .      .       .        .       .     .
            CASE_MERGE            .      .    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            CASE_MATCH            a      a    a         a       .          .         a      a     .       .    a        .      .       .        .       .     .
            CASE_HELP             a      a    a         a       .          .         .      .     .       .    .        .      .       .        .       .     .
            CASE_CONFIRM          .      .    .         .       .          .         .      .     .       .    .        .      .       .        .       .     .
            CASE_CALL_BACK        .      .    .         .       .          .         i      i     .       .    i        .      .       .        .       .     .
            CASE_SPLIT            .      .    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            CASE_UNHOLD           .      .    .         .       .          .         a      a     .       .    a        .      .       .        .       .     .
            CASE_ASK_EXTENSION    .      .    .         u       .          .         .      .     .       u    .        .      .       .        .       .     .
            CASE_ASK_HOLD         .      .    .         u       .          .         a      .     .       u    .        .      .       .        .       .     .
            CASE_ASK_FORCED_CLOSE .      .    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            CASE_APPEAL           .      .    .         u       .          .         .      .     .       u    .        .      .       .        .       .     .
            CASE_APPROVE          .      .    .         .       .          .         d      d     .       .    d        .      .       .        .       .     .
            CASE_DECLINE          .      .    .         .       .          .         d      d     .       .    d        .      .       .        .       .     .
            CASE_WITHDRAW         .      .    .         u       .          .         a      .     .       u    .        .      .       .        .       .     .
            CASE_REVIEW_FIRST     .      .    .         .       .          .         d      .     .       .    .        .      .       .        .       .     .
            CASE_REVIEW_FINAL     .      .    .         .       .          .         .      d     .       .    d        .      .       .        .       .     .
            CASE_URGE             .      .    .         .       .          .         .      a     .       .    a        a      .       .        .       .     .
            CASE_YELLOW_CARD      .      .    .         .       .          .         .      a     .       .    a        a      .       .        .       .     .
            CASE_RED_CARD         .      .    .         .       .          .         .      a     .       .    a        a      .       .        .       .     .
            SUPERVISE             .      .    .         .       i          .         .      .     .       .    .        .      .       .        .       .     .
            SIGN_REVIEW           .      .    .         .       i          .         .      i     .       .    .        .      .       .        .       .     .
            INDICATOR_READ        .      a    .         .       a          .         a      a     a       .    a        a      .       .        a       a     a
            FIGURE_ANSWER         .      .    .         .       a          .         a      a     .       .    a        a      .       .        .       a     .
            PEOPLE_READ           *      *    *         *       *          *         *      *     *       *    *        *      *       *        *       *     *
            ROSTER_READ           .      .    .         u       .          .         a      a     .       u    a        a      .       .        .       a     .
            ROSTER_CHANGE         .      .    .         .       .          .         a      a     .       u    a        .      .       .        .       a     .
            RULES_MAKE            .      .    .         .       .          .         .      .     .       .    .        a      .       .        .       a     .
            PREMISES_READ         a      a    a         a       a          .         a      a     a       .    a        a      .       .        a       .     .
            PREMISES_PLAN         .      .    .         .       .          .         a      a     .       .    a        .      .       .        .       .     .
            PREMISES_INSPECT      a      a    a         a       .          .         .      .     .       .    .        .      .       .        .       .     .
            PREMISES_REVISIT      i      i    i         i       i          .         .      .     i       .    .        .      .       .        .       .     .
            MEDIATE               .      a    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            DATA_IMPORT           .      .    .         .       .          .         .      .     .       .    .        .      .       .        .       a     .
            DATA_EXPORT           .      .    .         .       .          .         .      .     .       .    .        .      .       .        .       a     .
            INTAKE_ADMINISTER     .      .    .         .       .          .         .      .     .       .    .        .      .       .        .       a     .
            QUARANTINE_SETTLE     .      .    .         .       .          .         a      .     .       .    a        .      .       .        .       a     .
            ACCOUNT_ADMINISTER    .      .    .         .       .          .         .      .     .       .    .        .      .       .        .       a     .
            AUDIT_READ            .      .    .         .       .          .         .      .     .       .    .        .      .       .        a       .     .
            REPORTER_UNMASK       .      .    .         .       .          .         a      a     .       .    a        .      .       .        .       .     .
            REGISTER_READ         a      a    a         a       .          .         a      .     .       .    .        .      .       .        .       .     .
            REGISTER_OPEN         a      a    a         b       .          .         a      .     .       .    .        .      .       .        .       .     .
            REGISTER_WRITE        a      a    a         a       .          .         a      .     .       .    .        .      .       .        .       .     .
            LOOK_UP_REVIEW        .      a    .         .       .          .         a      .     .       .    .        .      a       .        .       .     .
            RESIDENT_CODE_ISSUE   .      a    .         .       .          .         a      .     .       .    .        .      .       .        .       .     .
            PRIVACY_OVERSEE       .      .    .         .       .          .         .      .     .       .    .        .      a       .        .       .     .
            DUTY_READ             .      .    .         .       .          .         .      .     .       u    a        a      .       .        .       .     .
            DUTY_APPLY            .      .    .         .       .          .         .      .     .       u    .        .      .       .        .       .     .
            DUTY_DECIDE           .      .    .         .       .          .         .      .     .       .    a        a      .       .        .       .     .
            DUTY_TASK_GIVE        .      .    .         .       .          .         .      .     .       u    .        .      .       .        .       .     .
            DUTY_TASK_READ        a      a    a         .       a          .         a      .     .       u    a        a      .       .        .       .     .
            DUTY_TASK_ANSWER      a      a    a         .       .          .         .      .     .       .    .        .      .       .        .       .     .
            KEY_ADMINISTER        .      .    .         .       .          .         .      .     .       .    .        .      .       *        .       .     .
            OWN_SIGN_IN           *      *    *         *       *          *         *      *     *       *    *        *      *       *        *       *     *
            OWN_NOTICES           *      *    *         *       *          *         *      *     *       *    *        *      *       *        *       *     *
            DEVICE_ADMINISTER     .      a    .         .       .          .         a      a     .       .    .        .      .       .        .       a     .
            """;

    private static final String STREET = "/990000/990104/990104001/";
    private static final String INSIDE = STREET + "990104001002/";
    private static final String NEXT_STREET = "/990000/990104/9901040012/";
    private static final String UNIT = "U1";

    record Agreed(Role role, Action action, char how) {}

    /** The roles, in the order of the columns. */
    private static final List<Role> ROLES =
            List.of(
                    Role.GRID_MEMBER,
                    Role.GRID_HEAD,
                    Role.GRID_ASSISTANT,
                    Role.SECONDED_OFFICER,
                    Role.GRID_SUPERVISOR,
                    Role.GRID_INFORMANT,
                    Role.STREET_DISPATCHER,
                    Role.SHIFT_LEADER,
                    Role.CHECKER,
                    Role.UNIT_HANDLER,
                    Role.DISTRICT_DISPATCHER,
                    Role.DISTRICT_LEADER,
                    Role.PRIVACY_OFFICER,
                    Role.SECURITY_ADMINISTRATOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR,
                    Role.VIEWER);

    private static Stream<Agreed> agreed() {
        return AGREED.lines().skip(1).map(line -> line.split(" +")).flatMap(PolicyTests::agreed);
    }

    private static Stream<Agreed> agreed(String[] line) {
        assertThat(line).as(line[0]).hasSize(1 + ROLES.size());
        var action = Action.valueOf(line[0]);
        return IntStream.range(0, ROLES.size())
                .mapToObj(role -> new Agreed(ROLES.get(role), action, line[role + 1].charAt(0)));
    }

    /** What was agreed on about an action: each role is tried within one test. */
    private static Stream<Agreed> agreed(Action action) {
        return agreed().filter(agreed -> agreed.action == action);
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
    @EnumSource(Action.class)
    void aPostAllowsWhatWasAgreedAndNothingElse(Action action) {
        assertThat(agreed(action)).allSatisfy(PolicyTests::allowsWhatWasAgreed);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void theRolesThatCouldAllowAnActionAreThoseAgreedOn(Action action) {
        assertThat(Policy.roles(action))
                .containsExactlyInAnyOrderElementsOf(
                        agreed(action).filter(one -> one.how != '.').map(Agreed::role).toList());
    }

    private static void allowsWhatWasAgreed(Agreed agreed) {
        var actor = holding(agreed.role);

        assertThat(
                        situations().stream()
                                .filter(thing -> decide(actor, agreed.action, thing) == ALLOWED))
                .containsExactlyElementsOf(
                        situations().stream()
                                .filter(thing -> wants(agreed.how, actor, thing))
                                .toList());
        assertThat(Policy.mayAnywhere(actor, agreed.action))
                .isEqualTo(agreed.how != '.' || agreed.action == Action.CASE_READ)
                .isEqualTo(Policy.mayAnywhere(actor).contains(agreed.action));
    }

    private static boolean wants(char how, Actor actor, Resource thing) {
        var mine = actor.id().equals(thing.reporter());
        var involved = mine || thing.handlers().contains(actor.id());
        return switch (how) {
            case '*' -> true;
            case 'a' -> thing.path().startsWith(STREET);
            case 'o' -> isFor(thing);
            case 'h' -> isFor(thing) && thing.officePath() != null;
            case 'f' -> isFor(thing) && !thing.handlers().contains(actor.id());
            case 'i' -> thing.path().startsWith(STREET) && !involved;
            case 'd' ->
                    thing.path().startsWith(STREET)
                            && !thing.handlers().contains(actor.id())
                            && !UNIT.equals(thing.unitCode());
            case 'u' -> UNIT.equals(thing.unitCode());
            case 'c' -> thing.coUnits().contains(UNIT);
            case 'v' -> UNIT.equals(thing.unitCode()) || thing.coUnits().contains(UNIT);
            case 'b' -> thing.path().startsWith(STREET) || UNIT.equals(thing.unitCode());
            case 'w' ->
                    thing.path().startsWith(STREET)
                            || UNIT.equals(thing.unitCode())
                            || thing.coUnits().contains(UNIT);
            default -> false;
        };
    }

    private static boolean isFor(Resource thing) {
        var office = thing.officePath();
        return thing.path().startsWith(STREET) && (office == null || office.startsWith(STREET));
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
        situations.add(Resource.at(NEXT_STREET).with(Set.of(UNIT, "U3")));
        for (var office : List.of(STREET, INSIDE, "/990000/990104/")) {
            situations.add(Resource.at(INSIDE).atOffice(office));
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
    void whoActsIsNamedByTheRoleThatAllowsItOrElseAsTheReporter() {
        var posts =
                List.of(
                        post(Role.VIEWER, STREET, null),
                        post(Role.STREET_DISPATCHER, STREET, null));
        var mine = new Resource(STREET, null, "staff:me", Set.of());

        assertThat(Policy.actingAs(new Actor("staff:me", "", posts), Action.CASE_CLOSE, mine))
                .contains("street_dispatcher");
        assertThat(Policy.actingAs(holding(Role.VIEWER), Action.CASE_RATE, mine))
                .contains("reporter");
        assertThat(Policy.actingAs(holding(Role.VIEWER), Action.CASE_CLOSE, mine)).isEmpty();
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

    /** Whoever takes calls writes most reports of their street down themselves. */
    @Test
    void whoWroteAReportDownStillDecidesWhatAUnitAsksFor() {
        var reported = new Resource(INSIDE, "U2", "staff:me", Set.of("staff:third"));

        for (var decision : List.of(Action.CASE_REVIEW_FIRST, Action.CASE_APPROVE)) {
            assertThat(Policy.decide(holding(Role.STREET_DISPATCHER), decision, reported))
                    .isEqualTo(ALLOWED);
        }
        assertThat(Policy.decide(holding(Role.SHIFT_LEADER), Action.CASE_REVIEW_FINAL, reported))
                .isEqualTo(ALLOWED);
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
    @EnumSource(Action.class)
    void aListHoldsExactlyWhatMayBeDoneOneByOne(Action action) {
        assertThat(agreed(action).filter(agreed -> "fiohcd".indexOf(agreed.how) < 0))
                .allSatisfy(PolicyTests::listsWhatMayBeDone);
    }

    private static void listsWhatMayBeDone(Agreed agreed) {
        var actor = holding(agreed.role);

        var scope = Policy.scope(actor, agreed.action);

        for (var thing : situations()) {
            var listed =
                    scope.areaPaths().stream().anyMatch(thing.path()::startsWith)
                            || scope.units().stream()
                                    .anyMatch(u ->
                                            u.equals(thing.unitCode())
                                                    || agreed.action == Action.CASE_READ
                                                            && thing.coUnits().contains(u));
            assertThat(listed)
                    .as("%s on %s", agreed, thing)
                    .isEqualTo(decide(actor, agreed.action, thing) == ALLOWED);
        }
    }

    /** What each role may know at most, agreed on by hand. */
    private static final Map<Role, FieldClass> KNOWN =
            Map.ofEntries(
                    Map.entry(Role.GRID_MEMBER, FieldClass.C3),
                    Map.entry(Role.GRID_HEAD, FieldClass.C3),
                    Map.entry(Role.GRID_ASSISTANT, FieldClass.C1),
                    Map.entry(Role.SECONDED_OFFICER, FieldClass.C3),
                    Map.entry(Role.GRID_SUPERVISOR, FieldClass.C1),
                    Map.entry(Role.GRID_INFORMANT, FieldClass.C1),
                    Map.entry(Role.STREET_DISPATCHER, FieldClass.C3),
                    Map.entry(Role.SHIFT_LEADER, FieldClass.C3),
                    Map.entry(Role.CHECKER, FieldClass.C2),
                    Map.entry(Role.UNIT_HANDLER, FieldClass.C2),
                    Map.entry(Role.DISTRICT_DISPATCHER, FieldClass.C3),
                    Map.entry(Role.DISTRICT_LEADER, FieldClass.C1),
                    Map.entry(Role.PRIVACY_OFFICER, FieldClass.C3),
                    Map.entry(Role.SECURITY_ADMINISTRATOR, FieldClass.C1),
                    Map.entry(Role.AUDITOR, FieldClass.C1),
                    Map.entry(Role.ADMINISTRATOR, FieldClass.C1),
                    Map.entry(Role.VIEWER, FieldClass.C1));

    /**
     * For which purposes each action tells of people, agreed on by hand; of no person where it is
     * not named. With {@code !}, it is refused without one even where it tells of nobody.
     */
    private static final Map<Action, String> AGREED_PURPOSES =
            Map.of(
                    Action.CASE_READ, "OPEN_TASK STATED_REASON",
                    Action.REGISTER_OPEN, "OPEN_TASK STATED_REASON !",
                    Action.MEDIATE, "OPEN_TASK",
                    Action.REPORTER_UNMASK, "OPEN_TASK !",
                    Action.LOOK_UP_REVIEW, "OVERSIGHT",
                    Action.PRIVACY_OVERSEE, "OVERSIGHT");

    record Asked(Agreed agreed, FieldClass fields, Purpose purpose, boolean proven) {}

    /** Every role doing everything it may, to something as delicate as can be, for anything. */
    private static Stream<Asked> asked(Action action) {
        return agreed(action)
                .filter(agreed -> agreed.how != '.')
                .flatMap(agreed ->
                        Stream.of(FieldClass.values()).flatMap(fields -> asked(agreed, fields)));
    }

    private static Stream<Asked> asked(Agreed agreed, FieldClass fields) {
        return Stream.of(Purpose.values())
                .flatMap(purpose ->
                        Stream.of(true, false)
                                .map(proven -> new Asked(agreed, fields, purpose, proven)));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void whatIsToldOfPeopleTakesARoleAPurposeAndProofOfWhoAsks(Action action) {
        assertThat(asked(action)).allSatisfy(PolicyTests::takesARoleAPurposeAndProof);
    }

    private static void takesARoleAPurposeAndProof(Asked asked) {
        var fields = asked.fields;
        var agreed = AGREED_PURPOSES.getOrDefault(asked.agreed.action, "");
        var fits = List.of(agreed.split(" ", -1)).contains(asked.purpose.name());
        var known = KNOWN.getOrDefault(asked.agreed.role, FieldClass.C0);
        var allowed =
                fields.compareTo(known) <= 0
                        && (fits || fields.compareTo(FieldClass.C2) < 0 && !agreed.endsWith("!"))
                        && (asked.proven || fields != FieldClass.C3);
        var actor = holding(asked.agreed.role);
        // nobody decides for their own unit, whatever it is for
        var unit = asked.agreed.how == 'd' ? "U2" : UNIT;
        var thing = new Resource(INSIDE, unit, null, Set.of(), false, fields, INSIDE, Set.of(UNIT));
        var circumstances = new Circumstances(asked.proven);

        assertThat(
                        Policy.decide(
                                        actor,
                                        asked.agreed.action,
                                        thing,
                                        asked.purpose,
                                        circumstances)
                                == ALLOWED)
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aClearanceCoversWhatIsAllowedOneByOne(Action action) {
        assertThat(asked(action)).allSatisfy(PolicyTests::coversWhatIsAllowed);
    }

    private static void coversWhatIsAllowed(Asked asked) {
        var actor = holding(asked.agreed.role);
        var action = asked.agreed.action;
        var circumstances = new Circumstances(asked.proven);
        var thing =
                new Resource(
                        INSIDE, UNIT, null, Set.of(), false, asked.fields, INSIDE, Set.of(UNIT));

        var clearance = Policy.clearance(actor, action, thing, asked.purpose, circumstances);

        for (var fields : List.of(FieldClass.C1, FieldClass.C2, FieldClass.C3)) {
            assertThat(clearance.covers(fields))
                    .as("%s", fields)
                    .isEqualTo(
                            fields.compareTo(asked.fields) <= 0
                                    && Policy.decide(
                                                    actor,
                                                    action,
                                                    thing.with(fields),
                                                    asked.purpose,
                                                    circumstances)
                                            == ALLOWED);
        }
        assertThat(clearance.covers(FieldClass.C0)).isTrue();
    }

    @Test
    void whoMayNotAtAllIsClearedForNobody() {
        var clearance =
                Policy.clearance(
                        holding(Role.GRID_MEMBER),
                        Action.REGISTER_OPEN,
                        Resource.at(NEXT_STREET).with(FieldClass.C3),
                        Purpose.OPEN_TASK,
                        Circumstances.JUST_PROVEN);

        assertThat(clearance.covers(FieldClass.C1)).isFalse();
    }

    @Test
    void aResidentIsToldOfThemselvesButNotWhatIsSensitive() {
        assertThat(Clearance.OF_ONESELF.covers(FieldClass.C2)).isTrue();
        assertThat(Clearance.OF_ONESELF.covers(FieldClass.C3)).isFalse();
    }

    @Test
    void anAnswerGoesOutWithTheClearanceOfWhomItIsTold() {
        var told = Clearance.OF_ONESELF.tell("what is kept");

        assertThat(told.answer()).isEqualTo("what is kept");
        assertThat(told.clearance()).isSameAs(Clearance.OF_ONESELF);
    }

    @Test
    void aUnitKnowsOfPeopleWhileItHasSomethingToDoForThem() {
        assertThat(readByUnit(Role.UNIT_HANDLER, false, FieldClass.C2)).isEqualTo(ALLOWED);
        assertThat(readByUnit(Role.UNIT_HANDLER, true, FieldClass.C2)).isEqualTo(FORBIDDEN);
        assertThat(readByUnit(Role.UNIT_HANDLER, true, FieldClass.C1)).isEqualTo(ALLOWED);
        assertThat(readByUnit(Role.CHECKER, true, FieldClass.C2)).isEqualTo(ALLOWED);
    }

    @Test
    void whoReportedSomethingLearnsOfNobodyByIt() {
        var mine =
                new Resource(
                        NEXT_STREET,
                        null,
                        "staff:me",
                        Set.of(),
                        false,
                        FieldClass.C2,
                        null,
                        Set.of());

        assertThat(
                        Policy.decide(
                                holding(Role.VIEWER),
                                Action.CASE_READ,
                                mine,
                                Purpose.OPEN_TASK,
                                Circumstances.JUST_PROVEN))
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

    private static Decision readByUnit(Role role, boolean over, FieldClass fields) {
        var thing = new Resource(INSIDE, UNIT, null, Set.of(), over, fields, null, Set.of());
        return Policy.decide(
                holding(role), Action.CASE_READ, thing, Purpose.OPEN_TASK, Circumstances.USUAL);
    }

    /** For a purpose that the action is for, if it is for any. */
    private static Decision decide(Actor actor, Action action, Resource thing) {
        var purpose = AGREED_PURPOSES.getOrDefault(action, "NONE").split(" ", 2)[0];
        return Policy.decide(actor, action, thing, Purpose.valueOf(purpose), Circumstances.USUAL);
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
