package org.linli.grid;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.linli.LinliTest;
import org.linli.platform.geo.Position;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Tests of a Linli in which the demo district is all there is. */
@LinliTest
@TestPropertySource(properties = "linli.test=the demo district alone")
abstract class InTheDemo {

    static final Path DEMO = Path.of("src/main/resources/demo/divisions.geojson");

    @Autowired MockMvcTester mvc;
    @Autowired DivisionsImporter importer;
    @Autowired Grid grid;

    @BeforeEach
    void loadTheDemo() {
        load(DEMO);
    }

    ImportReport load(Path file) {
        return importer.load(file, ImportOptions.standard(), ImportProgress.SILENT);
    }

    String codeAt(double lon, double lat) {
        return grid.cellAt(new Position(lon, lat)).orElseThrow().code();
    }
}
