package org.linli.catalogue;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.stereotype.Component;

/** Matters as a file, one row a matter with its three usual limits. */
@Component
class MatterFile implements Importer, Exporter {

    private static final Columns COLUMNS =
            Columns.of(
                    "code*",
                    "major_code*",
                    "major_zh*",
                    "major_en",
                    "name_zh*",
                    "name_en",
                    "kind*",
                    "std_code_47678_5",
                    "filing_condition_zh",
                    "filing_condition_en",
                    "closing_condition_zh",
                    "closing_condition_en",
                    "limit_urgent",
                    "limit_normal",
                    "limit_minor",
                    "lead_dept_code",
                    "lead_dept_zh",
                    "lead_dept_en",
                    "self_handle",
                    "self_handle_condition_zh",
                    "privacy_level",
                    "first_action_zh",
                    "basis",
                    "flow",
                    "local",
                    "source_dept_code");

    static final int CODE = 50;

    static final int NAME = 200;

    static final int TEXT = 1000;

    private static final Map<String, MatterKind> KINDS = Coded.byCode(MatterKind.values());
    private static final Map<String, Flow> FLOWS = Coded.byCode(Flow.values());
    static final Map<String, SelfHandle> SELF = Coded.byCode(SelfHandle.values());
    private static final Map<String, PrivacyLevel> PRIVACY = Coded.byCode(PrivacyLevel.values());

    private final Catalogue catalogue;

    MatterFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String kind() {
        return "matters";
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
        catalogue.edition().matters().values().forEach(matter -> write(matter, table));
        table.finish();
    }

    private static List<Change> changes(List<Row> rows, Edition edition, ImportTally tally) {
        var changes = new ArrayList<Change>();
        var repeated = new RepeatedRows();
        for (var row : rows) {
            var current = edition.inForce(row.text("code", CODE));
            var read = read(row, current);
            repeated.check(row, "code", read.code());
            if (!row.isSound()) {
                tally.rejected(row);
                continue;
            }
            var imported = edition.imported().get(read.code());
            if (current.isPresent() && read.isKnownOf(current.get(), imported)) {
                tally.unchanged();
                continue;
            }
            tally.accepted();
            var next = current.map(matter -> read.next(matter, imported)).orElseGet(read::first);
            changes.add(new Change(next, read));
        }
        return changes;
    }

    private static MatterRow read(Row row, Optional<Matter> current) {
        row.required("kind", CODE);
        var kind = row.oneOf("kind", KINDS).orElse(MatterKind.EVENT);
        return new MatterRow(
                row.required("code", CODE),
                sheet(row, kind, flow(row, kind, current)),
                Limits.read(row, "limit_urgent").orElse(null),
                Limits.read(row, "limit_normal").orElse(null),
                Limits.read(row, "limit_minor").orElse(null));
    }

    private static MatterSheet sheet(Row row, MatterKind kind, Flow flow) {
        return new MatterSheet(
                row.flag("local"),
                row.required("major_code", CODE),
                row.required("major_zh", NAME),
                row.text("major_en", NAME),
                row.required("name_zh", NAME),
                row.text("name_en", NAME),
                kind,
                flow,
                row.text("std_code_47678_5", NAME),
                row.text("filing_condition_zh", TEXT),
                row.text("filing_condition_en", TEXT),
                row.text("closing_condition_zh", TEXT),
                row.text("closing_condition_en", TEXT),
                row.find("lead_dept_code", CODE).orElse(null),
                row.text("lead_dept_zh", NAME),
                row.text("lead_dept_en", NAME),
                row.oneOf("self_handle", SELF).orElse(SelfHandle.NO),
                row.text("self_handle_condition_zh", TEXT),
                row.oneOf("privacy_level", PRIVACY).orElse(PrivacyLevel.PERSONAL),
                row.text("first_action_zh", TEXT),
                row.text("basis", CODE),
                row.find("source_dept_code", CODE).orElse(null));
    }

    /** Catalogues from elsewhere name no flow: a matter keeps the one it has. */
    private static Flow flow(Row row, MatterKind kind, Optional<Matter> current) {
        return row.oneOf("flow", FLOWS)
                .or(() -> current.map(Matter::flow))
                .orElse(kind == MatterKind.SERVICE ? Flow.SERVICE : Flow.CASE);
    }

    private static void write(Matter matter, TableWriter table) {
        var row = MatterRow.of(matter);
        var sheet = matter.sheet();
        table.row(
                matter.code(),
                sheet.majorCode(),
                sheet.majorZh(),
                sheet.majorEn(),
                sheet.nameZh(),
                sheet.nameEn(),
                sheet.kind().code(),
                sheet.stdCode(),
                sheet.filingZh(),
                sheet.filingEn(),
                sheet.closingZh(),
                sheet.closingEn(),
                row.urgent(),
                row.normal(),
                row.minor(),
                sheet.leadUnitCode(),
                sheet.leadUnitZh(),
                sheet.leadUnitEn(),
                sheet.selfHandle().code(),
                sheet.selfHandleConditionZh(),
                sheet.privacyLevel().code(),
                sheet.firstActionZh(),
                sheet.basis(),
                sheet.flow().code(),
                sheet.local() ? 1 : 0,
                sheet.sourceUnitCode());
    }
}
