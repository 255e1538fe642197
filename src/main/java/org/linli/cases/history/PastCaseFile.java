package org.linli.cases.history;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.linli.catalogue.Catalogue;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.Table;
import org.linli.platform.transfer.TableWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Cases of another system, in and out again, one row a case. */
@Component
class PastCaseFile implements Importer, Exporter {

    /** As many as one transaction stores in a fraction of a second. */
    private static final int BATCH = 2_000;

    private final Grid grid;
    private final Catalogue catalogue;
    private final Units units;
    private final PastCases cases;
    private final StoredCases stored;
    private final ZoneId zone;

    PastCaseFile(
            Grid grid,
            Catalogue catalogue,
            Units units,
            PastCases cases,
            StoredCases stored,
            @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.grid = grid;
        this.catalogue = catalogue;
        this.units = units;
        this.cases = cases;
        this.stored = stored;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return "cases";
    }

    /**
     * @throws org.linli.grid.NoDivisions if no divisions have been loaded yet
     */
    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, PastCaseReader.COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var home = grid.installation().countyCode();
        try (var behind = new Behind()) {
            var running =
                    new CaseImport(
                            new PastCaseReader(options.datum()),
                            new Placing(grid),
                            new KnownCodes(catalogue, units, options, home),
                            cases,
                            tally,
                            behind,
                            options.dryRun());
            table.inBatches(BATCH, progress, running::take);
            running.finish();
        }
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, PastCaseReader.COLUMNS.names());
        for (var county : stored.counties()) {
            stored.eachBatch(
                    county, BATCH, batch -> batch.forEach(one -> table.row(cells(one.past()))));
        }
        table.finish();
    }

    private Object[] cells(PastCase past) {
        var cells = past.cells();
        return PastCaseReader.COLUMNS.names().stream()
                .map(column ->
                        switch (column) {
                            case "case_id" -> past.origin().caseId();
                            case "source_system" -> past.origin().system();
                            default -> cell(column, cells.getOrDefault(column, ""));
                        })
                .toArray();
    }

    private String cell(String column, String value) {
        var time = column.endsWith("_at") || column.equals("held_until");
        return time && !value.isEmpty() ? TableWriter.time(Instant.parse(value), zone) : value;
    }
}
