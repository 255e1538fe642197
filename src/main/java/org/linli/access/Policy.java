package org.linli.access;

import static org.linli.access.Action.ACCOUNT_ADMINISTER;
import static org.linli.access.Action.AUDIT_READ;
import static org.linli.access.Action.CASE_ACCEPT;
import static org.linli.access.Action.CASE_APPEAL;
import static org.linli.access.Action.CASE_APPROVE;
import static org.linli.access.Action.CASE_ARRIVE;
import static org.linli.access.Action.CASE_ASK_EXTENSION;
import static org.linli.access.Action.CASE_ASK_FORCED_CLOSE;
import static org.linli.access.Action.CASE_ASK_HOLD;
import static org.linli.access.Action.CASE_ASSIGN;
import static org.linli.access.Action.CASE_CALL_BACK;
import static org.linli.access.Action.CASE_CHECK;
import static org.linli.access.Action.CASE_CLOSE;
import static org.linli.access.Action.CASE_CONTACT;
import static org.linli.access.Action.CASE_CORRECT;
import static org.linli.access.Action.CASE_CO_ANSWER;
import static org.linli.access.Action.CASE_CO_HANDLE;
import static org.linli.access.Action.CASE_CO_WITHDRAW;
import static org.linli.access.Action.CASE_DECLINE;
import static org.linli.access.Action.CASE_DISPATCH;
import static org.linli.access.Action.CASE_DISPATCH_AGAIN;
import static org.linli.access.Action.CASE_ESCALATE;
import static org.linli.access.Action.CASE_FILE;
import static org.linli.access.Action.CASE_HANDLE;
import static org.linli.access.Action.CASE_HELP;
import static org.linli.access.Action.CASE_JOINT_ANSWER;
import static org.linli.access.Action.CASE_MATCH;
import static org.linli.access.Action.CASE_MERGE;
import static org.linli.access.Action.CASE_RATE;
import static org.linli.access.Action.CASE_READ;
import static org.linli.access.Action.CASE_RED_CARD;
import static org.linli.access.Action.CASE_REFUSE;
import static org.linli.access.Action.CASE_REOPEN;
import static org.linli.access.Action.CASE_REPORT;
import static org.linli.access.Action.CASE_RETURN;
import static org.linli.access.Action.CASE_REVIEW_FINAL;
import static org.linli.access.Action.CASE_REVIEW_FIRST;
import static org.linli.access.Action.CASE_REWORK;
import static org.linli.access.Action.CASE_RULE;
import static org.linli.access.Action.CASE_SELF_HANDLE;
import static org.linli.access.Action.CASE_SPLIT;
import static org.linli.access.Action.CASE_TAKE;
import static org.linli.access.Action.CASE_UNHOLD;
import static org.linli.access.Action.CASE_URGE;
import static org.linli.access.Action.CASE_VERIFY;
import static org.linli.access.Action.CASE_WHISTLE;
import static org.linli.access.Action.CASE_WITHDRAW;
import static org.linli.access.Action.CASE_YELLOW_CARD;
import static org.linli.access.Action.DATA_EXPORT;
import static org.linli.access.Action.DATA_IMPORT;
import static org.linli.access.Action.DEVICE_ADMINISTER;
import static org.linli.access.Action.DUTY_APPLY;
import static org.linli.access.Action.DUTY_DECIDE;
import static org.linli.access.Action.DUTY_READ;
import static org.linli.access.Action.DUTY_TASK_ANSWER;
import static org.linli.access.Action.DUTY_TASK_GIVE;
import static org.linli.access.Action.DUTY_TASK_READ;
import static org.linli.access.Action.FIGURE_ANSWER;
import static org.linli.access.Action.INDICATOR_READ;
import static org.linli.access.Action.INTAKE_ADMINISTER;
import static org.linli.access.Action.KEY_ADMINISTER;
import static org.linli.access.Action.LOOK_UP_REVIEW;
import static org.linli.access.Action.MEDIATE;
import static org.linli.access.Action.OWN_NOTICES;
import static org.linli.access.Action.OWN_SIGN_IN;
import static org.linli.access.Action.PEOPLE_READ;
import static org.linli.access.Action.PREMISES_INSPECT;
import static org.linli.access.Action.PREMISES_PLAN;
import static org.linli.access.Action.PREMISES_READ;
import static org.linli.access.Action.PREMISES_REVISIT;
import static org.linli.access.Action.PRIVACY_OVERSEE;
import static org.linli.access.Action.QUARANTINE_SETTLE;
import static org.linli.access.Action.REGISTER_OPEN;
import static org.linli.access.Action.REGISTER_READ;
import static org.linli.access.Action.REGISTER_WRITE;
import static org.linli.access.Action.REPORTER_UNMASK;
import static org.linli.access.Action.RESIDENT_CODE_ISSUE;
import static org.linli.access.Action.ROSTER_CHANGE;
import static org.linli.access.Action.ROSTER_READ;
import static org.linli.access.Action.RULES_MAKE;
import static org.linli.access.Action.SIGN_REVIEW;
import static org.linli.access.Action.SUPERVISE;
import static org.linli.access.Policy.Relation.ANYWHERE;
import static org.linli.access.Policy.Relation.FOR_OFFICE;
import static org.linli.access.Policy.Relation.FOR_OFFICE_AND_FRESH;
import static org.linli.access.Policy.Relation.IN_AREA;
import static org.linli.access.Policy.Relation.IN_AREA_AND_INDEPENDENT;
import static org.linli.access.Policy.Relation.IN_AREA_AND_NOT_THEIR_WORK;
import static org.linli.access.Policy.Relation.OF_CO_UNIT;
import static org.linli.access.Policy.Relation.OF_OFFICE;
import static org.linli.access.Policy.Relation.OF_UNIT;
import static org.linli.access.Role.ADMINISTRATOR;
import static org.linli.access.Role.AUDITOR;
import static org.linli.access.Role.CHECKER;
import static org.linli.access.Role.DISTRICT_DISPATCHER;
import static org.linli.access.Role.DISTRICT_LEADER;
import static org.linli.access.Role.GRID_ASSISTANT;
import static org.linli.access.Role.GRID_HEAD;
import static org.linli.access.Role.GRID_INFORMANT;
import static org.linli.access.Role.GRID_MEMBER;
import static org.linli.access.Role.GRID_SUPERVISOR;
import static org.linli.access.Role.PRIVACY_OFFICER;
import static org.linli.access.Role.SECONDED_OFFICER;
import static org.linli.access.Role.SECURITY_ADMINISTRATOR;
import static org.linli.access.Role.SHIFT_LEADER;
import static org.linli.access.Role.STREET_DISPATCHER;
import static org.linli.access.Role.UNIT_HANDLER;
import static org.linli.access.Role.VIEWER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.platform.fields.FieldClass;

