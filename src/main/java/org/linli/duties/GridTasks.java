package org.linli.duties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.duties.TaskStore.Given;
import org.linli.duties.TaskStore.InGrid;
import org.linli.duties.TaskStore.NewTask;
import org.linli.duties.TaskStore.Share;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.people.Units;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.linli.register.HeldField;
import org.linli.register.Register;
import org.springframework.stereotype.Component;

/** What departments ask of the grids, once, through a live entry, and what the grids answer. */
@Component
class GridTasks {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST = 100;

    private final TaskStore store;
    private final Duties duties;
    private final Register register;
    private final Grid grid;
    private final Units units;
    private final AuditTrail trail;
    private final Once once;
    private final Clock clock;

    GridTasks(
            TaskStore store,
            Duties duties,
            Register register,
            Grid grid,
            Units units,
            AuditTrail trail,
            Once once,
            Clock clock) {
        this.store = store;
        this.duties = duties;
        this.register = register;
        this.grid = grid;
        this.units = units;
        this.trail = trail;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What a department asks.
     *
     * @param entryId the live entry it rests on
     * @param fields what residents are to be asked for, of what the entry allows
     * @param areaCode whose grids are meant
     * @param dueOn the day to answer by
     */
    record Request(
            UUID opId,
            UUID entryId,
            String title,
            @Nullable String text,
            @Nullable List<String> fields,
            String areaCode,
            LocalDate dueOn) {}

    /**
     * What a grid answers.
     *
     * @param done whether it was done
     */
    record Reply(UUID opId, String gridCode, boolean done, @Nullable String note) {}

    @Classified(FieldClass.C1)
    record Created(UUID taskId, int grids, long minutes) {}

    @Classified(FieldClass.C1)
    record Answered(UUID taskId, String gridCode, boolean done) {}

    /**
     * A task among the grids that its reader sees.
     *
     * @param grids how many; of them {@code answered} have answered
     * @param minutes what it takes in all of them
     */
    @Classified(FieldClass.C1)
    record ShownTask(
            UUID taskId,
            UUID entryId,
            @Nullable String entryTitleZh,
            @Nullable String entryTitleEn,
            String unitCode,
            @Nullable String unitName,
            String title,
            String text,
            List<String> fields,
            String areaCode,
            @Nullable String areaName,
            LocalDate dueOn,
            boolean overdue,
            Instant askedAt,
            int grids,
            int answered,
            long minutes,
            List<ShownGrid> inGrids) {}

    /**
     * @param done null until it is answered
     * @param mine whether its reader may answer it
     */
    @Classified(FieldClass.C1)
    record ShownGrid(
            String gridCode,
            @Nullable String gridName,
            @Nullable Boolean done,
            String note,
            String answeredByName,
            @Nullable Instant answeredAt,
            boolean mine) {}

    @Classified(FieldClass.C1)
    record TaskList(List<ShownTask> items) {}

    /** Gives a task to the grids of an area; refused where the duty list does not let it in. */
    Answer give(Actor actor, Request said) {
        // counted before, by the system: a department sees no household
        var households =
                grid.division(said.areaCode())
                        .map(area -> register.householdsByGrid(area.path()))
                        .orElse(Map.of());
        return once.create(actor.id(), said.opId(), said, () -> given(actor, said, households));
    }

    private Created given(Actor actor, Request said, Map<String, Integer> households) {
        var entry = liveEntry(actor, said.entryId());
        var area = area(entry, said.areaCode());
        var task = task(entry, area, said);
        var shares = shares(entry, area, households);
        store.add(task, shares, actor.id(), actor.name(), clock.instant());
        trail.record(
                trail.now(Act.DUTY_TASK_GIVE, Thing.DUTY, task.id().toString())
                        .records(shares.size()));
        return new Created(
                task.id(), shares.size(), shares.stream().mapToLong(Share::minutes).sum());
    }

    private NewTask task(DutyEntry entry, Division area, Request said) {
        return new NewTask(
                county(area),
                UUID.randomUUID(),
                entry,
                entry.unitCode() == null ? "" : entry.unitCode(),
                harmless("title", Text.required("title", said.title(), LONGEST_TITLE)),
                harmless("text", Text.optional("text", said.text(), LONGEST_TEXT)),
                fields(entry, said.fields() == null ? List.of() : said.fields()),
                area.code(),
                due(entry, said.dueOn()));
    }

    /** A department's tasks with all their grids; the tasks of a grid with its own share. */
    TaskList list(Actor actor) {
        var areas = Policy.scope(actor, Action.DUTY_TASK_READ).areaPaths();
        var own = Set.copyOf(Policy.scope(actor, Action.DUTY_TASK_READ).units());
        var given = store.latest(areas, own, MOST);
        var inGrids =
                store.assignments(given.stream().map(Given::id).toList(), areas, own).stream()
                        .collect(Collectors.groupingBy(InGrid::task));
        return new TaskList(
                given.stream()
                        .map(task -> shown(actor, task, inGrids.getOrDefault(task.id(), List.of())))
                        .toList());
    }

    /** Answers a task for a grid, once. */
    Answer answer(Actor actor, UUID taskId, Reply said) {
        var where = store.where(taskId, said.gridCode()).orElseThrow(NoSuchTask::new);
        var entry = duties.find(where.entry()).orElseThrow(NoSuchTask::new);
        if (!mayAnswer(actor, where.path(), entry)) {
            throw new NoSuchTask();
        }
        var note = Text.optional("note", said.note(), LONGEST_TEXT);
        return once.change(
                actor.id(),
                said.opId(),
                List.of(taskId, said),
                () -> {
                    var now = clock.instant();
                    if (!store.answer(
                            taskId,
                            said.gridCode(),
                            said.done(),
                            note,
                            actor.id(),
                            actor.name(),
                            now)) {
                        throw new DecidedBefore();
                    }
                    trail.record(trail.now(Act.DUTY_TASK_ANSWER, Thing.DUTY, taskId.toString()));
                    return new Answered(taskId, said.gridCode(), said.done());
                });
    }

    private static boolean mayAnswer(Actor actor, String path, DutyEntry entry) {
        return Policy.actingAs(actor, Action.DUTY_TASK_ANSWER, Resource.at(path)).isPresent()
                && actor.posts().stream()
                        .anyMatch(post ->
                                post.covers(path) && entry.roles().contains(post.role().code()));
    }

    /** The gate: nothing reaches the grids but through a live entry of the department itself. */
    private DutyEntry liveEntry(Actor actor, UUID id) {
        var own = Policy.scope(actor, Action.DUTY_TASK_GIVE).units();
        var entry =
                duties.find(id)
                        .filter(known -> known.unitCode() != null && own.contains(known.unitCode()))
                        .orElseThrow(NotOnTheList::new);
        var status = entry.status(duties.today());
        if (status != DutyStatus.LIVE) {
            throw new EntryNotLive(entry, status);
        }
        return entry;
    }

    private Division area(DutyEntry entry, String code) {
        return grid.division(code)
                .filter(area -> area.path().startsWith(entry.path()))
                .orElseThrow(() -> new InvalidValue("duties/outside-entry", "areaCode", code));
    }

    private static String harmless(String field, String text) {
        Desk.requireHarmless(field, text);
        return text;
    }

    private static List<String> fields(DutyEntry entry, List<String> asked) {
        for (var field : asked) {
            if (HeldField.askedBy(field).isPresent()) {
                throw new InvalidValue("duties/register-holds-it", "fields", field);
            }
            if (!entry.fields().contains(field)) {
                throw new InvalidValue("duties/field-not-on-list", "fields", field);
            }
        }
        return asked;
    }

    private LocalDate due(DutyEntry entry, LocalDate day) {
        var today = duties.today();
        if (day.isBefore(today) || day.isAfter(entry.endsOn())) {
            throw new InvalidValue("request/out-of-range", "dueOn", today, entry.endsOn());
        }
        return day;
    }

    private List<Share> shares(DutyEntry entry, Division area, Map<String, Integer> households) {
        var shares =
                grid.under(area.code(), Level.GRID).stream()
                        .map(cell -> share(entry, cell, households))
                        .toList();
        if (shares.isEmpty()) {
            throw new InvalidValue("duties/no-grids", "areaCode", area.code());
        }
        return shares;
    }

    private static Share share(DutyEntry entry, Division cell, Map<String, Integer> households) {
        var minutes = entry.effort().once(households.getOrDefault(cell.code(), 0));
        return new Share(cell.code(), cell.path(), minutes);
    }

    private String county(Division area) {
        return grid.way(area.code()).stream()
                .filter(division -> division.level() == Level.DISTRICT)
                .map(Division::code)
                .findFirst()
                .orElseGet(() -> grid.installation().countyCode());
    }

    private ShownTask shown(Actor actor, Given task, List<InGrid> inGrids) {
        var entry = duties.find(task.entry());
        return new ShownTask(
                task.id(),
                task.entry(),
                entry.map(known -> known.wording().titleZh()).orElse(null),
                entry.map(known -> known.wording().titleEn()).orElse(null),
                task.unitCode(),
                units.nameOf(task.unitCode()).orElse(null),
                task.title(),
                task.text(),
                task.fields(),
                task.areaCode(),
                name(task.areaCode()),
                task.dueOn(),
                task.dueOn().isBefore(duties.today()) && task.answered() < task.grids(),
                task.askedAt(),
                task.grids(),
                task.answered(),
                task.minutes(),
                inGrids.stream()
                        .map(one ->
                                new ShownGrid(
                                        one.gridCode(),
                                        name(one.gridCode()),
                                        one.done(),
                                        one.note(),
                                        one.answeredByName(),
                                        one.answeredAt(),
                                        one.done() == null
                                                && entry.filter(known ->
                                                                mayAnswer(actor, one.path(), known))
                                                        .isPresent()))
                        .toList());
    }

    private @Nullable String name(String code) {
        return grid.division(code).map(Division::name).orElse(null);
    }
}
