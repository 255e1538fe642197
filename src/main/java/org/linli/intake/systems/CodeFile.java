package org.linli.intake.systems;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Catalogue;
import org.linli.platform.transfer.Columns;
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
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the codes of other systems mean, as a file: one row a code. What waited for one of them is
 * filed.
 */
@Component
class CodeFile implements Importer, Exporter {

    private static final Columns COLUMNS =
            Columns.of("system*", "kind*", "theirs*", "ours*", "condition_no");

    private static final int LONGEST = 100;

    private final SystemStore store;
    private final Systems systems;
    private final Quarantine quarantine;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;

    CodeFile(
            SystemStore store,
            Systems systems,
            Quarantine quarantine,
            Catalogue catalogue,
            TransactionTemplate transaction) {
        this.store = store;
        this.systems = systems;
        this.quarantine = quarantine;
        this.catalogue = catalogue;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "system-codes";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var changed = new LinkedHashMap<String, List<TheirCode>>();
        var repeated = new RepeatedRows();
        table.eachRow(row -> {
            var system = row.required("system", LONGEST);
            var code = read(row, system);
            repeated.check(row, "theirs", system + "\0" + code.kind() + "\0" + code.theirs());
            if (!row.isSound()) {
                tally.rejected(row);
            } else if (store.code(system, code.kind(), code.theirs())
                    .filter(code::equals)
                    .isPresent()) {
                tally.unchanged();
            } else {
                tally.accepted();
                changed.computeIfAbsent(system, _ -> new ArrayList<>()).add(code);
            }
        });
        if (!options.dryRun()) {
            transaction.executeWithoutResult(_ -> changed.forEach(systems::put));
            // by no one person: a file is loaded from the command line as well
            changed.keySet().forEach(system -> quarantine.retry("system", system));
        }
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, COLUMNS.names());
        for (var system : store.systems()) {
            for (var code : store.codes(system.code())) {
                table.row(
                        system.code(), code.kind(), code.theirs(), code.ours(), code.conditionNo());
            }
        }
        table.finish();
    }

    private TheirCode read(Row row, String system) {
        if (!system.isEmpty() && store.system(system).isEmpty()) {
            row.reject("system", Message.of("systems/no-such-system", system));
        }
        var kinds = Map.of(TheirCode.MATTER, TheirCode.MATTER, TheirCode.AREA, TheirCode.AREA);
        var kind = row.oneOf("kind", kinds).orElse(TheirCode.MATTER);
        var ours = row.required("ours", LONGEST);
        if (!ours.isEmpty() && !systems.isHere(kind, ours)) {
            row.reject("ours", Message.of("systems/not-here", "ours", ours));
        }
        return new TheirCode(kind, row.required("theirs", LONGEST), ours, condition(row, ours));
    }

    private @Nullable Integer condition(Row row, String matter) {
        var no = row.whole("condition_no", 1, 99).map(Math::toIntExact).orElse(null);
        if (no != null && catalogue.condition(matter, no).isEmpty()) {
            row.reject(
                    "condition_no",
                    Message.of("case/unknown-condition", "condition_no", no, matter));
        }
        return no;
    }
}
