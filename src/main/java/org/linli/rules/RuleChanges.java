package org.linli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.calendar.TimeLimit;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Condition;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.words.Message;
import org.linli.platform.words.Named;
import org.springframework.stereotype.Component;

/** Says in words what other rules would change. */
@Component
class RuleChanges {

    private final Catalogue catalogue;
    private final Grid grid;

    RuleChanges(Catalogue catalogue, Grid grid) {
        this.catalogue = catalogue;
        this.grid = grid;
    }

    /**
     * @param subject which of the rules: {@code stages}, {@code turns} …
     */
    record Change(String subject, Message said) {}

    List<Change> between(Rules before, Rules after) {
        var changes = new ArrayList<Change>();
        stages(before.stages(), after.stages(), changes);
        turns(before.turns(), after.turns(), changes);
        sampling(before.sampling(), after.sampling(), changes);
        areas(before.areas(), after.areas(), changes);
        limits(before, after, changes);
        times(before.times(), after.times(), changes);
        likeness(before.similar(), after.similar(), changes);
        roles(before.roles(), after.roles(), changes);
        return changes;
    }

    private static void stages(List<StageOf> before, List<StageOf> after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        add(changes, "stages", Message.of("rules/stages"), names(before), names(after));
        for (var state : RuleCheck.STATES) {
            var was = StageOf.showing(before, state, false);
            var is = StageOf.showing(after, state, false);
            if (!was.nameZh().equals(is.nameZh())) {
                add(changes, "stages", Message.of("rules/state/" + state), name(was), name(is));
            }
        }
    }

    private static Named names(List<StageOf> stages) {
        return new Named(
                String.join("—", stages.stream().map(StageOf::nameZh).toList()),
                String.join(" – ", stages.stream().map(StageOf::nameEn).toList()));
    }

    private static Named name(StageOf stage) {
        return new Named(stage.nameZh(), stage.nameEn());
    }

    private static void turns(Rules.Turns before, Rules.Turns after, List<Change> changes) {
        number(
                changes,
                "turns",
                "returns",
                before.returnsUntilRuling(),
                after.returnsUntilRuling());
        number(
                changes,
                "turns",
                "reworks",
                before.reworksUntilRuling(),
                after.reworksUntilRuling());
        number(changes, "turns", "extensions", before.extensions(), after.extensions());
        number(changes, "turns", "hold", before.longestHoldMonths(), after.longestHoldMonths());
    }

    private void sampling(Rules.Sampled before, Rules.Sampled after, List<Change> changes) {
        share(changes, Message.of("rules/sampling-usual"), before.usual(), after.usual());
        share(changes, Message.of("rules/sampling-urgent"), before.urgent(), after.urgent());
        for (var matter : keys(before.byMatter(), after.byMatter())) {
            share(
                    changes,
                    Message.of("rules/sampling-matter", matter(matter)),
                    before.byMatter().get(matter),
                    after.byMatter().get(matter));
        }
    }

    private static void share(
            List<Change> changes, Message what, @Nullable Double before, @Nullable Double after) {
        if (!Objects.equals(before, after)) {
            add(changes, "sampling", what, percent(before), percent(after));
        }
    }

    private void areas(Rules.AreaClasses before, Rules.AreaClasses after, List<Change> changes) {
        if (!before.usual().equals(after.usual())) {
            add(
                    changes,
                    "areas",
                    Message.of("rules/area-usual"),
                    new Named(before.usual(), before.usual()),
                    new Named(after.usual(), after.usual()));
        }
        for (var code : keys(before.byArea(), after.byArea())) {
            var was = before.byArea().get(code);
            var is = after.byArea().get(code);
            if (!Objects.equals(was, is)) {
                var area = grid.division(code).map(Division::name).orElse(code);
                add(changes, "areas", Message.of("rules/area", area), own(was), own(is));
            }
        }
    }

    private void limits(Rules before, Rules after, List<Change> changes) {
        var all = new ArrayList<>(before.limits());
        after.limits().stream()
                .filter(own -> all.stream().noneMatch(known -> same(known, own)))
                .forEach(all::add);
        for (var own : all) {
            var was = limit(before, own);
            var is = limit(after, own);
            if (!Objects.equals(was, is)) {
                add(changes, "limits", place(own), said(was), said(is));
            }
        }
    }