/**
 * Who may do what: three tables, and the pure function that reads them. Whatever they do not name
 * is denied.
 */
public final class Policy {

    /** How a post must stand to the thing. */
    enum Relation {
        /** The thing lies in the area of the post. */
        IN_AREA,
        /** In the area, and with no office above it. */
        FOR_OFFICE,
        /** Likewise, and the actor has not handled it before. */
        FOR_OFFICE_AND_FRESH,
        /** With an office in the area that it was sent up or given down to. */
        OF_OFFICE,
        /** In the area, and the actor neither reported nor handled it. */
        IN_AREA_AND_INDEPENDENT,
        /** In the area, and it is neither the actor's work nor that of a unit of theirs. */
        IN_AREA_AND_NOT_THEIR_WORK,
        /** The unit of the post answers for the thing. */
        OF_UNIT,
        /** The unit of the post helps with it, or was called to it. */
        OF_CO_UNIT,
        /** The post alone is enough. */
        ANYWHERE
    }

    private record Grant(Set<Role> roles, Relation relation) {}

    private static final Set<Role> GRID_POSTS =
            EnumSet.of(GRID_MEMBER, GRID_HEAD, GRID_ASSISTANT, SECONDED_OFFICER);

    /**
     * What a department does by law, such as to examine a licence or to fine, its own people do: of
     * the grid's five only the officer it has seconded.
     */
    private static final Set<Role> OF_THE_UNIT = EnumSet.of(UNIT_HANDLER, SECONDED_OFFICER);

    private static final Set<Role> ABOVE_THE_DISPATCHER =
            EnumSet.of(SHIFT_LEADER, DISTRICT_DISPATCHER);

    /** Those who give cases to units. */
    private static final Set<Role> OFFICES =
            EnumSet.of(STREET_DISPATCHER, SHIFT_LEADER, DISTRICT_DISPATCHER);

