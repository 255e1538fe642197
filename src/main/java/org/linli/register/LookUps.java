package org.linli.register;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.cases.CaseRow;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.fields.Masked;
import org.linli.platform.fields.Masks;
import org.linli.platform.problem.InvalidValue;
import org.linli.register.Question.Key;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds people in the register by an exact key, and shows them masked. */
@Component
class LookUps {

    private static final int MOST = 20;

    /** What a look-up is for that names no case; who opens a record must say more. */
    private static final String LOOK_UP = "look-up";

    private final PersonStore persons;
    private final HouseholdStore households;
    private final DisclosureStore shown;
    private final Purposes purposes;
    private final Vaulted vaulted;
    private final Budget budget;
    private final Lookers lookers;
    private final Trace trace;
    private final Grid grid;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LookUps(
            PersonStore persons,
            HouseholdStore households,
            DisclosureStore shown,
            Purposes purposes,
            Vaulted vaulted,
            Budget budget,
            Lookers lookers,
            Trace trace,
            Grid grid,
            Clock clock,
            TransactionTemplate transaction) {
        this.persons = persons;
        this.households = households;
        this.shown = shown;
        this.purposes = purposes;
        this.vaulted = vaulted;
        this.budget = budget;
        this.lookers = lookers;
        this.trace = trace;
        this.grid = grid;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Somebody as a look-up shows them.
     *
     * @param address without what lies behind the building
     */
    @Classified(FieldClass.C1)
    record Shown(
            UUID personId,
            @Classified(FieldClass.C3) Masked name,
            @Classified(FieldClass.C3) Masked phone,
            @Classified(FieldClass.C3) Masked idNumber,
            @Classified(FieldClass.C2) Masked address,
            String gridCode,
            @Nullable String gridName) {}

    /**
     * @param more whether there are others whom it does not show
     */
    @Classified(FieldClass.C1)
    record Found(List<Shown> items, boolean more, Budget.Left budget) {}

    /**
     * Whoever has this key, as far as the actor may see them.
     *
     * @throws LookUpsStopped if the actor has looked at far too many today
     */
    Found find(Actor actor, Question question) {
        var key = question.key();
        if (key instanceof Key.ByCase(var caseNo)) {
            var row =
                    purposes.own(actor, caseNo)
                            .orElseThrow(
                                    () -> new InvalidValue("register/not-your-case", "caseNo"));
            return answered(actor, "case", row, () -> at(actor, row));
        }
        return answered(actor, LOOK_UP, null, () -> byKey(actor, key));
    }

    private Found answered(Actor actor, String purpose, @Nullable CaseRow row, Looking looking) {
        return transaction
                .execute(_ -> Optional.ofNullable(taken(actor, purpose, row, looking.look())))
                .orElseThrow(LookUpsStopped::new);
    }

    private interface Looking {
        Result look();
    }

    /**
     * @param fruitless tells the question from others if nobody was found
     */
    private record Result(List<Person> persons, byte[] fruitless) {}

    /** The answer, or null where nothing may be shown: that it was asked is kept all the same. */
    private @Nullable Found taken(
            Actor actor, String purpose, @Nullable CaseRow row, Result result) {
        var some = result.persons().stream().limit(MOST).toList();
        var allowed =
                some.isEmpty()
                        ? budget.takeFruitless(actor, result.fruitless())
                        : budget.take(actor, some.stream().map(Person::id).toList());
        if (!allowed) {
            trace.stopped(actor.id());
            return null;
        }
        var office = lookers.office(actor);
        for (var person : some) {
            shown.add(
                    person,
                    new Disclosure(
                            UUID.randomUUID(),
                            clock.instant(),
                            actor.id(),
                            office,
                            Disclosure.Act.LISTED,
                            null,
                            purpose,
                            row == null ? null : row.caseNo()));
            trace.about(person, actor.id(), Act.PERSON_LOOK_UP, purpose);
        }
        return new Found(
                some.stream().map(this::shown).toList(),
                result.persons().size() > MOST,
                budget.left(actor));
    }

    private Result byKey(Actor actor, Key key) {
        var areas = Policy.scope(actor, Action.REGISTER_READ).areaPaths();
        return switch (key) {
            case Key.ByIdNumber(var number) -> {
                var index = vaulted.idNumberIndex(number.text());
                yield new Result(persons.byIdNumber(index, areas, MOST + 1), index);
            }
            case Key.ByPhone(var phone) -> {
                var index = vaulted.phoneIndex(phone.text());
                yield new Result(persons.byPhone(index, areas, MOST + 1), index);
            }
            case Key.ByName(var name, var gridCode) -> {
                requireOwnGrid(actor, gridCode);
                var index = vaulted.nameIndex(gridCode, name);
                yield new Result(persons.byName(index, areas, MOST + 1), index);
            }
            case Key.ByCase _ -> throw new IllegalStateException("A case is no key of a person");
        };
    }

    private static boolean mayOpen(Actor actor, CaseRow row, Household household) {
        var there = Purposes.at(household.path(), row);
        return Policy.decide(
                        actor, Action.REGISTER_OPEN, there, Purpose.OPEN_TASK, Circumstances.USUAL)
                == Decision.ALLOWED;
    }

    private Result at(Actor actor, CaseRow row) {
        var at =
                Optional.ofNullable(row.cell())
                        .flatMap(grid::division)
                        .map(cell -> households.inGrid(cell.path()))
                        .orElse(List.of())
                        .stream()
                        .filter(household -> Purposes.isAt(row, household))
                        .filter(household -> mayOpen(actor, row, household))
                        .flatMap(household -> persons.of(household).stream())
                        .toList();
        return new Result(at, row.caseNo().getBytes(StandardCharsets.UTF_8));
    }

    private void requireOwnGrid(Actor actor, String gridCode) {
        var own =
                grid.division(gridCode)
                        .filter(division -> division.level().isCell())
                        .filter(division ->
                                Policy.decide(
                                                actor,
                                                Action.REGISTER_READ,
                                                Resource.at(division.path()))
                                        == Decision.ALLOWED);
        if (own.isEmpty()) {
            throw new InvalidValue("register/not-your-grid", "gridCode");
        }
    }

    private Shown shown(Person person) {
        var values = vaulted.masked(person);
        var household = households.find(person.household()).orElseThrow();
        return new Shown(
                person.id(),
                values.name(),
                values.phone(),
                values.idNumber(),
                Masks.address(household.address()),
                household.gridCode(),
                grid.division(household.gridCode()).map(Division::name).orElse(null));
    }
}
