package org.linli.register;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.AccessContext;
import org.linli.audit.Act;
import org.linli.grid.Grid;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door of the register for other modules, which enter people and never look any up. */
@Component
public class Register {

    private static final String SYSTEM = "system";

    private final HouseholdStore households;
    private final PersonStore persons;
    private final RecordStore records;
    private final Vaulted vaulted;
    private final Trace trace;
    private final Grid grid;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Register(
            HouseholdStore households,
            PersonStore persons,
            RecordStore records,
            Vaulted vaulted,
            Trace trace,
            Grid grid,
            Clock clock,
            TransactionTemplate transaction) {
        this.households = households;
        this.persons = persons;
        this.records = records;
        this.vaulted = vaulted;
        this.trace = trace;
        this.grid = grid;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Some households of an area that were told what is kept of them, by their numbers. */
    public List<UUID> households(String areaCode, int atMost) {
        return grid.division(areaCode).stream()
                .flatMap(area -> households.inArea(area.path(), atMost).stream())
                .filter(household ->
                        !records.notices(household.countyCode(), household.id()).isEmpty())
                .map(Household::id)
                .toList();
    }

    /**
     * How many households each grid of an area has here, by the grid's code: a count of places,
     * which tells of nobody. Grids without any are left out.
     */
    public Map<String, Integer> householdsByGrid(String areaPath) {
        return AccessContext.asSystem(
                "households by grid", () -> households.countedByGrid(areaPath));
    }

    /**
     * Enters somebody in a household that has been told; whoever is there already stays as they
     * are.
     */
    public void enter(UUID householdId, String name, String phone, String idNumber) {
        var household = households.find(householdId).orElseThrow(NoSuchHousehold::new);
        var notice = records.notices(household.countyCode(), household.id()).getLast();
        var values = new Person.Values(name, phone, idNumber);
        var person =
                new Person(
                        household.countyCode(),
                        UUID.randomUUID(),
                        household.id(),
                        household.path(),
                        notice.id(),
                        null,
                        "",
                        "",
                        "",
                        "",
                        clock.instant(),
                        SYSTEM);
        try {
            transaction.executeWithoutResult(_ -> {
                persons.add(
                        vaulted.sealed(person, values),
                        vaulted.indexes(household.gridCode(), values));
                trace.about(person, SYSTEM, Act.REGISTER_WRITE, "person");
            });
        } catch (DuplicateKeyException there) {
            return;
        }
    }
}
