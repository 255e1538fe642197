package org.linli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.linli.access.AccessContext;
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

    private final List<Importer> importers;
    private final Path end;
    private final Path loaded;
    private final Clock clock;

    DemoDistrict(
            List<Importer> importers, @Value("${linli.data:var/data}") Path data, Clock clock) {
        this.importers = importers;
        this.end = data.resolve("demo-end");
        this.loaded = data.resolve("demo-loaded");
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!Files.exists(loaded)) {
            // kept first, so that a load that was broken off goes on with the same times
            if (!Files.exists(end)) {
                keep(end, LocalDateTime.ofInstant(clock.instant(), ZONE).toString());
            }
            AccessContext.asSystem("demo district", this::loadAll);
            keep(loaded, "");
        }
    }

    private void loadAll() {
        var now = endsOn();
        var past = new DistrictPast();
        load("divisions", "divisions.geojson");
        load("divisions", "scheme_enforcement.geojson", ofScheme("enforcement"));
        load("divisions", "scheme_sanitation.geojson", ofScheme("sanitation"));
        load("authorities", "authorities.csv");
        load("units", "units.csv");
        load("staff", "staff.csv");
        loadMoved("cases", "cases.csv", id -> past.weeks(id, now));
        loadMoved("case-events", "case_events.csv", id -> past.weeks(id, now));
    }

    /** The moment the district's history ends: when it was loaded first. */
    LocalDateTime endsOn() {
        try {
            return LocalDateTime.parse(Files.readString(end));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Loads who lives in the district, which is more than its start should wait for. */
    void loadHouseholds() {
        var weeks = DistrictPast.newest(endsOn());
        loadMoved("households", "households.csv", _ -> OptionalLong.of(weeks));
    }

    /** The cells of another authority, over those of the district. */
    private static ImportOptions ofScheme(String name) {
        var usual = ImportOptions.standard();
        return new ImportOptions(usual.zone(), usual.datum(), name, false, false);
    }

    private void load(String kind, String name) {
        load(kind, name, ImportOptions.standard());
    }

    private void load(String kind, String name, ImportOptions options) {
        var report =
                ShippedFile.read(
                        "demo/" + name,
                        file -> importer(kind).load(file, options, ImportProgress.SILENT));
        requireWhole(name, report);
    }

    private void loadMoved(String kind, String name, MovedFile.Weeks weeks) {
        var report =
                MovedFile.read(
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

    static void keep(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
