package org.linli.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.grid.Grid;
import org.linli.platform.geo.Position;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.Importer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The invented district that reports of the tests fall into. */
@Component
public class TestGround {

    static final String DISTRICT = "/990000/990100/990104/";

    /** Far out at sea, in no cell. */
    static final Position OUTSIDE = new Position(123.5, 30.9);

    private static final double WEST = 123.2271;
    private static final double SOUTH = 30.4332;
    private static final double STEP = 0.0005;
    private static final int STEPS = 90;

    private final List<Importer> importers;
    private final Grid grid;

    TestGround(List<Importer> importers, Grid grid) {
        this.importers = importers;
        this.grid = grid;
    }

    /** Makes sure that the district is there. */
    public synchronized void load() {
        if (grid.division("990104").isPresent()) {
            return;
        }
        try {
            var file = Files.createTempFile("divisions", ".geojson");
            try (var in = new ClassPathResource("demo/divisions.geojson").getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            divisions().load(file, ImportOptions.standard(), ImportProgress.SILENT);
            Files.delete(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A spot in some cell of the district: each number has another, at least 40 m from others. */
    public Position spot(int number) {
        return IntStream.range(0, STEPS * STEPS)
                .mapToObj(step ->
                        new Position(WEST + step % STEPS * STEP, SOUTH + step / STEPS * STEP))
                .filter(position -> grid.cellAt(position).isPresent())
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    private Importer divisions() {
        return importers.stream()
                .filter(importer -> importer.kind().equals("divisions"))
                .findFirst()
                .orElseThrow();
    }
}
