package org.linli.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;

/** The households of the grids, each written of by those whose grid it lies in. */
@Component
class Households {

    private static final int LONGEST_ADDRESS = 200;

    private final HouseholdStore store;
    private final RecordStore records;
    private final Trace trace;
    private final Once once;
    private final Grid grid;

    Households(HouseholdStore store, RecordStore records, Trace trace, Once once, Grid grid) {
        this.store = store;
        this.records = records;
        this.trace = trace;
        this.once = once;
        this.grid = grid;
    }

    record NewHousehold(
            UUID opId,
            String number,
            String gridCode,
            String address,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Integer persons) {}

    /** A household as a look-up by its number or address shows it. */
    @Classified(FieldClass.C1)
    record ShownHousehold(
            UUID householdId,
            String number,
            String gridCode,
            String address,
            @Nullable Integer persons,
            List<ShownConsent> consents,
            List<ShownNotice> notices) {}

    /** Households of the actor's with exactly this number or address. */
    List<ShownHousehold> find(Actor actor, String key) {
        var scope = Policy.scope(actor, Action.REGISTER_WRITE);
        var found = store.byKey(Text.required("key", key, LONGEST_ADDRESS), scope, 20);
        found.forEach(household -> trace.shown(household, actor.id()));
        return found.stream().map(this::shown).toList();
    }

    Answer add(Actor actor, NewHousehold said) {
        var number = Said.code("number", said.number());
        var cell =
                grid.division(said.gridCode())
                        .filter(division -> division.level().isCell())
                        .filter(division -> may(actor, division.path()))
                        .orElseThrow(() -> new InvalidValue("register/not-your-grid", "gridCode"));
        var household =
                new Household(
                        county(cell),
                        UUID.randomUUID(),
                        number,
                        cell.code(),
                        cell.path(),
                        Text.required("address", said.address(), LONGEST_ADDRESS),
                        degrees("lon", said.lon(), said.lat(), 180),
                        degrees("lat", said.lat(), said.lon(), 90),
                        persons(said.persons()),
                        null);
        return once.create(
                actor.id(),
                said.opId(),
                said,
                () -> {
                    if (store.find(household.countyCode(), household.number()).isPresent()) {
                        throw new InvalidValue("register/number-taken", "number");
                    }
                    store.put(household, "");
                    trace.entered(household, actor.id(), "household");
                    return new Entered(household.id());
                });
    }

    /**
     * A household that the actor may write of.
     *
     * @throws NoSuchHousehold if there is none, or it is not theirs
     */
    Household own(Actor actor, UUID id) {
        return store.find(id)
                .filter(household -> may(actor, household.path()))
                .orElseThrow(NoSuchHousehold::new);
    }

    /** The district whose register a grid belongs to. */
    String county(Division cell) {
        return grid.way(cell.code()).stream()
                .filter(division -> division.level() == Level.DISTRICT)
                .map(Division::code)
                .findFirst()
                .orElseGet(() -> grid.installation().countyCode());
    }

    private static boolean may(Actor actor, String path) {
        return Policy.decide(actor, Action.REGISTER_WRITE, Resource.at(path)) == Decision.ALLOWED;
    }

    private static @Nullable Integer persons(@Nullable Integer number) {
        if (number != null && (number < 0 || number > 999)) {
            throw new InvalidValue("request/out-of-range", "persons", 0, 999);
        }
        return number;
    }

    private static @Nullable Double degrees(
            String field, @Nullable Double value, @Nullable Double other, int most) {
        if (value == null && other != null) {
            throw InvalidValue.missing(field);
        }
        if (value != null && !(Math.abs(value) <= most)) {
            throw new InvalidValue("request/out-of-range", field, -most, most);
        }
        return value;
    }

    private ShownHousehold shown(Household household) {
        var county = household.countyCode();
        return new ShownHousehold(
                household.id(),
                household.number(),
                household.gridCode(),
                household.address(),
                household.persons(),
                records.consents(county, household.id()).stream().map(ShownConsent::of).toList(),
                records.notices(county, household.id()).stream().map(ShownNotice::of).toList());
    }
}
