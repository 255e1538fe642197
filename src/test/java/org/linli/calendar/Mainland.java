package org.linli.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.linli.platform.transfer.Table;

/** The special days that come with Linli. */
final class Mainland {

    static final Path FILE = Path.of("src/main/resources/calendar/days.csv");

    private Mainland() {}

    static Map<LocalDate, Boolean> specialDays() {
        var days = new HashMap<LocalDate, Boolean>();
        Table.open(FILE, DayFile.COLUMNS, ZoneId.of("Asia/Shanghai"))
                .eachRow(row -> days.put(row.date("day").orElseThrow(), row.flag("working")));
        return days;
    }
}
