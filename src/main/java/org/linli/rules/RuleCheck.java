package org.linli.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.access.Policy;
import org.linli.access.Role;
import org.linli.catalogue.Catalogue;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;

/** Holds rules to what any district may decide; see docs/rules.md for the bounds. */
@Component
class RuleCheck {

    /** The fine states that a scheme must show, each in one stage. */
    static final List<String> STATES =
            List.of(
                    "REPORTED",
                    "ACCEPTED",
                    "VERIFIED",
                    "FILED",
                    "DISPATCHED",
                    "HANDLED",
                    "CHECKED",
                    "CLOSED",
                    "REFUSED",
                    "MERGED");

    private static final Set<String> CLASSES = Set.of("A", "B", "C");
    private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final int LONGEST_NAME = 40;
    private static final int MOST_ENTRIES = 5_000;
    private static final double LEAST_SAMPLED = 0.01;

    private final Catalogue catalogue;
    private final Grid grid;

    RuleCheck(Catalogue catalogue, Grid grid) {
        this.catalogue = catalogue;
        this.grid = grid;
    }

    /**
     * @throws InvalidValue if the district may not decide it
     */
    void require(Rules rules, Division district) {
        stages(rules.stages());
        turns(rules.turns());
        sampling(rules.sampling());
        areas(rules.areas(), district);
        limits(rules.limits());
        times(rules.times());
        likeness(rules.similar());
        rules.roles().forEach(RuleCheck::roles);
    }

    private static void stages(List<StageOf> stages) {
        between("stages", stages.size(), 3, 9);
        var codes = new HashSet<String>();
        var shown = new HashSet<String>();
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var place = "stages[" + i + "]";
            if (!STAGE.matcher(stage.code()).matches() || !codes.add(stage.code())) {
                throw new InvalidValue("rules/stage-code", place + ".code", stage.code());
            }
            named(place + ".nameZh", stage.nameZh());
            named(place + ".nameEn", stage.nameEn());
            between(place + ".states", stage.states().size(), 1, STATES.size());
            for (var state : stage.states()) {
                if (!STATES.contains(state) && !state.equals(StageOf.SUPERVISED)) {
                    throw new InvalidValue("request/value", place + ".states", state);
                }
                if (!shown.add(state)) {
                    throw new InvalidValue("rules/state-shown-twice", place + ".states", state);
                }
            }
        }
        STATES.stream()
                .filter(state -> !shown.contains(state))
                .findFirst()
                .ifPresent(state -> {
                    throw new InvalidValue("rules/state-not-shown", "stages", state);
                });
    }

    private static void named(String field, String name) {
        if (name.isBlank()) {
            throw InvalidValue.missing(field);
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidValue("request/too-long", field, LONGEST_NAME);
        }
    }

    private static void turns(Rules.Turns turns) {
        between("turns.returnsUntilRuling", turns.returnsUntilRuling(), 1, 5);
        between("turns.reworksUntilRuling", turns.reworksUntilRuling(), 1, 5);
        between("turns.extensions", turns.extensions(), 0, 2);
        between("turns.longestHoldMonths", turns.longestHoldMonths(), 1, 12);
    }

    private void sampling(Rules.Sampled sampling) {
        share("sampling.usual", sampling.usual());
        share("sampling.urgent", sampling.urgent());
        between("sampling.byMatter", sampling.byMatter().size(), 0, MOST_ENTRIES);
        sampling.byMatter()
                .forEach((matter, rate) -> {
                    var place = "sampling.byMatter." + matter;
                    matter(place, matter);
                    share(place, rate);
                });
    }

    /** What nobody looks at is soon not done: each kind of closing is drawn at times. */
    private static void share(String field, double share) {
        if (!(share >= LEAST_SAMPLED && share <= 1)) {
            throw new InvalidValue("rules/sampled-too-little", field, LEAST_SAMPLED);
        }
    }

    private void areas(Rules.AreaClasses areas, Division district) {
        areaClass("areas.usual", areas.usual());
        between("areas.byArea", areas.byArea().size(), 0, MOST_ENTRIES);
        areas.byArea()
                .forEach((code, areaClass) -> {
                    var place = "areas.byArea." + code;
                    areaClass(place, areaClass);
                    if (grid.division(code).filter(district::holds).isEmpty()) {
                        throw new InvalidValue("rules/area-elsewhere", place, code);
                    }
                });
    }

    private void limits(List<Rules.OwnLimit> limits) {
        between("limits", limits.size(), 0, MOST_ENTRIES);
        var seen = new HashSet<String>();
        for (var i = 0; i < limits.size(); i++) {
            var own = limits.get(i);
            var place = "limits[" + i + "]";
            matter(place + ".matter", own.matter());
            if (catalogue.condition(own.matter(), own.condition()).isEmpty()) {
                throw new InvalidValue(
                        "case/unknown-condition",
                        place + ".condition",
                        own.condition(),
                        own.matter());
            }
            if (own.areaClass() != null) {
                areaClass(place + ".areaClass", own.areaClass());
            }
            if (!seen.add(own.matter() + " " + own.condition() + " " + own.areaClass())) {
                throw new InvalidValue("rules/limit-twice", place, own.matter());
            }
        }
    }

    private static void times(Rules.Times times) {
        between("times.warnPercent", times.warnPercent(), 50, 95);
        between("times.onCallMinutes", times.onCallMinutes(), 5, 60);
        between("times.acceptMinutes", times.acceptMinutes(), 5, 1_440);
        between("times.dispatchMinutes", times.dispatchMinutes(), 5, 1_440);
        between("times.verifyMinutes", times.verifyMinutes(), 10, 2_880);
    }

    private static void likeness(Rules.Likeness similar) {
        between("similar.metres", similar.metres(), 10, 500);
        between("similar.residentsMetres", similar.residentsMetres(), similar.metres(), 1_000);
        between("similar.closedDays", similar.closedDays(), 1, 60);
    }

    /**
     * A district may leave a step to fewer than the policy does, never to others, nor to nobody.
     */
    private static void roles(String step, List<String> roles) {
        var place = "roles." + step;
        var action =
                Takers.action(step).orElseThrow(() -> new InvalidValue("rules/step", place, step));
        var allowed = Policy.roles(action).stream().map(Role::code).collect(Collectors.toSet());
        if (roles.isEmpty()) {
            throw InvalidValue.missing(place);
        }
        for (var role : roles) {
            if (!allowed.contains(role)) {
                throw new InvalidValue("rules/role-widened", place, role);
            }
        }
    }

    private void matter(String field, String code) {
        if (catalogue.matter(code).isEmpty()) {
            throw new InvalidValue("case/unknown-matter", field, code);
        }
    }

    private static void areaClass(String field, String areaClass) {
        if (!CLASSES.contains(areaClass)) {
            throw new InvalidValue("request/value", field, areaClass);
        }
    }

    private static void between(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidValue("request/out-of-range", field, low, high);
        }
    }
}
