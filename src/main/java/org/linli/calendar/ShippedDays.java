package org.linli.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.linli.platform.transfer.ShippedFile;
import org.linli.platform.transfer.Table;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Loads the special days that come with Linli, before anybody asks: those of years that are not
 * there yet. What an installation has loaded itself is left as it is.
 */
@Component
class ShippedDays implements SmartInitializingSingleton {

    private static final String FILE = "calendar/days.csv";

    private final CalendarStore store;
    private final Calendar calendar;

    ShippedDays(CalendarStore store, Calendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = store.years();
        var days = ShippedFile.read(FILE, path -> days(Table.open(path, DayFile.COLUMNS, ANY)));
        calendar.put(days.stream().filter(day -> !known.contains(day.year())).toList());
    }

    private static final ZoneId ANY = ZoneId.of("UTC");

    private static List<SpecialDay> days(Table table) {
        var days = new ArrayList<SpecialDay>();
        table.eachRow(row -> days.add(DayFile.read(row)));
        return days;
    }
}
