package org.linli.register;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.audit.AuditTrail;
import org.linli.calendar.Calendar;
import org.linli.grid.Grid;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.RepeatedRows;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;
import org.linli.platform.transfer.TableWriter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Households as a file, one row a household; no person stands in it. */
@Component
class HouseholdFile implements Importer, Exporter {

    private static final int BATCH = 200;

    /** Who enters what a file says. */
    private static final String FILE = "import";

    private final HouseholdStore store;
    private final RecordStore records;
    private final Households households;
    private final Vaulted vaulted;
    private final Notes notes;
    private final AuditTrail trail;
    private final Grid grid;
    private final Calendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HouseholdFile(
            HouseholdStore store,
            RecordStore records,
            Households households,
            Vaulted vaulted,
            Notes notes,
            AuditTrail trail,
            Grid grid,
            Calendar calendar,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.records = records;
        this.households = households;
        this.vaulted = vaulted;
        this.notes = notes;
        this.trail = trail;
        this.grid = grid;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "households";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, HouseholdRow.COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var repeated = new RepeatedRows();
        table.inBatches(
                BATCH,
                progress,
                rows ->
                        transaction.executeWithoutResult(_ -> {
                            var stored =
                                    rows.stream()
                                            .filter(row -> taken(row, options, repeated, tally))
                                            .count();
                            trail.stored(kind(), stored);
                        }));
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, HouseholdRow.COLUMNS.names());
        var needs =
                records.allNeeds().stream().collect(Collectors.groupingBy(ServiceNeed::household));
        var notices =
                records.latestNotices().stream()
                        .collect(
                                Collectors.toMap(
                                        RecordStore.LatestNotice::household,
                                        RecordStore.LatestNotice::version));
        for (var household : store.all()) {
            var told = Told.of(needs.getOrDefault(household.id(), List.of()));
            table.row(cells(household, told, notices.get(household.id())).toArray());
        }
        table.finish();
    }

    /**
     * The needs of a household as far as one row can tell them: those that end first, with the
     * basis of the first of them.
     */
    private record Told(@Nullable String kinds, @Nullable String basis, @Nullable LocalDate until) {

        static Told of(List<ServiceNeed> needs) {
            if (needs.isEmpty()) {
                return new Told(null, null, null);
            }
            var first = needs.getFirst();
            var kinds =
                    needs.stream()
                            .filter(need ->
                                    need.endsOn().equals(first.endsOn())
                                            && Objects.equals(need.clause(), first.clause()))
                            .map(ServiceNeed::kind)
                            .sorted()
                            .collect(Collectors.joining(HouseholdRow.SEPARATOR));
            var clause = first.clause();
            return new Told(kinds, clause == null ? HouseholdRow.CONSENT : clause, first.endsOn());
        }
    }

    /** Whether a row changed anything. */
    private boolean taken(
            Row row, ImportOptions options, RepeatedRows repeated, ImportTally tally) {
        var read = HouseholdRow.read(row, grid, options.datum());
        read.ifPresent(told -> repeated.check(row, "household_id", told.number()));
        if (read.isEmpty() || !row.isSound()) {
            tally.rejected(row);
            return false;
        }
        var told = read.get().withNeeds(row, today());
        tally.leftOut(row.rejections());
        var county = households.county(told.grid());
        var known = store.find(county, told.number()).orElse(null);
        var fingerprint = fingerprint(told);
        if (known != null
                && (known.fingerprint().equals(fingerprint) || isSo(known.household(), told))) {
            tally.unchanged();
            return false;
        }
        if (!options.dryRun()) {
            store(told, county, known == null ? null : known.household(), fingerprint);
        }
        tally.accepted();
        return !options.dryRun();
    }

    /**
     * Whether a household is as a row tells it. What the last file said and this one repeats is
     * unchanged even if it is not so any more: a consent may have been withdrawn since.
     */
    private boolean isSo(Household known, HouseholdRow told) {
        var county = known.countyCode();
        var needs = Told.of(records.needs(county, known.id()));
        var notices = records.notices(county, known.id());
        return cells(known, needs, notices.isEmpty() ? "" : notices.getLast().version())
                .equals(told.cells());
    }

    private static List<String> cells(Household household, Told needs, @Nullable String notice) {
        return Stream.of(
                        household.number(),
                        household.gridCode(),
                        household.address(),
                        household.lon(),
                        household.lat(),
                        household.persons(),
                        needs.kinds(),
                        needs.basis(),
                        needs.until(),
                        notice,
                        household.visitsDue())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private void store(
            HouseholdRow told, String county, @Nullable Household known, String fingerprint) {
        var position = told.position();
        var household =
                new Household(
                        county,
                        known == null ? UUID.randomUUID() : known.id(),
                        told.number(),
                        told.grid().code(),
                        told.grid().path(),
                        told.address(),
                        position == null ? null : Double.valueOf(position.longitude()),
                        position == null ? null : Double.valueOf(position.latitude()),
                        told.persons(),
                        told.visitsDue());
        store.put(household, fingerprint);
        if (known != null) {
            records.endNeeds(household, clock.instant());
        }
        if (!told.notice().isEmpty()) {
            var notice =
                    new Notice(
                            UUID.randomUUID(),
                            told.notice(),
                            Notice.Manner.IMPORTED,
                            "zh",
                            null,
                            FILE);
            records.add(household, notice);
            var needs = told.needs();
            if (needs != null) {
                store(household, needs, notice);
            }
        }
    }

    private void store(Household household, HouseholdRow.Needs needs, Notice notice) {
        var consent =
                new Consent(
                        UUID.randomUUID(),
                        notice.id(),
                        Consent.Purpose.SERVICE,
                        clock.instant(),
                        null);
        var byConsent = needs.basis().equals(HouseholdRow.CONSENT);
        if (byConsent) {
            records.add(household, consent, FILE);
        }
        var today = today();
        var begins =
                needs.until().isBefore(today)
                        ? needs.until().minusMonths(ServiceNeed.MONTHS)
                        : today;
        for (var kind : needs.kinds()) {
            var id = UUID.randomUUID();
            var note = notes.sealed(household.countyCode(), id, "");
            records.add(
                    household,
                    new ServiceNeed(
                            id,
                            household.id(),
                            kind,
                            byConsent ? null : needs.basis(),
                            byConsent ? consent.id() : null,
                            notice.id(),
                            begins,
                            needs.until(),
                            null,
                            note.keyId(),
                            note.text()),
                    FILE);
        }
    }

    private String fingerprint(HouseholdRow told) {
        return HexFormat.of().formatHex(vaulted.operationIndex(told.toString()));
    }

    private LocalDate today() {
        return clock.instant().atZone(calendar.zone()).toLocalDate();
    }
}
