package org.linli.cases.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.linli.catalogue.Catalogue;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;
import org.linli.platform.transfer.TableWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The steps behind the cases of a history file, one row a step. */
@Component
class StepListFile implements Importer, Exporter {

    /** As many as one transaction stores in a fraction of a second. */
    private static final int CASES = 1_000;

    private static final int ROWS = 5_000;

    private final Grid grid;
    private final Catalogue catalogue;
    private final Units units;
    private final StepLists lists;
    private final StoredCases stored;
    private final DataSource database;
    private final StepDetails details;
    private final StepListReader reader;
    private final ZoneId zone;

    StepListFile(
            Grid grid,
            Catalogue catalogue,
            Units units,
            StepLists lists,
            StoredCases stored,
            DataSource database,
            JsonMapper json,
            @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.grid = grid;
        this.catalogue = catalogue;
        this.units = units;
        this.lists = lists;
        this.stored = stored;
        this.database = database;
        this.details = new StepDetails(json);
        this.reader = new StepListReader(details);
        this.zone = zone;
    }

    @Override
    public String kind() {
        return "case-events";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, StepListReader.COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        try (var connection = database.getConnection()) {
            var steps = new ListedSteps(connection, details);
            try {
                steps.begin();
                gather(table, steps, options, tally);
                steps.sort();
                store(steps, options, tally, done -> progress.at(done, table.rows()));
            } finally {
                steps.end();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return tally.report();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var table = new TableWriter(out, StepListReader.COLUMNS.names());
        for (var county : stored.counties()) {
            stored.eachBatch(county, CASES, batch -> write(table, batch));
        }
        table.finish();
    }

    private void gather(Table table, ListedSteps steps, ImportOptions options, ImportTally tally) {
        var home = grid.installation().countyCode();
        var codes = new KnownCodes(catalogue, units, options, home);
        table.inBatches(
                ROWS,
                ImportProgress.SILENT,
                rows -> {
                    var read = new LinkedHashMap<ListedStep, Origin>();
                    rows.forEach(row -> read.put(read(row, codes), PastCaseReader.origin(row)));
                    codes.register();
                    rows.stream().filter(row -> !row.isSound()).forEach(tally::rejected);
                    steps.add(read);
                });
    }

    private ListedStep read(Row row, KnownCodes codes) {
        var step = reader.read(row);
        codes.check(row, null, step.unit());
        return row.isSound() ? step : step.broken();
    }

    private void store(
            ListedSteps steps, ImportOptions options, ImportTally tally, LongConsumer progress) {
        var names = new HashMap<String, String>();
        var done = 0L;
        for (var page = steps.next(null, CASES);
                !page.isEmpty();
                page = steps.next(page.lastEntry().getKey(), CASES)) {
            var taken = lists.take(page, names, options.dryRun());
            tally.accepted(taken.accepted());
            tally.unchanged(taken.unchanged());
            tally.rejected(taken.rejected(), taken.rejections());
            done += page.values().stream().mapToLong(List::size).sum();
            progress.accept(done);
        }
    }

    private void write(TableWriter table, List<StoredCase> batch) {
        var histories = stored.events(batch.stream().map(StoredCase::key).toList());
        for (var one : batch) {
            var origin = one.past().origin();
            var seq = 0;
            for (var event : histories.getOrDefault(one.key(), List.of())) {
                if (event.step().equals(PastEvent.CORRECTION)) {
                    continue;
                }
                var telling = Telling.of(event);
                seq++;
                table.row(
                        origin.caseId(),
                        origin.system(),
                        seq,
                        TableWriter.time(telling.at(), zone),
                        telling.step(),
                        telling.actorRole(),
                        telling.staffId(),
                        telling.unitCode(),
                        telling.note(),
                        telling.state(),
                        details.cell(telling.details()));
            }
        }
    }
}
