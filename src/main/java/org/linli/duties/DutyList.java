package org.linli.duties;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.linli.register.HeldField;
import org.springframework.stereotype.Component;

/** Shows the duty list: to residents what was decided, to offices also what waits. */
@Component
class DutyList {

    private final Duties duties;
    private final Units units;
    private final Grid grid;

    DutyList(Duties duties, Units units, Grid grid) {
        this.duties = duties;
        this.units = units;
        this.grid = grid;
    }

    /**
     * What grid members do, and what nobody may ask of them.
     *
     * @param never what nobody may ask of them, in words
     * @param held what the register holds, and nobody is asked for again
     */
    @Classified(FieldClass.C0)
    record Published(List<ShownDuty> entries, List<String> never, List<String> held) {}

    /** The applications that somebody may see. */
    @Classified(FieldClass.C0)
    record Asked(List<ShownDuty> items) {}

    Published published(Locale locale) {
        var today = duties.today();
        var decided =
                shown(entry -> {
                    var status = entry.status(today);
                    return status == DutyStatus.LIVE || status == DutyStatus.EXPIRED;
                });
        var never =
                Arrays.stream(NegativeRule.values())
                        .map(rule -> Words.say(Message.of(rule.code()), locale))
                        .toList();
        var held = Arrays.stream(HeldField.values()).map(HeldField::code).toList();
        return new Published(decided, never, held);
    }

    /** What departments asked for: the district sees all of its area, a department its own. */
    Asked asked(Actor actor) {
        var decides = Policy.scope(actor, Action.DUTY_DECIDE).areaPaths();
        var own = Policy.scope(actor, Action.DUTY_APPLY).units();
        return new Asked(
                shown(entry ->
                        entry.unitCode() != null
                                && (own.contains(entry.unitCode())
                                        || decides.stream().anyMatch(entry.path()::startsWith))));
    }

    ShownDuty shown(DutyEntry entry) {
        var unit = entry.unitCode();
        var verdict = entry.verdict();
        var effort = entry.effort();
        var wording = entry.wording();
        return new ShownDuty(
                entry.id(),
                entry.status(duties.today()),
                unit,
                unit == null ? null : units.nameOf(unit).orElse(unit),
                entry.areaCode(),
                grid.division(entry.areaCode()).map(Division::name).orElse(null),
                wording.titleZh(),
                wording.titleEn(),
                wording.basisZh(),
                wording.basisEn(),
                effort.form(),
                effort.times(),
                effort.every(),
                effort.perHousehold(),
                effort.minutes(),
                entry.roles().stream().sorted().toList(),
                wording.meansZh(),
                wording.meansEn(),
                entry.fields(),
                entry.struck(),
                entry.matters(),
                entry.endsOn(),
                entry.renews(),
                entry.asking().at(),
                verdict == null ? null : verdict.at(),
                verdict == null ? null : verdict.reason());
    }

    private List<ShownDuty> shown(Predicate<DutyEntry> which) {
        return duties.all().stream().filter(which).map(this::shown).toList();
    }
}
