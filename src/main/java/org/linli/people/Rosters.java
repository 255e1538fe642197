package org.linli.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.NotPermitted;
import org.linli.access.Policy;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.calendar.Calendar;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door to the rosters: who is on call, and what one turn hands over to the next. */
@Component
public class Rosters {

    private static final int LONGEST_NOTE = 1_000;

    private final RosterStore store;
    private final Turns turns;
    private final Accounts accounts;
    private final Units units;
    private final Grid grid;
    private final Calendar calendar;
    private final Operations operations;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Clock clock;

    Rosters(
            RosterStore store,
            Turns turns,
            Accounts accounts,
            Units units,
            Grid grid,
            Calendar calendar,
            Operations operations,
            TransactionTemplate transaction,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.turns = turns;
        this.accounts = accounts;
        this.units = units;
        this.grid = grid;
        this.calendar = calendar;
        this.operations = operations;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Who is on call at an instant, in the order in which they are called; nobody where there is no
     * roster.
     *
     * @param holder the code of a unit, or of a street for its shift leader
     */
    public List<OnCall> onCall(String holder, Instant at) {
        return holder(holder).map(known -> onCall(known, plan(holder), at)).orElse(List.of());
    }

    /** Whether nobody has a roster yet. */
    public boolean isEmpty() {
        return store.holders().isEmpty();
    }

    /** Who would be on call where nobody has said: all of a unit, or a street's shift leaders. */
    public List<String> usual(String code) {
        return holder(code).stream()
                .flatMap(holder -> turns.usual(holder).stream())
                .map(RosterDetail.Member::accountId)
                .toList();
    }

    /** Keeps these turns in place of those there were, as a load does that nobody called for. */
    public void keep(String holder, List<DutyTurn> put) {
        transaction.executeWithoutResult(_ -> {
            store.put(holder, put);
            trail.record(trail.now(Act.ROSTER_CHANGE, Thing.ROSTER, holder));
        });
    }

    /** The rosters somebody may see, those of streets first. */
    List<ShownRoster> shown(Actor actor) {
        var now = clock.instant();
        return rostered(actor).stream()
                .flatMap(code -> holder(code).stream())
                .filter(holder -> mayRead(actor, holder))
                .map(holder -> shown(holder, now))
                .sorted(Comparator.comparing(ShownRoster::kind))
                .toList();
    }

    RosterDetail detail(Actor actor, String code) {
        return detail(actor, readable(actor, code));
    }

    /** Puts these turns in place of those there were. */
    Answer put(Actor actor, String code, @Nullable UUID opId, @Nullable List<Turns.Asked> asked) {
        var holder = changeable(actor, code);
        if (asked == null) {
            throw InvalidValue.missing("turns");
        }
        return once(
                actor,
                opId,
                Map.of("roster", code, "turns", asked),
                () -> {
                    store.put(code, turns.checked(holder, asked));
                    trail.record(trail.now(Act.ROSTER_CHANGE, Thing.ROSTER, code));
                },
                holder);
    }

    /** Leaves a note for whoever takes over. */
    Answer leave(Actor actor, String code, @Nullable UUID opId, @Nullable String note) {
        var holder = ownOrChangeable(actor, code);
        var text = Text.required("note", note, LONGEST_NOTE);
        return once(
                actor,
                opId,
                Map.of("roster", code, "note", text),
                () -> {
                    store.leave(code, text, actor.id(), actor.name(), clock.instant());
                    trail.record(trail.now(Act.HAND_OVER, Thing.ROSTER, code));
                },
                holder);
    }

    /** Takes over: signs whatever notes others left and nobody has signed yet. */
    Answer takeOver(Actor actor, String code, @Nullable UUID opId) {
        var holder = readable(actor, code);
        if (!hasTurn(actor, code)) {
            throw new NotOnRoster();
        }
        return once(
                actor,
                opId,
                Map.of("roster", code, "signed", true),
                () -> {
                    var signed = store.sign(code, actor.id(), actor.name(), clock.instant());
                    trail.record(trail.now(Act.TAKE_OVER, Thing.ROSTER, code).records(signed));
                },
                holder);
    }

    private Answer once(
            Actor actor,
            @Nullable UUID opId,
            Object content,
            Runnable effect,
            RosterHolder holder) {
        if (opId == null) {
            throw InvalidValue.missing("opId");
        }
        var operation = operations.of(actor.id(), opId, content);
        return operations.once(
                operation,
                () ->
                        transaction.execute(_ -> {
                            effect.run();
                            var answer = operations.answer(200, detail(actor, holder));
                            operations.claim(operation, answer);
                            return answer;
                        }));
    }

    private RosterDetail detail(Actor actor, RosterHolder holder) {
        var mayChange = mayChange(actor, holder);
        return new RosterDetail(
                shown(holder, clock.instant()),
                store.turns(holder.code()).stream()
                        .map(turn -> turn.named(nameOf(turn.accountId())))
                        .toList(),
                store.handOvers(holder.code()),
                mayChange ? turns.people(holder) : List.of(),
                mayChange,
                hasTurn(actor, holder.code()));
    }

    private ShownRoster shown(RosterHolder holder, Instant now) {
        var plan = plan(holder.code());
        var nextAt = plan.nextAfter(now);
        return new ShownRoster(
                holder.code(),
                holder.unitCode() == null ? "street" : "unit",
                holder.name(),
                onCall(holder, plan, now),
                nextAt.orElse(null),
                nextAt.map(at -> onCall(holder, plan, at)).orElse(List.of()));
    }

    private DutyPlan plan(String holder) {
        return new DutyPlan(store.turns(holder), calendar.zone());
    }

    /** Whoever has left since their turns were written down is called no more. */
    private List<OnCall> onCall(RosterHolder holder, DutyPlan plan, Instant at) {
        var names =
                turns.people(holder).stream()
                        .collect(
                                Collectors.toMap(
                                        RosterDetail.Member::accountId, RosterDetail.Member::name));
        return plan.at(at).stream()
                .flatMap(turn ->
                        Optional.ofNullable(names.get(turn.duty().accountId()))
                                .map(name -> onCall(turn, name))
                                .stream())
                .toList();
    }

    private static OnCall onCall(Turn turn, String name) {
        var duty = turn.duty();
        return new OnCall(duty.accountId(), name, duty.phone(), turn.from(), turn.to());
    }

    private @Nullable String nameOf(String account) {
        return accounts.find(account).map(Account::name).orElse(null);
    }

    /** Whoever has a roster, and whatever the reader could begin one for. */
    private TreeSet<String> rostered(Actor actor) {
        var codes = new TreeSet<>(store.holders());
        actor.posts()
                .forEach(post -> {
                    if (post.unitCode() != null) {
                        codes.add(post.unitCode());
                    }
                    grid.division(post.areaCode())
                            .filter(area -> area.level() == Level.STREET)
                            .map(Division::code)
                            .ifPresent(codes::add);
                });
        return codes;
    }

    private Optional<RosterHolder> holder(String code) {
        return units.unit(code)
                .flatMap(unit ->
                        grid.division(unit.areaCode())
                                .map(area ->
                                        new RosterHolder(code, unit.name(), area.path(), code)))
                .or(() ->
                        grid.division(code)
                                .filter(area -> area.level() == Level.STREET)
                                .map(area ->
                                        new RosterHolder(code, area.name(), area.path(), null)));
    }

    private RosterHolder readable(Actor actor, String code) {
        return holder(code)
                .filter(holder -> mayRead(actor, holder))
                .orElseThrow(() -> new NoSuchRoster(code));
    }

    private RosterHolder changeable(Actor actor, String code) {
        var holder = readable(actor, code);
        if (!mayChange(actor, holder)) {
            throw new NotPermitted();
        }
        return holder;
    }

    private RosterHolder ownOrChangeable(Actor actor, String code) {
        var holder = readable(actor, code);
        if (!mayChange(actor, holder) && !hasTurn(actor, code)) {
            throw new NotOnRoster();
        }
        return holder;
    }

    /** Whoever dispatches to a unit that serves their area has to know who is on call there. */
    private static boolean mayRead(Actor actor, RosterHolder holder) {
        var scope = Policy.scope(actor, Action.ROSTER_READ);
        var serves = holder.unitCode() != null;
        return holder.unitCode() != null && scope.units().contains(holder.unitCode())
                || scope.areaPaths().stream()
                        .anyMatch(path ->
                                holder.path().startsWith(path)
                                        || serves && path.startsWith(holder.path()));
    }

    private static boolean mayChange(Actor actor, RosterHolder holder) {
        return Policy.decide(actor, Action.ROSTER_CHANGE, holder.resource()) == Decision.ALLOWED;
    }

    private boolean hasTurn(Actor actor, String code) {
        return store.turns(code).stream().anyMatch(turn -> turn.accountId().equals(actor.id()));
    }
}
