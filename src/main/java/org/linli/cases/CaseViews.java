package org.linli.cases;

import static org.linli.cases.Milestones.Milestone.HANDLED;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.access.Role;
import org.linli.cases.CaseDetail.Asked;
import org.linli.cases.CaseDetail.Entry;
import org.linli.cases.CaseDetail.FiledAs;
import org.linli.cases.CaseDetail.NamedUnit;
import org.linli.cases.CaseDetail.RunningClock;
import org.linli.cases.CaseDetail.ShownPhoto;
import org.linli.cases.CaseStep.Kind;
import org.linli.catalogue.Catalogue;
import org.linli.people.Units;
import org.linli.rules.RuleBook;
import org.springframework.stereotype.Component;

/** Shows whole cases to those who work on them, with all that happened. */
@Component
class CaseViews {

    private final CaseStore store;
    private final CaseEventStore events;
    private final CaseItems items;
    private final DeadlineStore deadlines;
    private final OfficeWaitStore officeWaits;
    private final MergedReports mergedReports;
    private final Contacts contacts;
    private final Catalogue catalogue;
    private final Units units;
    private final RuleBook rules;
    private final GridDoor door;
    private final Clock clock;

    CaseViews(
            CaseStore store,
            CaseEventStore events,
            CaseItems items,
            DeadlineStore deadlines,
            OfficeWaitStore officeWaits,
            MergedReports mergedReports,
            Contacts contacts,
            Catalogue catalogue,
            Units units,
            RuleBook rules,
            GridDoor door,
            Clock clock) {
        this.rules = rules;
        this.store = store;
        this.events = events;
        this.items = items;
        this.deadlines = deadlines;
        this.officeWaits = officeWaits;
        this.mergedReports = mergedReports;
        this.contacts = contacts;
        this.catalogue = catalogue;
        this.units = units;
        this.door = door;
        this.clock = clock;
    }

    CaseDetail detail(Actor actor, CaseFile file) {
        var history = events.history(file.key());
        return new CaseDetail(
                items.item(file),
                entries(actor, file, history),
                runningClock(file, history),
                photos(history).toList(),
                filedAs(file),
                file.steps(clock.instant()).stream()
                        .filter(kind -> mayTake(actor, kind, file))
                        .map(Kind::code)
                        .toList(),
                store.followers(file.key()),
                contacts.shownTo(actor, file),
                asked(file, history),
                file.affairs().rejected().stream().map(this::named).toList(),
                urged(history),
                items.cellName(officeOf(file)),
                mergedReports.of(file.key()),
                JointViews.assists(file, history, this::named),
                JointViews.meeting(file, history, this::named),
                history.getFirst().said("splitFrom").orElse(null),
                store.followed(file).stream()
                        .filter(followed -> !followed.key().equals(file.key()))
                        .map(items::item)
                        .toList());
    }

    private List<Entry> entries(Actor actor, CaseFile file, List<CaseEvent> history) {
        var knows = readsTheArea(actor, file);
        return history.stream()
                .map(event -> entry(event, knows || !isByInformant(event) ? event.actorName() : ""))
                .toList();
    }

    /** Rather than this case alone, because their unit has it. */
    private static boolean readsTheArea(Actor actor, CaseFile file) {
        var there = Resource.at(file.report().place().path());
        return Policy.decide(actor, Action.CASE_READ, there) == Decision.ALLOWED;
    }

    /** Neighbours who tell of a company are not to be known to it. */
    private static boolean isByInformant(CaseEvent event) {
        return event.actorRole().equals(Role.GRID_INFORMANT.code());
    }

    private Entry entry(CaseEvent event, String actorName) {
        return new Entry(
                event.version(),
                event.step(),
                event.state(),
                event.at(),
                event.recordedAt(),
                actorName,
                event.actorRole(),
                event.unitCode(),
                items.unitName(event.unitCode()),
                event.said("answer").or(() -> Optional.of(event.note())).orElse(""),
                event.said("reason").orElse(null),
                event.carried().get("conditionNo") instanceof Integer no ? no : null,
                event.said("dueBefore").map(Instant::parse).orElse(null),
                event.said("dueAt").map(Instant::parse).orElse(null),
                event.photoIds(),
                Boolean.TRUE.equals(event.carried().get("lateEntry")),
                was(event),
                event.carried().get("reached") instanceof Boolean reached ? reached : null,
                event.said("means").orElse(null));
    }

