package org.linli.cases;

import static org.linli.cases.Milestones.Milestone.CLOSED;
import static org.linli.cases.Milestones.Milestone.FILED;
import static org.linli.cases.Milestones.Milestone.HANDLED;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Matter;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.rules.RuleBook;
import org.linli.rules.StageOf;
import org.springframework.stereotype.Component;

/** Shows cases as lists do, each with the names that go with its codes. */
@Component
class CaseItems {

    private final CaseStore store;
    private final Catalogue catalogue;
    private final Units units;
    private final Grid grid;
    private final RuleBook rules;
    private final Clock clock;

    CaseItems(
            CaseStore store,
            Catalogue catalogue,
            Units units,
            Grid grid,
            RuleBook rules,
            Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.units = units;
        this.grid = grid;
        this.rules = rules;
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

    CaseItem item(CaseFile file) {
        return item(row(file));
    }

    /** The stage of its district that shows the case now. */
    private String stage(CaseRow row) {
        var district = CaseNumber.key(row.caseNo()).map(CaseKey::countyCode).orElse("");
        var scheme = rules.inForce(district).rules().stages();
        return StageOf.showing(scheme, row.state(), row.card() != null).code();
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

    private Optional<Matter> matter(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(catalogue::matter);
    }

    @Nullable String unitName(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(units::nameOf).orElse(null);
    }

    @Nullable String cellName(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(grid::division).map(Division::name).orElse(null);
    }
}