    private static boolean same(Rules.OwnLimit one, Rules.OwnLimit other) {
        return one.matter().equals(other.matter())
                && one.condition() == other.condition()
                && Objects.equals(one.areaClass(), other.areaClass());
    }

    /** The district's own, or else the catalogue's. */
    private @Nullable TimeLimit limit(Rules rules, Rules.OwnLimit at) {
        var areaClass = at.areaClass() == null ? "" : at.areaClass();
        return rules.limit(at.matter(), at.condition(), areaClass)
                .or(() -> condition(at).map(Condition::limit))
                .orElse(null);
    }

    private Optional<Condition> condition(Rules.OwnLimit at) {
        return catalogue.condition(at.matter(), at.condition());
    }

    private Message place(Rules.OwnLimit at) {
        var words =
                condition(at)
                        .map(known -> new Named(known.textZh(), known.textEn()))
                        .orElseGet(() -> new Named("", ""));
        return at.areaClass() == null
                ? Message.of("rules/limit", matter(at.matter()), at.condition(), words)
                : Message.of(
                        "rules/limit-in-class",
                        matter(at.matter()),
                        at.condition(),
                        words,
                        at.areaClass());
    }

    private static Message said(@Nullable TimeLimit limit) {
        return limit == null
                ? Message.of("rules/none")
                : switch (limit.kind()) {
                    case WORKING_HOURS -> Message.of("rules/working-hours", limit.amount());
                    case CONTINUOUS_HOURS -> Message.of("rules/continuous-hours", limit.amount());
                    case WORKING_DAYS -> Message.of("rules/working-days", limit.amount());
                    case CALENDAR_DAYS -> Message.of("rules/calendar-days", limit.amount());
                };
    }

    private static void times(Rules.Times before, Rules.Times after, List<Change> changes) {
        number(changes, "times", "warn", before.warnPercent(), after.warnPercent());
        number(changes, "times", "on-call", before.onCallMinutes(), after.onCallMinutes());
        number(changes, "times", "accept", before.acceptMinutes(), after.acceptMinutes());
        number(changes, "times", "dispatch", before.dispatchMinutes(), after.dispatchMinutes());
        number(changes, "times", "verify", before.verifyMinutes(), after.verifyMinutes());
    }

    private static void likeness(Rules.Likeness before, Rules.Likeness after, List<Change> all) {
        number(all, "similar", "metres", before.metres(), after.metres());
        number(all, "similar", "residents", before.residentsMetres(), after.residentsMetres());
        number(all, "similar", "closed", before.closedDays(), after.closedDays());
    }

    private static void roles(
            Map<String, List<String>> before,
            Map<String, List<String>> after,
            List<Change> changes) {
        for (var step : keys(before, after)) {
            var was = before.get(step);
            var is = after.get(step);
            if (!Objects.equals(was, is)) {
                add(changes, "roles", Message.of("rules/step/" + step), roles(was), roles(is));
            }
        }
    }

    /** Roles are told by their codes, which pages have names for. */
    private static Object roles(@Nullable List<String> roles) {
        if (roles == null) {
            return Message.of("rules/all-roles");
        }
        var codes = String.join(", ", roles);
        return new Named(codes, codes);
    }

    private Named matter(String code) {
        return catalogue
                .matter(code)
                .map(known -> new Named(known.nameZh(), known.nameEn()))
                .orElseGet(() -> new Named(code, code));
    }

    private static Object percent(@Nullable Double share) {
        if (share == null) {
            return Message.of("rules/usual");
        }
        var percent = Math.round(share * 1_000) / 10.0 + " %";
        return new Named(percent, percent);
    }

    private static Object own(@Nullable String areaClass) {
        return areaClass == null ? Message.of("rules/usual") : new Named(areaClass, areaClass);
    }

    private static void number(
            List<Change> changes, String subject, String what, int before, int after) {
        if (before != after) {
            var said = Message.of("rules/" + what);
            add(changes, subject, said, before, after);
        }
    }

    private static void add(
            List<Change> changes, String subject, Message what, Object before, Object after) {
        changes.add(new Change(subject, Message.of("rules/change", what, before, after)));
    }

    private static TreeSet<String> keys(Map<String, ?> before, Map<String, ?> after) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }
}