    /** What a correction found, by the name of the field. */
    private static Map<String, Object> was(CaseEvent event) {
        var was = new LinkedHashMap<String, Object>();
        if (event.carried().get("was") instanceof Map<?, ?> before) {
            before.forEach((name, value) -> was.put(name.toString(), value));
        }
        return was;
    }

    private RunningClock runningClock(CaseFile file, List<CaseEvent> history) {
        var timer = file.timer();
        return new RunningClock(
                timer == null ? null : timer.startedAt(),
                file.dueAt(),
                file.milestones().at(HANDLED),
                Segments.of(history, items::unitName, items::cellName),
                deadlines.shown(file.key()),
                officeWaits.of(file.key()).orElse(null));
    }

    private static @Nullable String officeOf(CaseFile file) {
        var office = file.affairs().office();
        return office == null ? null : office.areaCode();
    }

    private static int urged(List<CaseEvent> history) {
        var urge = Kind.URGE.code();
        return (int) history.stream().filter(event -> event.step().equals(urge)).count();
    }

    /** What waits to be decided, in the words of whoever asked. */
    private @Nullable Asked asked(CaseFile file, List<CaseEvent> history) {
        var application = file.affairs().application();
        return application == null
                ? null
                : history.reversed().stream()
                        .filter(event -> Applications.isAsking(event.step()))
                        .findFirst()
                        .map(event -> asked(application, event))
                        .orElse(null);
    }

    private Asked asked(Application application, CaseEvent event) {
        var ground = application.ground();
        return new Asked(
                application.subject().code(),
                event.actorName(),
                event.actorRole(),
                event.at(),
                event.said("reason").orElse(""),
                ground == null ? null : ground.name().toLowerCase(Locale.ROOT),
                application.until(),
                application.approvedBy().size());
    }

    private @Nullable FiledAs filedAs(CaseFile file) {
        var filing = file.filing();
        if (filing == null) {
            return null;
        }
        var condition =
                Optional.ofNullable(filing.matterCode())
                        .flatMap(code -> catalogue.matter(code, filing.matterVersion()))
                        .flatMap(matter -> matter.condition(filing.conditionNo()))
                        .orElse(null);
        return new FiledAs(
                filing.conditionNo(),
                condition == null ? null : condition.textZh(),
                condition == null ? null : condition.textEn(),
                filing.limit(),
                condition == null ? null : condition.closingZh(),
                condition == null ? null : condition.closingEn());
    }

    private boolean mayTake(Actor actor, Kind kind, CaseFile file) {
        return StepTaking.role(actor, file, kind, rules.inForce(file.key().countyCode()))
                        .filter(role -> door.closed(role, kind, file.matterCode()).isEmpty())
                        .isPresent()
                && switch (kind) {
                    case APPROVE, DECLINE -> !involved(actor, file);
                    case WITHDRAW -> asked(actor, file);
                    case CO_ANSWER, ARRIVE -> isWaitedFor(actor, kind, file);
                    default -> true;
                };
    }

    private static boolean isWaitedFor(Actor actor, Kind kind, CaseFile file) {
        var units = Joint.waitsFor(file, kind);
        return actor.posts().stream()
                .anyMatch(post -> post.unitCode() != null && units.contains(post.unitCode()));
    }

    private static boolean involved(Actor actor, CaseFile file) {
        var application = file.affairs().application();
        return application != null && application.involves(actor.id());
    }

    private static boolean asked(Actor actor, CaseFile file) {
        var application = file.affairs().application();
        return application != null && application.by().equals(actor.id());
    }

    private static Stream<ShownPhoto> photos(List<CaseEvent> history) {
        return history.stream()
                .flatMap(event ->
                        event.photoIds().stream().map(id -> new ShownPhoto(id, event.step())));
    }

    private NamedUnit named(String code) {
        return new NamedUnit(code, units.nameOf(code).orElse(code));
    }
}