    private static final Set<Role> EVERY_ROLE = EnumSet.allOf(Role.class);

    private static final Map<Action, List<Grant>> TABLE = new EnumMap<>(Action.class);

    static {
        allow(CASE_REPORT, ANYWHERE, EVERY_ROLE);
        allow(CASE_READ, IN_AREA, GRID_POSTS);
        allow(
                CASE_READ,
                IN_AREA,
                EnumSet.of(
                        GRID_SUPERVISOR,
                        STREET_DISPATCHER,
                        SHIFT_LEADER,
                        CHECKER,
                        DISTRICT_DISPATCHER,
                        DISTRICT_LEADER,
                        ADMINISTRATOR,
                        AUDITOR,
                        VIEWER));
        allow(CASE_READ, OF_UNIT, OF_THE_UNIT);
        allow(CASE_READ, OF_CO_UNIT, OF_THE_UNIT);
        allow(CASE_ACCEPT, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_VERIFY, IN_AREA, GRID_POSTS);
        allow(CASE_FILE, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_FILE, IN_AREA, GRID_POSTS);
        allow(CASE_REFUSE, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_SELF_HANDLE, FOR_OFFICE_AND_FRESH, GRID_POSTS);
        allow(CASE_DISPATCH, FOR_OFFICE, OFFICES);
        allow(CASE_DISPATCH_AGAIN, FOR_OFFICE, EnumSet.of(SHIFT_LEADER));
        allow(CASE_ESCALATE, FOR_OFFICE, OFFICES);
        allow(CASE_ESCALATE, OF_OFFICE, GRID_POSTS);
        allow(CASE_ASSIGN, FOR_OFFICE, OFFICES);
        allow(CASE_ASSIGN, OF_OFFICE, EnumSet.of(GRID_HEAD));
        // above the street whoever dispatches has the last word (兜底)
        for (var last : EnumSet.of(CASE_DISPATCH_AGAIN, CASE_RULE)) {
            allow(last, OF_OFFICE, EnumSet.of(DISTRICT_DISPATCHER));
        }
        allow(CASE_RETURN, OF_UNIT, OF_THE_UNIT);
        allow(CASE_RULE, FOR_OFFICE, EnumSet.of(SHIFT_LEADER));
        allow(CASE_TAKE, OF_UNIT, OF_THE_UNIT);
        allow(CASE_TAKE, IN_AREA, EnumSet.of(SHIFT_LEADER));
        allow(CASE_CONTACT, OF_UNIT, OF_THE_UNIT);
        allow(CASE_CONTACT, IN_AREA, OFFICES);
        allow(CASE_HANDLE, OF_UNIT, OF_THE_UNIT);
        allow(CASE_CO_HANDLE, FOR_OFFICE, OFFICES);
        allow(CASE_CO_ANSWER, OF_CO_UNIT, OF_THE_UNIT);
        allow(CASE_CO_WITHDRAW, FOR_OFFICE, OFFICES);
        allow(CASE_CO_WITHDRAW, OF_UNIT, OF_THE_UNIT);
        allow(CASE_WHISTLE, FOR_OFFICE, OFFICES);
        allow(CASE_ARRIVE, OF_CO_UNIT, OF_THE_UNIT);
        allow(CASE_JOINT_ANSWER, FOR_OFFICE, OFFICES);
        allow(CASE_CHECK, IN_AREA_AND_INDEPENDENT, EnumSet.of(CHECKER));
        allow(CASE_REWORK, IN_AREA_AND_INDEPENDENT, EnumSet.of(CHECKER));
        allow(CASE_CLOSE, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_CORRECT, IN_AREA_AND_INDEPENDENT, OFFICES);
        allow(CASE_MERGE, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_SPLIT, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_MATCH, IN_AREA, GRID_POSTS);
        allow(CASE_MATCH, IN_AREA, OFFICES);
        allow(CASE_HELP, IN_AREA, GRID_POSTS);
        allow(CASE_CALL_BACK, IN_AREA_AND_INDEPENDENT, OFFICES);
        allow(
                CASE_UNHOLD,
                IN_AREA,
                EnumSet.of(STREET_DISPATCHER, SHIFT_LEADER, DISTRICT_DISPATCHER));
        for (var watching : EnumSet.of(CASE_URGE, CASE_YELLOW_CARD, CASE_RED_CARD)) {
            allow(watching, IN_AREA, EnumSet.of(SHIFT_LEADER, DISTRICT_DISPATCHER));
            allow(watching, IN_AREA, EnumSet.of(DISTRICT_LEADER));
        }
        allow(CASE_ASK_EXTENSION, OF_UNIT, OF_THE_UNIT);
        allow(CASE_ASK_HOLD, OF_UNIT, OF_THE_UNIT);
        allow(CASE_ASK_HOLD, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_ASK_FORCED_CLOSE, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_APPEAL, OF_UNIT, OF_THE_UNIT);
        // who wrote a report down for a caller has no interest in what a unit asks for
        allow(CASE_REVIEW_FIRST, IN_AREA_AND_NOT_THEIR_WORK, EnumSet.of(STREET_DISPATCHER));
        allow(CASE_REVIEW_FINAL, IN_AREA_AND_NOT_THEIR_WORK, ABOVE_THE_DISPATCHER);
        for (var decision : EnumSet.of(CASE_APPROVE, CASE_DECLINE)) {
            allow(decision, IN_AREA_AND_NOT_THEIR_WORK, EnumSet.of(STREET_DISPATCHER));
            allow(decision, IN_AREA_AND_NOT_THEIR_WORK, ABOVE_THE_DISPATCHER);
        }
        allow(CASE_WITHDRAW, OF_UNIT, OF_THE_UNIT);
        allow(CASE_WITHDRAW, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(SUPERVISE, IN_AREA_AND_INDEPENDENT, EnumSet.of(GRID_SUPERVISOR));
        allow(SIGN_REVIEW, IN_AREA_AND_INDEPENDENT, EnumSet.of(SHIFT_LEADER, GRID_SUPERVISOR));
        allow(
                INDICATOR_READ,
                IN_AREA,
                EnumSet.of(
                        GRID_HEAD,
                        GRID_SUPERVISOR,
                        STREET_DISPATCHER,
                        SHIFT_LEADER,
                        CHECKER,
                        DISTRICT_DISPATCHER,
                        DISTRICT_LEADER,
                        ADMINISTRATOR,
                        AUDITOR,
                        VIEWER));
        allow(
                FIGURE_ANSWER,
                IN_AREA,
                EnumSet.of(GRID_SUPERVISOR, STREET_DISPATCHER, SHIFT_LEADER, ADMINISTRATOR));
        allow(FIGURE_ANSWER, IN_AREA, EnumSet.of(DISTRICT_DISPATCHER, DISTRICT_LEADER));
        allow(PREMISES_READ, IN_AREA, GRID_POSTS);
        allow(
                PREMISES_READ,
                IN_AREA,
                EnumSet.of(GRID_SUPERVISOR, STREET_DISPATCHER, SHIFT_LEADER, CHECKER));
        allow(PREMISES_READ, IN_AREA, EnumSet.of(DISTRICT_DISPATCHER, DISTRICT_LEADER, AUDITOR));
        allow(PREMISES_PLAN, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(PREMISES_PLAN, IN_AREA, ABOVE_THE_DISPATCHER);
        allow(PREMISES_INSPECT, IN_AREA, GRID_POSTS);
        allow(PREMISES_REVISIT, IN_AREA_AND_INDEPENDENT, GRID_POSTS);
        allow(PREMISES_REVISIT, IN_AREA_AND_INDEPENDENT, EnumSet.of(GRID_SUPERVISOR, CHECKER));
        allow(MEDIATE, IN_AREA, EnumSet.of(GRID_HEAD, STREET_DISPATCHER));
        allow(PEOPLE_READ, ANYWHERE, EVERY_ROLE);
        allow(
                ROSTER_READ,
                IN_AREA,
                EnumSet.of(
                        STREET_DISPATCHER,
                        SHIFT_LEADER,
                        DISTRICT_DISPATCHER,
                        DISTRICT_LEADER,
                        ADMINISTRATOR));
        allow(ROSTER_READ, OF_UNIT, OF_THE_UNIT);
        allow(
                ROSTER_CHANGE,
                IN_AREA,
                EnumSet.of(STREET_DISPATCHER, SHIFT_LEADER, DISTRICT_DISPATCHER, ADMINISTRATOR));
        allow(ROSTER_CHANGE, OF_UNIT, EnumSet.of(UNIT_HANDLER));
        allow(DATA_IMPORT, IN_AREA, EnumSet.of(ADMINISTRATOR));
        allow(DATA_EXPORT, IN_AREA, EnumSet.of(ADMINISTRATOR));
        allow(INTAKE_ADMINISTER, IN_AREA, EnumSet.of(ADMINISTRATOR));
        allow(
                QUARANTINE_SETTLE,
                IN_AREA,
                EnumSet.of(STREET_DISPATCHER, DISTRICT_DISPATCHER, ADMINISTRATOR));
        allow(
                REPORTER_UNMASK,
                IN_AREA,
                EnumSet.of(STREET_DISPATCHER, SHIFT_LEADER, DISTRICT_DISPATCHER));
        allow(REGISTER_READ, IN_AREA, GRID_POSTS);
        allow(REGISTER_READ, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(REGISTER_OPEN, IN_AREA, GRID_POSTS);
        allow(REGISTER_OPEN, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        // a case of the unit's opens the door it is at, wherever that is
        allow(REGISTER_OPEN, OF_UNIT, EnumSet.of(SECONDED_OFFICER));
        allow(REGISTER_WRITE, IN_AREA, GRID_POSTS);
        allow(REGISTER_WRITE, IN_AREA, EnumSet.of(STREET_DISPATCHER));
        allow(LOOK_UP_REVIEW, IN_AREA, EnumSet.of(GRID_HEAD, STREET_DISPATCHER, PRIVACY_OFFICER));
        allow(RESIDENT_CODE_ISSUE, IN_AREA, EnumSet.of(GRID_HEAD, STREET_DISPATCHER));
        allow(PRIVACY_OVERSEE, IN_AREA, EnumSet.of(PRIVACY_OFFICER));
        for (var ofDepartment : EnumSet.of(DUTY_READ, DUTY_APPLY, DUTY_TASK_GIVE, DUTY_TASK_READ)) {
            allow(ofDepartment, OF_UNIT, EnumSet.of(UNIT_HANDLER));
        }
        for (var ofDistrict : EnumSet.of(DUTY_READ, DUTY_DECIDE, DUTY_TASK_READ)) {
            allow(ofDistrict, IN_AREA, EnumSet.of(DISTRICT_DISPATCHER, DISTRICT_LEADER));
        }
        allow(DUTY_TASK_READ, IN_AREA, EnumSet.of(GRID_SUPERVISOR, STREET_DISPATCHER));
        for (var ofGrid : EnumSet.of(DUTY_TASK_READ, DUTY_TASK_ANSWER)) {
            allow(ofGrid, IN_AREA, EnumSet.of(GRID_MEMBER, GRID_HEAD, GRID_ASSISTANT));
        }
        allow(KEY_ADMINISTER, ANYWHERE, EnumSet.of(SECURITY_ADMINISTRATOR));
        allow(ACCOUNT_ADMINISTER, IN_AREA, EnumSet.of(ADMINISTRATOR));
        allow(AUDIT_READ, IN_AREA, EnumSet.of(AUDITOR));
        allow(RULES_MAKE, IN_AREA, EnumSet.of(ADMINISTRATOR, DISTRICT_LEADER));
        allow(OWN_SIGN_IN, ANYWHERE, EVERY_ROLE);
        allow(OWN_NOTICES, ANYWHERE, EVERY_ROLE);
        allow(
                DEVICE_ADMINISTER,
                IN_AREA,
                EnumSet.of(GRID_HEAD, STREET_DISPATCHER, SHIFT_LEADER, ADMINISTRATOR));
    }

    /**
     * What somebody may do to what they reported themselves. A resident has a tracking code
     * instead.
     */
    private static final Set<Action> OF_REPORTER = EnumSet.of(CASE_READ, CASE_RATE, CASE_REOPEN);

    /** The most delicate thing that each role may know of the things that it may see. */
    private static final Map<Role, FieldClass> KNOWS = new EnumMap<>(Role.class);

    static {
        knows(FieldClass.C3, EnumSet.of(GRID_MEMBER, GRID_HEAD, SECONDED_OFFICER));
        knows(FieldClass.C3, EnumSet.of(STREET_DISPATCHER, SHIFT_LEADER, DISTRICT_DISPATCHER));
        knows(FieldClass.C3, EnumSet.of(PRIVACY_OFFICER));
        knows(FieldClass.C2, EnumSet.of(UNIT_HANDLER, CHECKER));
        // whoever stands in for a colleague needs the work, not the people
        knows(FieldClass.C1, EnumSet.of(GRID_ASSISTANT, GRID_INFORMANT, GRID_SUPERVISOR));
        knows(FieldClass.C1, EnumSet.of(DISTRICT_LEADER, AUDITOR, VIEWER));
        knows(FieldClass.C1, EnumSet.of(ADMINISTRATOR, SECURITY_ADMINISTRATOR));
    }

    /**
     * @param from the class of fields from which on a purpose is needed
     */
    private record Reason(FieldClass from, Set<Purpose> purposes) {

        boolean allows(FieldClass fields, Purpose purpose) {
            return !fields.covers(from) || purposes.contains(purpose);
        }
    }

    /** What may be done without a purpose tells of nobody. */
    private static final Reason NO_REASON = new Reason(FieldClass.C2, Set.of());

    /** What people may be looked into for, and by which action. */
    private static final Map<Action, Reason> REASONS = new EnumMap<>(Action.class);

    static {
        var work = EnumSet.of(Purpose.OPEN_TASK, Purpose.STATED_REASON);
        REASONS.put(CASE_READ, new Reason(FieldClass.C2, work));
        REASONS.put(MEDIATE, new Reason(FieldClass.C2, EnumSet.of(Purpose.OPEN_TASK)));
        REASONS.put(REGISTER_OPEN, new Reason(FieldClass.C0, work));
        REASONS.put(REPORTER_UNMASK, new Reason(FieldClass.C0, EnumSet.of(Purpose.OPEN_TASK)));
        var oversight = new Reason(FieldClass.C2, EnumSet.of(Purpose.OVERSIGHT));
        REASONS.put(LOOK_UP_REVIEW, oversight);
        REASONS.put(PRIVACY_OVERSEE, oversight);
    }

    private Policy() {}

    /** Whether an actor may do something to a thing, learning of nobody by it. */
    public static Decision decide(Actor actor, Action action, Resource resource) {
        return decide(actor, action, resource, Purpose.NONE, Circumstances.USUAL);
    }

    /** Whether an actor may do something to a thing, for a purpose, as things stand. */
    public static Decision decide(
            Actor actor,
            Action action,
            Resource resource,
            Purpose purpose,
            Circumstances circumstances) {
        if (isAllowed(actor, action, resource, purpose, circumstances)) {
            return Decision.ALLOWED;
        }
        return isAllowed(actor, CASE_READ, resource.with(FieldClass.C1), purpose, circumstances)
                ? Decision.FORBIDDEN
                : Decision.HIDDEN;
    }

    private static boolean isAllowed(
            Actor actor,
            Action action,
            Resource resource,
            Purpose purpose,
            Circumstances circumstances) {
        return actingAs(actor, action, resource).isPresent()
                && REASONS.getOrDefault(action, NO_REASON).allows(resource.fields(), purpose)
                && (resource.fields() != FieldClass.C3 || circumstances.justProven());
    }

    /** How much an actor may be told of a thing by an action: at most what is to be known of it. */
    public static Clearance clearance(
            Actor actor,
            Action action,
            Resource resource,
            Purpose purpose,
            Circumstances circumstances) {
        return Arrays.stream(FieldClass.values())
                .filter(resource.fields()::covers)
                .filter(fields ->
                        isAllowed(actor, action, resource.with(fields), purpose, circumstances))
                .max(Comparator.naturalOrder())
                .map(Clearance::new)
                .orElse(Clearance.OF_NOBODY);
    }

    /** Residents share one name, so it makes none of them the reporter of what another reported. */
    private static boolean isReporter(Actor actor, Resource resource) {
        return !actor.isAnonymous() && actor.id().equals(resource.reporter());
    }

    /** The role that allows an actor the action, or empty if none does. */
    public static Optional<String> actingAs(Actor actor, Action action, Resource resource) {
        var role =
                grants(action).stream()
                        .flatMap(grant -> standing(grant, actor, resource))
                        .map(post -> post.role().code())
                        .findFirst();
        return OF_REPORTER.contains(action)
                        && isReporter(actor, resource)
                        && FieldClass.C1.covers(resource.fields())
                ? Optional.of(role.orElse("reporter"))
                : role;
    }

    /** Whether an actor holds any post that could allow the action somewhere. */
    public static boolean mayAnywhere(Actor actor, Action action) {
        return !actor.isAnonymous() && OF_REPORTER.contains(action)
                || grants(action).stream()
                        .anyMatch(grant -> actor.postsAs(grant.roles).findAny().isPresent());
    }

    /** All that an actor holds a post for that could allow it somewhere. */
    static List<Action> mayAnywhere(Actor actor) {
        return Arrays.stream(Action.values()).filter(action -> mayAnywhere(actor, action)).toList();
    }

    /** Everything an actor may do something to. */
    public static Scope scope(Actor actor, Action action) {
        var areas = new ArrayList<String>();
        var units = new ArrayList<String>();
        for (var grant : grants(action)) {
            actor.postsAs(grant.roles)
                    .forEach(post -> {
                        switch (grant.relation) {
                            case IN_AREA,
                                    IN_AREA_AND_INDEPENDENT,
                                    IN_AREA_AND_NOT_THEIR_WORK,
                                    FOR_OFFICE,
                                    FOR_OFFICE_AND_FRESH,
                                    OF_OFFICE ->
                                    areas.add(post.areaPath());
                            case OF_UNIT, OF_CO_UNIT -> {
                                if (post.unitCode() != null) {
                                    units.add(post.unitCode());
                                }
                            }
                            case ANYWHERE -> areas.add("/");
                        }
                    });
        }
        var reporter = actor.isAnonymous() ? "" : actor.id();
        return new Scope(outermost(areas), units.stream().distinct().toList(), reporter);
    }

    private static List<String> outermost(List<String> paths) {
        return paths.stream()
                .distinct()
                .filter(path ->
                        paths.stream()
                                .noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .toList();
    }

    /** The posts of an actor that stand to the thing as the grant asks. */
    private static Stream<Post> standing(Grant grant, Actor actor, Resource resource) {
        return actor.postsAs(grant.roles)
                .filter(post -> mayKnow(post.role(), resource))
                .filter(post ->
                        switch (grant.relation) {
                            case IN_AREA -> post.covers(resource.path());
                            case FOR_OFFICE -> isFor(post, resource);
                            case OF_OFFICE ->
                                    resource.officePath() != null && isFor(post, resource);
                            case FOR_OFFICE_AND_FRESH ->
                                    isFor(post, resource)
                                            && !resource.handlers().contains(actor.id());
                            case IN_AREA_AND_INDEPENDENT ->
                                    post.covers(resource.path())
                                            && !actor.id().equals(resource.reporter())
                                            && !resource.handlers().contains(actor.id());
                            case IN_AREA_AND_NOT_THEIR_WORK ->
                                    post.covers(resource.path())
                                            && !actor.isOf(resource.unitCode())
                                            && !resource.handlers().contains(actor.id());
                            case OF_UNIT ->
                                    post.unitCode() != null
                                            && post.unitCode().equals(resource.unitCode());
                            case OF_CO_UNIT ->
                                    post.unitCode() != null
                                            && resource.coUnits().contains(post.unitCode());
                            case ANYWHERE -> true;
                        });
    }

    private static boolean isFor(Post post, Resource resource) {
        var office = resource.officePath();
        return post.covers(resource.path()) && (office == null || post.covers(office));
    }

    /** A unit knows of people for as long as it has something to do for them. */
    private static boolean mayKnow(Role role, Resource resource) {
        var most =
                role == UNIT_HANDLER && resource.over()
                        ? FieldClass.C1
                        : KNOWS.getOrDefault(role, FieldClass.C0);
        return most.covers(resource.fields());
    }

    /** The roles that could allow an action somewhere. */
    public static Set<Role> roles(Action action) {
        var roles = EnumSet.noneOf(Role.class);
        grants(action).forEach(grant -> roles.addAll(grant.roles));
        return roles;
    }

    private static List<Grant> grants(Action action) {
        return TABLE.getOrDefault(action, List.of());
    }

    private static void knows(FieldClass most, Set<Role> roles) {
        roles.forEach(role -> KNOWS.put(role, most));
    }

    private static void allow(Action action, Relation relation, Set<Role> roles) {
        TABLE.computeIfAbsent(action, _ -> new ArrayList<>()).add(new Grant(roles, relation));
    }
}
