package org.linli.duties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.calendar.Calendar;
import org.linli.catalogue.GridGate;
import org.linli.catalogue.Matter;
import org.linli.people.Units;
import org.linli.platform.memory.VersionedCopy;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * The duty list, from memory, and the gate that stands on it (准入): the grids have nothing to do
 * with what no live entry lets in.
 */
@Component
class Duties implements GridGate {

    private final DutyStore store;
    private final Units units;
    private final Calendar calendar;
    private final Clock clock;
    private final VersionedCopy<List<DutyEntry>> entries;

    Duties(DutyStore store, Units units, Calendar calendar, Clock clock) {
        this.store = store;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
        this.entries = new VersionedCopy<>(store::revision, () -> List.copyOf(store.all()));
    }

    /** All entries, at most a second old. */
    List<DutyEntry> all() {
        return entries.get();
    }

    /** One entry as it is stored now. */
    Optional<DutyEntry> find(UUID id) {
        return store.all().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    LocalDate today() {
        return day(clock.instant());
    }

    /** The day that an instant lies in, in the district's zone. */
    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, calendar.zone());
    }

    /** Changes the list; what it then holds is read anew. */
    <T> T changing(Supplier<T> change) {
        try {
            return change.get();
        } finally {
            entries.expire();
        }
    }

    /**
     * What no department asked for, the district put in its catalogue itself and so decided; what
     * one did needs a live entry of that department.
     */
    @Override
    public Optional<Problem> closedTo(Matter matter) {
        var source = matter.sheet().sourceUnitCode();
        if (source == null) {
            return Optional.empty();
        }
        var today = today();
        var covering =
                all().stream()
                        .filter(entry -> source.equals(entry.unitCode()))
                        .filter(entry -> entry.covers(matter.code()))
                        .toList();
        return covering.stream().anyMatch(entry -> entry.status(today) == DutyStatus.LIVE)
                ? Optional.empty()
                : Optional.of(
                        new MatterNotAdmitted(
                                matter.nameZh(),
                                units.nameOf(source).orElse(source),
                                covering.stream()
                                        .filter(entry -> entry.status(today) == DutyStatus.EXPIRED)
                                        .map(DutyEntry::endsOn)
                                        .max(LocalDate::compareTo)));
    }
}
