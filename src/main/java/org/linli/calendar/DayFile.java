package org.linli.calendar;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** The special days as a file, one row a day. */
@Component
class DayFile implements Importer, Exporter {

    static final Columns COLUMNS =
            Columns.of("day*", "working*", "year", "name_zh", "name_en", "source", "source_url");

    private static final int LONGEST = 200;

    private final CalendarStore store;
    private final Calendar calendar;

    DayFile(CalendarStore store, Calendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "calendar";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var known = byDay(store.all());
        var repeated = new RepeatedRows();
        // all of it in one transaction: a year with half of its holidays is worse than none
        var changed = new ArrayList<SpecialDay>();
        table.eachRow(row -> {
            var day = read(row);
            repeated.check(row, "day", day.day());
            if (!row.isSound()) {
                tally.rejected(row);
            } else if (day.equals(known.get(day.day()))) {
                tally.unchanged();
            } else {
                tally.accepted();
                changed.add(day);
            }
        });
        if (!options.dryRun()) {
            calendar.put(changed);
        }
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, COLUMNS.names());
        for (var day : store.all()) {
            table.row(
                    day.day(),
                    day.working() ? 1 : 0,
                    day.year(),
                    day.nameZh(),
                    day.nameEn(),
                    day.source(),
                    day.sourceUrl());
        }
        table.finish();
    }

    /** The day a row names; where it names none, a day that its faults keep from being stored. */
    static SpecialDay read(Row row) {
        row.required("day", LONGEST);
        row.required("working", LONGEST);
        var day = row.date("day").orElse(LocalDate.EPOCH);
        return new SpecialDay(
                day,
                row.flag("working"),
                row.whole("year", 1900, 2199).orElse((long) day.getYear()).intValue(),
                row.text("name_zh", LONGEST),
                row.text("name_en", LONGEST),
                row.text("source", LONGEST),
                row.text("source_url", LONGEST));
    }

    private static Map<LocalDate, SpecialDay> byDay(List<SpecialDay> days) {
        return days.stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
    }
}
