package org.linli.cases;

import static org.linli.cases.Milestones.Milestone.CLOSED;
import static org.linli.cases.Milestones.Milestone.FILED;
import static org.linli.cases.Milestones.Milestone.HANDLED;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.linli.catalogue.Matter;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.rules.RuleBook;
import org.linli.rules.StageOf;
import org.springframework.stereotype.Component;

/** Shows cases to their readers, each with the names that go with its codes. */
@Component
class CaseViews {

    /** The steps whose notes are meant for the reporter as well. */
    private static final Set<String> TOLD_TO_REPORTER =
            Set.of(
                    Kind.REFUSE.code(),
                    Kind.SELF_HANDLE.code(),
                    Kind.HELP.code(),
                    Kind.HANDLE.code(),
                    Kind.CLOSE.code());

    private static final List<CaseFile> NO_PARTS = List.of();

    private final CaseStore store;
    private final DeadlineStore deadlines;
    private final OfficeWaitStore officeWaits;
    private final MergedReports mergedReports;
    private final Contacts contacts;
    private final Catalogue catalogue;
    private final Units units;
    private final Grid grid;
    private final RuleBook rules;
    private final GridDoor door;
    private final Clock clock;

    CaseViews(
            CaseStore store,
            DeadlineStore deadlines,
            OfficeWaitStore officeWaits,
            MergedReports mergedReports,
            Contacts contacts,
            Catalogue catalogue,
            Units units,
            Grid grid,
            RuleBook rules,
            GridDoor door,
            Clock clock) {
        this.rules = rules;
        this.store = store;
        this.deadlines = deadlines;
        this.officeWaits = officeWaits;
        this.mergedReports = mergedReports;
        this.contacts = contacts;
        this.catalogue = catalogue;
        this.units = units;
        this.grid = grid;
        this.door = door;
        this.clock = clock;
    }

    CaseItem item(CaseRow row) {
        var matter = matter(row.matterCode());
        return new CaseItem(
                row,
                stage(row),
                matter.map(Matter::nameZh).orElse(null),
                matter.map(Matter::nameEn).orElse(null),
                unitName(row.unitCode()),
                cellName(row.cell()));
    }

    /** The stage of its district that shows the case now. */
    private String stage(CaseRow row) {
        var district = CaseNumber.key(row.caseNo()).map(CaseKey::countyCode).orElse("");
        var scheme = rules.inForce(district).rules().stages();
        return StageOf.showing(scheme, row.state(), row.card() != null).code();
    }

    CaseItem item(CaseFile file) {
        return item(row(file));
    }

    CaseDetail detail(Actor actor, CaseFile file) {
        var history = store.history(file.key());
        return new CaseDetail(
                item(file),
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
                cellName(officeOf(file)),
                mergedReports.of(file.key()),
                JointViews.assists(file, history, this::named),
                JointViews.meeting(file, history, this::named),
                text(history.getFirst(), "splitFrom").orElse(null),
                store.followed(file).stream()
                        .filter(followed -> !followed.key().equals(file.key()))
                        .map(this::item)
                        .toList());
    }

    /** What somebody reported, as they see it. */
    TrackedConcern tracked(CaseFile opened) {
        return tracked(opened, part -> tracked(part, store.history(part.key())));
    }

    /** The same, once this event is stored of the case they opened, or of one of its parts. */
    TrackedConcern tracked(CaseFile opened, CaseFile moved, CaseEvent event) {
        return tracked(
                opened,
                file -> {
                    var told = store.history(file.key()).stream();
                    return file.key().equals(moved.key())
                            ? tracked(moved, Stream.concat(told, Stream.of(event)).toList())
                            : tracked(file, told.toList());
                });
    }

    private TrackedConcern tracked(CaseFile opened, Function<CaseFile, TrackedCase> shown) {
        var parts = opened.state() instanceof CaseState.SplitUp ? store.followed(opened) : NO_PARTS;
        return new TrackedConcern(shown.apply(opened), parts.stream().map(shown).toList());
    }

    private TrackedCase tracked(CaseFile file, List<CaseEvent> history) {
        var row = row(file);
        var item = item(row);
        return new TrackedCase(
                row.caseNo(),
                row.version(),
                row.state(),
                item.stage(),
                file.flow(),
                row.matterCode(),
                item.matterNameZh(),
                item.matterNameEn(),
                row.text(),
                row.address(),
                row.lon(),
                row.lat(),
                row.reportedAt(),
                row.dueAt(),
                history.stream().filter(CaseViews::concernsReporter).map(CaseViews::told).toList(),
                photos(history).map(ShownPhoto::photoId).toList(),
                file.ways().stream().filter(Cases.BY_CODE::contains).map(Kind::code).toList(),
                row.rating(),
                row.solved(),
                row.heldUntil(),
                ground(file));
    }

