package org.linli.grid;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.linli.platform.geo.Position;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Rejection;
import org.linli.platform.words.Words;

/** Tests that each have a town of their own, beside the demo. */
abstract class TownTest extends InTheDemo {

    private static final AtomicInteger TOWNS = new AtomicInteger();

    @TempDir Path folder;

    Town town = new Town("T", 0, 0);

    @BeforeEach
    void foundATown() {
        TOWNS.incrementAndGet();
        town = sameTown();
    }

    /** The town as it was founded. */
    static Town sameTown() {
        var number = TOWNS.get();
        return new Town("T" + number + "-", 10 + number, 20);
    }

    ImportReport load(Town any) {
        return load(any.file(folder));
    }

    Path write(String json) {
        return Town.write(folder, json);
    }

    String codeAt(int x, int y) {
        return codeAt(town.longitude(x), town.latitude(y));
    }

    Position at(int x, int y) {
        return new Position(town.longitude(x), town.latitude(y));
    }

    boolean isOutside(int x, int y) {
        return grid.cellAt(at(x, y)).isEmpty();
    }

    static List<String> said(ImportReport report) {
        return report.rejections().stream().map(TownTest::said).toList();
    }

    static String said(Rejection rejection) {
        return Words.say(rejection.reason(), Locale.ENGLISH);
    }

    static Consumer<ImportReport> counts(long accepted, long unchanged, long rejected) {
        return report ->
                Assertions.assertThat(
                                List.of(report.accepted(), report.unchanged(), report.rejected()))
                        .as(said(report).toString())
                        .containsExactly(accepted, unchanged, rejected);
    }
}
