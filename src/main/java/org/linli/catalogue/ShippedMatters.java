package org.linli.catalogue;

import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ShippedFile;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Gives an installation that has no catalogue yet the one that comes with Linli to start from. */
@Component
class ShippedMatters implements SmartInitializingSingleton {

    private static final String FILE = "catalogue/matters.csv";

    private final CatalogueStore store;
    private final MatterFile file;

    ShippedMatters(CatalogueStore store, MatterFile file) {
        this.store = store;
        this.file = file;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!store.isEmpty()) {
            return;
        }
        var report =
                ShippedFile.read(
                        FILE,
                        path -> file.load(path, ImportOptions.standard(), ImportProgress.SILENT));
        if (report.rejected() > 0) {
            throw new IllegalStateException("Our own catalogue is faulty: " + report.rejections());
        }
    }
}
