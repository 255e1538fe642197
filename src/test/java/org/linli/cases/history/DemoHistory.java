package org.linli.cases.history;

import java.util.List;
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

    /** The importer of a kind. */
    public static Importer importer(List<Importer> importers, String kind) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
