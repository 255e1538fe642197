package org.linli.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.access.Role;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.catalogue.Catalogue;
import org.linli.duties.DutyEntry.Asking;
import org.linli.duties.DutyEntry.Effort;
import org.linli.duties.DutyEntry.Verdict;
import org.linli.duties.DutyEntry.Wording;
import org.linli.grid.Grid;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.linli.register.HeldField;
import org.springframework.stereotype.Component;

/** Where a department applies for an entry of the duty list, and the district decides. */
@Component
class Desk {

    /** What is on the list is looked at anew after a year at the latest. */
    static final Period LONGEST = Period.ofYears(1);

    /** The grid's own people: an officer that a department has seconded stays its own. */
    static final Set<Role> GRID_ROLES =
            Set.of(Role.GRID_MEMBER, Role.GRID_HEAD, Role.GRID_ASSISTANT);

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_FIELDS = 30;
    private static final int LONGEST_FIELD = 50;

    private final DutyStore store;
    private final Duties duties;
    private final DutyList list;
    private final Catalogue catalogue;
    private final Grid grid;
    private final AuditTrail trail;
    private final Once once;
    private final Clock clock;

    Desk(
            DutyStore store,
            Duties duties,
            DutyList list,
            Catalogue catalogue,
            Grid grid,
            AuditTrail trail,
            Once once,
            Clock clock) {
        this.store = store;
        this.duties = duties;
        this.list = list;
        this.catalogue = catalogue;
        this.grid = grid;
        this.trail = trail;
        this.once = once;
        this.clock = clock;
    }

    /**
     * An application.
     *
     * @param unitCode the department that applies
     * @param areaCode the division whose grids are meant
     * @param title what is to be done
     * @param titleEn the same in English; null where nobody has said it
     * @param basis the law or document that it rests on
     * @param form {@code patrol}, {@code visit}, {@code call}, {@code meeting}, {@code publicity},
     *     {@code assistance} or {@code record}
     * @param times so many each {@code every}: {@code day}, {@code week}, {@code month}, {@code
     *     quarter} or {@code year}
     * @param perHousehold whether for each household, or else for each grid
     * @param minutes each time
     * @param roles of the grid's people who may be asked
     * @param means what pays for it
     * @param fields what residents are to be asked for
     * @param matters codes of matters that are to reach the grids
     * @param endsOn its last day, within a year
     * @param renews an entry of the same department that it is to follow
     */
    record Application(
            UUID opId,
            String unitCode,
            String areaCode,
            String title,
            @Nullable String titleEn,
            String basis,
            @Nullable String basisEn,
            String form,
            int times,
            String every,
            boolean perHousehold,
            int minutes,
            List<String> roles,
            String means,
            @Nullable String meansEn,
            @Nullable List<String> fields,
            @Nullable List<String> matters,
            LocalDate endsOn,
            @Nullable UUID renews) {}

    /**
     * @param reason why; needed for a refusal
     */
    record Ruling(UUID opId, boolean approve, @Nullable String reason) {}

    /** Takes an application, unless the negative list says that nobody may ask this. */
    Answer apply(Actor actor, Application said) {
        return duties.changing(() ->
                once.create(
                        actor.id(),
                        said.opId(),
                        said,
                        () -> {
                            var entry = entry(actor, said);
                            store.add(entry);
                            trail.record(
                                    trail.now(Act.DUTY_APPLY, Thing.DUTY, entry.id().toString()));
                            return list.shown(entry);
                        }));
    }

    /**
     * The entry that somebody of the district may decide.
     *
     * @throws NoSuchDuty if there is none such
     */
    DutyEntry toDecide(Actor actor, UUID id) {
        return duties.find(id)
                .filter(entry -> entry.unitCode() != null)
                .filter(entry -> isTheirs(actor, entry.path()))
                .orElseThrow(NoSuchDuty::new);
    }

    /** Lets an application in, or refuses it with the reason. */
    Answer decide(Actor actor, UUID id, Ruling said) {
        var entry = toDecide(actor, id);
        return duties.changing(() ->
                once.change(
                        actor.id(),
                        said.opId(),
                        List.of(id, said),
                        () -> {
                            if (!store.decide(id, verdict(actor, entry, said))) {
                                throw new DecidedBefore();
                            }
                            trail.record(
                                    trail.now(Act.DUTY_DECIDE, Thing.DUTY, id.toString())
                                            .purpose(said.approve() ? "approved" : "refused"));
                            return list.shown(duties.find(id).orElseThrow(NoSuchDuty::new));
                        }));
    }

    private Verdict verdict(Actor actor, DutyEntry entry, Ruling said) {
        requireOtherThanDepartment(actor, entry);
        if (said.approve() && entry.endsOn().isBefore(duties.today())) {
            throw new EntryNotLive(entry, DutyStatus.EXPIRED);
        }
        var reason =
                said.approve()
                        ? Text.optional("reason", said.reason(), LONGEST_TEXT)
                        : Text.required("reason", said.reason(), LONGEST_TEXT);
        return new Verdict(said.approve(), actor.id(), clock.instant(), reason);
    }

