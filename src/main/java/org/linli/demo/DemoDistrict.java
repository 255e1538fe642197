package org.linli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.ShippedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the demo district, once for each data directory. */
@Component
@Order(1)
@ConditionalOnBooleanProperty("linli.demo")
class DemoDistrict implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDistrict.class);

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** As of when the files tell the state of the district. */
    private static final LocalDateTime ENDS = LocalDateTime.parse("2025-06-30T18:00:00");

    private final List<Importer> importers;
    private final Path marker;
    private final Clock clock;

    DemoDistrict(
            List<Importer> importers, @Value("${linli.data:var/data}") Path data, Clock clock) {
        this.importers = importers;
        this.marker = data.resolve("demo-weeks");
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!Files.exists(marker)) {
            var weeks = weeks();
            load("divisions", "divisions.geojson");
            load("units", "units.csv");
            load("staff", "staff.csv");
            loadShifted("cases", "cases.csv", weeks);
            loadShifted("case-events", "case_events.csv", weeks);
            remember(weeks);
        }
    }

    /** The moment the district's history ends. */
    LocalDateTime endsOn() {
        return ENDS.plusWeeks(remembered());
    }

    /** Whole weeks from the files' end to now: the history ends within the last seven days. */
    private long weeks() {
        var now = LocalDateTime.ofInstant(clock.instant(), ZONE);
        return Duration.between(ENDS, now).toDays() / 7;
    }

    private void load(String kind, String name) {
        var report =
                ShippedFile.read(
                        "demo/" + name,
                        file ->
                                importer(kind)
                                        .load(
                                                file,
                                                ImportOptions.standard(),
                                                ImportProgress.SILENT));
        requireWhole(name, report);
    }

    private void loadShifted(String kind, String name, long weeks) {
        var report =
                ShiftedFile.read(
                        name,
                        weeks,
                        file ->
                                importer(kind)
                                        .load(
                                                file,
                                                ImportOptions.standard(),
                                                ImportProgress.SILENT));
        requireWhole(name, report);
    }

    private Importer importer(String kind) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing imports " + kind));
    }

    private static void requireWhole(String name, ImportReport report) {
        if (report.rejected() > 0) {
            throw new IllegalStateException(
                    "The demo's " + name + " was not taken whole: " + report.rejections());
        }
        LOG.info("{}: {} rows", name, report.accepted() + report.unchanged());
    }

    private void remember(long weeks) {
        try {
            Files.writeString(marker, Long.toString(weeks));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private long remembered() {
        try {
            return Long.parseLong(Files.readString(marker).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
