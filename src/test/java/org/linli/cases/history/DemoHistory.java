package org.linli.cases.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.ShippedFile;

/** The demo district as its files stand, with no time moved. */
public final class DemoHistory {

    private DemoHistory() {}

    /** Loads everything the cases of the district refer to. */
    public static void loadGround(List<Importer> importers) {
        load(importers, "divisions", "divisions.geojson");
        load(importers, "units", "units.csv");
        load(importers, "staff", "staff.csv");
    }

    /** Loads a file of the demo. */
    public static ImportReport load(List<Importer> importers, String kind, String name) {
        return ShippedFile.read(
                "demo/" + name,
                file ->
                        importer(importers, kind)
                                .load(file, ImportOptions.standard(), ImportProgress.SILENT));
    }

    /** Loads the first so many cases of the demo. */
    public static void loadCases(List<Importer> importers, int most) {
        var some =
                ShippedFile.read(
                        "demo/cases.csv",
                        file -> {
                            try (var lines = Files.lines(file)) {
                                return lines.limit(1L + most).collect(Collectors.joining("\n"));
                            } catch (IOException unreadable) {
                                throw new UncheckedIOException(unreadable);
                            }
                        });
        new HandedOver(importers).load("cases", some);
    }

    /** The importer of a kind. */
    public static Importer importer(List<Importer> importers, String kind) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