    private static boolean isTheirs(Actor actor, String path) {
        return Policy.decide(actor, Action.DUTY_DECIDE, Resource.at(path)) == Decision.ALLOWED;
    }

    private static void requireOtherThanDepartment(Actor actor, DutyEntry entry) {
        var own =
                actor.posts().stream()
                        .anyMatch(post -> Objects.equals(entry.unitCode(), post.unitCode()));
        if (own || entry.asking().by().equals(actor.id())) {
            throw new OwnDepartment();
        }
    }

    private DutyEntry entry(Actor actor, Application said) {
        if (!Policy.scope(actor, Action.DUTY_APPLY).units().contains(said.unitCode())) {
            throw new InvalidValue("duties/not-your-unit", "unitCode");
        }
        var area =
                grid.division(said.areaCode())
                        .orElseThrow(() ->
                                new InvalidValue(
                                        "people/no-such-area", "areaCode", said.areaCode()));
        var fields = fields(said.fields());
        var struck = fields.stream().filter(field -> HeldField.askedBy(field).isPresent()).toList();
        return new DutyEntry(
                UUID.randomUUID(),
                area.code(),
                area.path(),
                said.unitCode(),
                wording(said),
                effort(said),
                roles(said.roles()),
                fields.stream().filter(field -> !struck.contains(field)).toList(),
                struck,
                matters(said),
                lastDay(said.endsOn()),
                renewed(said),
                new Asking(actor.id(), actor.name(), clock.instant()),
                null);
    }

    private static Wording wording(Application said) {
        var wording =
                new Wording(
                        Text.required("title", said.title(), LONGEST_TITLE),
                        Text.optional("titleEn", said.titleEn(), LONGEST_TITLE),
                        Text.required("basis", said.basis(), LONGEST_TEXT),
                        Text.optional("basisEn", said.basisEn(), LONGEST_TEXT),
                        Text.required("means", said.means(), LONGEST_TEXT),
                        Text.optional("meansEn", said.meansEn(), LONGEST_TEXT));
        requireHarmless("title", wording.titleZh());
        requireHarmless("titleEn", wording.titleEn());
        return wording;
    }

    /**
     * @throws RuledOut if the negative list says that nobody may ask this of a grid member
     */
    static void requireHarmless(String field, String text) {
        NegativeRule.brokenBy(text)
                .ifPresent(rule -> {
                    throw new RuledOut(field, text, rule);
                });
    }

    private static Effort effort(Application said) {
        return new Effort(
                oneOf("form", Form.values(), Form::code, said.form()),
                within("times", said.times(), 100),
                oneOf("every", Every.values(), Every::code, said.every()),
                said.perHousehold(),
                within("minutes", said.minutes(), 480));
    }

    private static Set<String> roles(List<String> said) {
        if (said.isEmpty()) {
            throw InvalidValue.missing("roles");
        }
        var known = GRID_ROLES.stream().map(Role::code).toList();
        said.stream()
                .filter(role -> !known.contains(role))
                .findFirst()
                .ifPresent(role -> {
                    throw new InvalidValue("duties/no-grid-role", "roles", role);
                });
        return Set.copyOf(said);
    }

    private static List<String> fields(@Nullable List<String> said) {
        if (said == null) {
            return List.of();
        }
        if (said.size() > MOST_FIELDS) {
            throw new InvalidValue("request/out-of-range", "fields", 0, MOST_FIELDS);
        }
        var fields = new ArrayList<String>();
        for (var field : said) {
            var text = Text.required("fields", field, LONGEST_FIELD);
            requireHarmless("fields", text);
            fields.add(text);
        }
        return fields.stream().distinct().toList();
    }

    private List<String> matters(Application said) {
        var codes = said.matters() == null ? List.<String>of() : said.matters();
        codes.stream()
                .filter(code -> catalogue.matter(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw new InvalidValue("duties/no-such-matter", "matters", code);
                });
        return codes.stream().distinct().toList();
    }

    private LocalDate lastDay(LocalDate day) {
        var today = duties.today();
        var last = today.plus(LONGEST);
        if (day.isBefore(today) || day.isAfter(last)) {
            throw new InvalidValue("request/out-of-range", "endsOn", today, last);
        }
        return day;
    }

    private @Nullable UUID renewed(Application said) {
        var id = said.renews();
        if (id != null
                && duties.find(id)
                        .filter(before -> said.unitCode().equals(before.unitCode()))
                        .isEmpty()) {
            throw new InvalidValue("duties/not-your-entry", "renews");
        }
        return id;
    }

    private static int within(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidValue("request/out-of-range", field, 1, most);
        }
        return value;
    }

    private static <T> T oneOf(String field, T[] all, Function<T, String> code, String said) {
        return Arrays.stream(all)
                .filter(one -> code.apply(one).equals(said))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("request/value", field, said));
    }
}
