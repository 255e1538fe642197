package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.platform.geo.Position;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The demo district, read, read again, and written out. */
@TestPropertySource(properties = "linli.test=the demo district in and out")
class DivisionsImportTests extends InTheDemo {

    @Autowired DivisionsExporter exporter;

    @Test
    void theDemoIsReadWithoutAFaultAndComesOutAsItWentIn(@TempDir Path folder) throws IOException {
        var first = load(DEMO);
        var second = load(DEMO);
        var out = new ByteArrayOutputStream();
        exporter.write(out);
        var copy = Files.write(folder.resolve("copy.geojson"), out.toByteArray());
        var third = load(copy);

        assertThat(first.rejections()).isEmpty();
        assertThat(first.accepted() + first.unchanged()).isEqualTo(140);
        assertThat(second.unchanged()).isEqualTo(140);
        assertThat(third.unchanged()).as(third.rejections().toString()).isEqualTo(140);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("邻里示范区");
    }

    @Test
    void aPlaceOfTheDemoHasItsCellWithPathAndCounty() {
        var cell = grid.cellAt(new Position(123.25, 30.45)).orElseThrow();

        assertThat(cell.countyCode()).isEqualTo("990104");
        assertThat(cell.path()).startsWith("/990000/990100/990104/").endsWith(cell.code() + "/");
        assertThat(grid.level(Level.GRID)).hasSize(111);
        assertThat(grid.finder().size()).isEqualTo(111);
        assertThat(grid.installation())
                .isEqualTo(new Installation("990104", "/990000/990100/990104/"));
        assertThat(grid.cellAt(new Position(0, 0))).isEmpty();
    }
}
