package org.linli.people;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.grid.Grid;
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

/** Units as a file, one row a unit. */
@Component
class UnitFile implements Importer, Exporter {

    private static final Columns COLUMNS =
            Columns.of("unit_code*", "name*", "kind", "area_code*", "parent_code", "local");

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 100;

    private final UnitStore store;
    private final Units units;
    private final Grid grid;

    UnitFile(UnitStore store, Units units, Grid grid) {
        this.store = store;
        this.units = units;
        this.grid = grid;
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var changed = new ArrayList<Unit>();
        sound(table, tally)
                .forEach(unit -> {
                    if (units.unit(unit.code()).filter(unit::equals).isPresent()) {
                        tally.unchanged();
                    } else {
                        tally.accepted();
                        changed.add(unit);
                    }
                });
        if (!options.dryRun()) {
            units.put(changed);
        }
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, COLUMNS.names());
        for (var unit : store.all()) {
            table.row(
                    unit.code(),
                    unit.name(),
                    unit.kind().code(),
                    unit.areaCode(),
                    unit.parentCode(),
                    unit.local() ? 1 : 0);
        }
        table.finish();
    }

    /**
     * A parent may stand further down: so the rows are read first and the parents looked up then.
     */
    private List<Unit> sound(Table table, ImportTally tally) {
        var rows = new LinkedHashMap<Row, Unit>();
        var repeated = new RepeatedRows();
        table.eachRow(row -> {
            var unit = read(row);
            repeated.check(row, "unit_code", unit.code());
            rows.put(row, unit);
        });
        var named = rows.values().stream().map(Unit::code).collect(Collectors.toSet());
        var sound = new ArrayList<Unit>();
        for (Map.Entry<Row, Unit> entry : rows.entrySet()) {
            var parent = entry.getValue().parentCode();
            if (parent != null && !named.contains(parent) && units.unit(parent).isEmpty()) {
                entry.getKey().reject("parent_code", Message.of("people/unknown-unit"));
            }
            if (entry.getKey().isSound()) {
                sound.add(entry.getValue());
            } else {
                tally.rejected(entry.getKey());
            }
        }
        return sound;
    }

    private Unit read(Row row) {
        var area = row.required("area_code", LONGEST_CODE);
        if (!area.isEmpty() && grid.division(area).isEmpty()) {
            row.reject("area_code", Message.of("people/unknown-area"));
        }
        return new Unit(
                row.required("unit_code", LONGEST_CODE),
                row.required("name", LONGEST_NAME),
                row.oneOf("kind", UnitKind.BY_CODE).orElse(UnitKind.DEPARTMENT),
                area,
                row.find("parent_code", LONGEST_CODE).orElse(null),
                row.flag("local"));
    }
}