    private static @Nullable String ground(CaseFile file) {
        var hold = file.affairs().hold();
        return hold == null || file.heldUntil() == null
                ? null
                : hold.ground().name().toLowerCase(Locale.ROOT);
    }

    private CaseRow row(CaseFile file) {
        var report = file.report();
        var place = report.place();
        var timer = file.timer();
        return new CaseRow(
                file.key().id(),
                file.caseNo(),
                file.version(),
                file.state().code(),
                file.flow(),
                report.source().code(),
                file.matterCode(),
                report.text(),
                place.position() == null ? null : Double.valueOf(place.position().longitude()),
                place.position() == null ? null : Double.valueOf(place.position().latitude()),
                place.cellCode(),
                place.address(),
                file.unitCode(),
                report.reportedAt(),
                file.milestones().at(FILED),
                timer == null ? null : timer.startedAt(),
                file.milestones().at(HANDLED),
                file.milestones().at(CLOSED),
                file.dueAt(),
                file.overdue(clock.instant()),
                file.selfHandled(),
                file.counts().returns(),
                file.counts().reworks(),
                file.counts().reopenings(),
                file.heldUntil(),
                file.feedback().rating(),
                file.feedback().solved(),
                store.survivor(file),
                file.awaiting(),
                file.forced(),
                file.affairs().exempt(),
                file.affairs().cardCode(),
                file.affairs().levelCode(),
                null);
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
                unitName(event.unitCode()),
                text(event, "answer").or(() -> Optional.of(event.note())).orElse(""),
                text(event, "reason").orElse(null),
                event.carried().get("conditionNo") instanceof Integer no ? no : null,
                text(event, "dueBefore").map(Instant::parse).orElse(null),
                text(event, "dueAt").map(Instant::parse).orElse(null),
                event.photoIds(),
                Boolean.TRUE.equals(event.carried().get("lateEntry")),
                was(event),
                event.carried().get("reached") instanceof Boolean reached ? reached : null,
                text(event, "means").orElse(null));
    }

    /** What a correction found, by the name of the field. */
    private static Map<String, Object> was(CaseEvent event) {
        var was = new LinkedHashMap<String, Object>();
        if (event.carried().get("was") instanceof Map<?, ?> before) {
            before.forEach((name, value) -> was.put(name.toString(), value));
        }
        return was;
    }

    /** What offices ask of each other is theirs; that the case is put off is not. */
    private static boolean concernsReporter(CaseEvent event) {
        return beginsHold(event)
                || !Applications.isStep(event.step())
                        && !Joint.isStep(event.step())
                        && !event.step().endsWith("-card");
    }

    private static boolean beginsHold(CaseEvent event) {
        return event.carried().containsKey("heldUntil");
    }

    private static TrackedCase.Entry told(CaseEvent event) {
        var told =
                TOLD_TO_REPORTER.contains(event.step())
                        ? Stream.of(text(event, "answer"), text(event, "reason"))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse(event.note())
                        : null;
        return new TrackedCase.Entry(event.at(), nameForReporter(event), event.state(), told);
    }

    private static String nameForReporter(CaseEvent event) {
        if (beginsHold(event)) {
            return "hold";
        }
        var missed =
                event.step().equals(Kind.CONTACT.code())
                        && Boolean.FALSE.equals(event.carried().get("reached"));
        return missed ? "contact-missed" : event.step();
    }

    private RunningClock runningClock(CaseFile file, List<CaseEvent> history) {
        var timer = file.timer();
        return new RunningClock(
                timer == null ? null : timer.startedAt(),
                file.dueAt(),
                file.milestones().at(HANDLED),
                Segments.of(history, this::unitName, this::cellName),
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
                text(event, "reason").orElse(""),
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

    private static Optional<String> text(CaseEvent event, String name) {
        return Optional.ofNullable(event.carried().get(name)).map(Object::toString);
    }

    private Optional<Matter> matter(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(catalogue::matter);
    }

    private NamedUnit named(String code) {
        return new NamedUnit(code, units.nameOf(code).orElse(code));
    }

    private @Nullable String unitName(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(units::nameOf).orElse(null);
    }

    private @Nullable String cellName(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(grid::division).map(Division::name).orElse(null);
    }
}
