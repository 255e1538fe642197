package org.linli.catalogue;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.calendar.TimeLimit;
import org.linli.catalogue.Catalogue.Change;
import org.linli.catalogue.Catalogue.Edition;
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

/**
 * Filing conditions as a file, one row a condition. A row adds a condition to its matter or takes
 * the place of the one with its number; conditions that are not named stay.
 */
@Component
class ConditionFile implements Importer, Exporter {

    private static final Columns COLUMNS =
            Columns.of(
                    "matter_code*",
                    "condition_no*",
                    "text_zh*",
                    "text_en",
                    "limit*",
                    "closing_zh",
                    "closing_en",
                    "area_class",
                    "self_handle");

    private static final int MOST_CONDITIONS = 999;

    private static final TimeLimit UNREAD = new TimeLimit(1, TimeLimit.Kind.WORKING_DAYS);

    private record Key(String matter, int no) {}

    private final Catalogue catalogue;

    ConditionFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String kind() {
        return "conditions";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var rows = new ArrayList<Row>();
        table.eachRow(rows::add);
        if (options.dryRun()) {
            changes(rows, catalogue.edition(), tally);
        } else {
            catalogue.change(edition -> changes(rows, edition, tally));
        }
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, COLUMNS.names());
        for (var matter : catalogue.edition().matters().values()) {
            matter.conditions().forEach(condition -> write(matter, condition, table));
        }
        table.finish();
    }

    /** A matter gets one new version, however many of its conditions change. */
    private static List<Change> changes(List<Row> rows, Edition edition, ImportTally tally) {
        var changed = new LinkedHashMap<String, Map<Integer, Condition>>();
        var repeated = new RepeatedRows();
        for (var row : rows) {
            var code = row.required("matter_code", MatterFile.CODE);
            var matter = edition.inForce(code);
            if (!code.isEmpty() && matter.isEmpty()) {
                row.reject("matter_code", Message.of("catalogue/no-such-matter"));
            }
            var read = read(row);
            repeated.check(row, "condition_no", new Key(code, read.no()));
            if (!row.isSound()) {
                tally.rejected(row);
            } else if (matter.orElseThrow().condition(read.no()).filter(read::equals).isPresent()) {
                tally.unchanged();
            } else {
                tally.accepted();
                changed.computeIfAbsent(code, _ -> new TreeMap<>()).put(read.no(), read);
            }
        }
        return changed.entrySet().stream()
                .map(entry -> change(edition, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Change change(Edition edition, String code, Map<Integer, Condition> changed) {
        var matter = edition.inForce(code).orElseThrow();
        var conditions = new ArrayList<>(changed.values());
        matter.conditions().stream()
                .filter(condition -> !changed.containsKey(condition.no()))
                .forEach(conditions::add);
        var next = new Matter(code, matter.version() + 1, matter.sheet(), conditions);
        return new Change(next, edition.imported().get(code));
    }

    private static Condition read(Row row) {
        row.required("condition_no", MatterFile.CODE);
        row.required("limit", MatterFile.CODE);
        return new Condition(
                row.whole("condition_no", 1, MOST_CONDITIONS).orElse(1L).intValue(),
                row.required("text_zh", MatterFile.TEXT),
                row.text("text_en", MatterFile.TEXT),
                Limits.read(row, "limit").orElse(UNREAD),
                row.text("closing_zh", MatterFile.TEXT),
                row.text("closing_en", MatterFile.TEXT),
                row.find("area_class", MatterFile.CODE).orElse(null),
                row.oneOf("self_handle", MatterFile.SELF).orElse(SelfHandle.NO));
    }

    private static void write(Matter matter, Condition condition, TableWriter table) {
        table.row(
                matter.code(),
                condition.no(),
                condition.textZh(),
                condition.textEn(),
                condition.limit(),
                condition.closingZh(),
                condition.closingEn(),
                condition.areaClass(),
                condition.selfHandle().code());
    }
}
