package org.linli.duties;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Post;
import org.linli.audit.AuditTrail;
import org.linli.duties.DutyEntry.Asking;
import org.linli.duties.DutyEntry.Effort;
import org.linli.duties.DutyEntry.Verdict;
import org.linli.duties.DutyEntry.Wording;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.ShippedFile;
import org.linli.platform.transfer.Table;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an installation that has no duty list yet the nine items to start from. They end like any
 * entry, on the last day of the year after: until then the district looks at them.
 */
@Component
class ShippedDuties implements SmartInitializingSingleton {

    private static final String FILE = "duties/shipped.csv";
    private static final Columns COLUMNS =
            Columns.of(
                    "title_zh*",
                    "title_en*",
                    "basis_zh*",
                    "basis_en*",
                    "form*",
                    "times*",
                    "every*",
                    "per_household",
                    "minutes*",
                    "roles*",
                    "means_zh*",
                    "means_en*",
                    "matters");

    private static final int LONGEST = 500;
    private static final String ASKED_BY = "system";
    private static final String DECIDED_BY = "shipped";

    private final DutyStore store;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId zone;

    ShippedDuties(
            DutyStore store,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.store = store;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (store.revision() == 0) {
            var entries = ShippedFile.read(FILE, this::read);
            transaction.executeWithoutResult(_ -> {
                entries.forEach(store::add);
                trail.stored("duties", entries.size());
            });
        }
    }

    private List<DutyEntry> read(Path file) {
        var entries = new ArrayList<DutyEntry>();
        Table.open(file, COLUMNS, zone).eachRow(row -> entries.add(entry(row)));
        return entries;
    }

    private DutyEntry entry(Row row) {
        var now = clock.instant();
        var nextYear = LocalDate.ofInstant(now, zone).getYear() + 1;
        return new DutyEntry(
                UUID.randomUUID(),
                Post.EVERYWHERE,
                Post.EVERYWHERE,
                null,
                wording(row),
                effort(row),
                Set.copyOf(words(row, "roles")),
                List.of(),
                List.of(),
                words(row, "matters"),
                LocalDate.of(nextYear, 12, 31),
                null,
                new Asking(ASKED_BY, "", now),
                new Verdict(true, DECIDED_BY, now, ""));
    }

    private static Wording wording(Row row) {
        return new Wording(
                row.required("title_zh", LONGEST),
                row.required("title_en", LONGEST),
                row.required("basis_zh", LONGEST),
                row.required("basis_en", LONGEST),
                row.required("means_zh", LONGEST),
                row.required("means_en", LONGEST));
    }

    private static Effort effort(Row row) {
        return new Effort(
                Form.valueOf(row.required("form", LONGEST).toUpperCase(Locale.ROOT)),
                Integer.parseInt(row.required("times", LONGEST)),
                Every.valueOf(row.required("every", LONGEST).toUpperCase(Locale.ROOT)),
                row.flag("per_household"),
                Integer.parseInt(row.required("minutes", LONGEST)));
    }

    private static List<String> words(Row row, String column) {
        return Arrays.stream(row.text(column, LONGEST).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
