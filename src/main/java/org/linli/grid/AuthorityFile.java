package org.linli.grid;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.linli.audit.AuditTrail;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;
import org.linli.platform.transfer.TableWriter;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who answers in the cells of each scheme as a file: a row for a scheme, or for one of its cells.
 */
@Component
class AuthorityFile implements Importer, Exporter {

    private static final Columns COLUMNS =
            Columns.of("scheme*", "cell", "authority*", "unit_code", "matters");

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIST = 2_000;

    private final AuthorityStore store;
    private final CurrentWorld world;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    AuthorityFile(
            AuthorityStore store,
            CurrentWorld world,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.world = world;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "authorities";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var known = store.all();
        var changed = new ArrayList<Authority>();
        table.eachRow(row -> {
            var authority = read(row);
            if (!row.isSound()) {
                tally.rejected(row);
            } else if (known.contains(authority)) {
                tally.unchanged();
            } else {
                tally.accepted();
                changed.add(authority);
            }
        });
        if (!options.dryRun()) {
            put(changed);
        }
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, COLUMNS.names());
        for (var authority : store.all()) {
            table.row(
                    authority.scheme(),
                    authority.cell(),
                    authority.name(),
                    authority.unitCode(),
                    String.join(" ", authority.matters()));
        }
        table.finish();
    }

    private void put(List<Authority> changed) {
        transaction.executeWithoutResult(_ -> {
            changed.forEach(store::put);
            trail.stored(kind(), changed.size());
        });
    }

    private Authority read(Row row) {
        var name = row.required("scheme", LONGEST_CODE);
        var cell = row.text("cell", LONGEST_CODE);
        var scheme = world.refresh().scheme(name);
        if (!name.isEmpty() && scheme.isEmpty()) {
            row.reject("scheme", Message.of("grid/no-such-scheme", name));
        }
        if (!cell.isEmpty() && scheme.filter(it -> it.cells().containsKey(cell)).isEmpty()) {
            row.reject("cell", Message.of("grid/no-such-cell", cell));
        }
        var matters = row.text("matters", LONGEST_LIST).split(" ", -1);
        return new Authority(
                name,
                cell,
                row.required("authority", LONGEST_NAME),
                row.find("unit_code", LONGEST_CODE).orElse(null),
                Arrays.stream(matters).filter(code -> !code.isEmpty()).toList());
    }
}
