package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.linli.platform.geo.Datum;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;

/** Another authority's cells over those of the town: they may overlap and leave gaps. */
class OverlayTests extends TownTest {

    private static final String POLICE = "警务";

    @Test
    void aPointHasItsCellInEachScheme() {
        load(town);
        loadOver(wards());

        assertThat(grid.locate(at(50, 50)))
                .extracting(Located::scheme, Located::code)
                .containsExactly(tuple("master", town.code("A1")), tuple(POLICE, town.code("P1")));
        assertThat(grid.cellAt(at(50, 50)).orElseThrow().code()).isEqualTo(town.code("A1"));
    }

    @Test
    void whereCellsOverlapTheSmallestAnswers() {
        loadOver(wards());

        assertThat(overlayAt(250, 50)).isEqualTo(town.code("P2"));
        assertThat(overlayAt(150, 50)).isEqualTo(town.code("P1"));
        assertThat(overlayAt(390, 190)).isEqualTo(town.code("P3"));
    }

    @Test
    void overlapsAreToldButAllowed() {
        var report = loadOver(wards());

        assertThat(report).satisfies(counts(3, 0, 0));
        assertThat(report.notes()).extracting(note -> note.code()).contains("grid/overlap");
        assertThat(loadOver(wards())).satisfies(counts(0, 3, 0));
    }

    @Test
    void aBrokenRingIsRefusedInAnOverlayToo() {
        var broken = wards().area("P1", "grid", null, new int[] {0, 0, 9, 9, 9, 0, 0, 9, 0, 0});

        assertThat(loadOver(broken)).satisfies(counts(2, 0, 1));
    }

    @Test
    void anOverlayMayLieBelowDivisionsOfTheMasterScheme() {
        load(town);

        loadOver(wards().area("P1", "grid", "A", Town.box(0, 0, 300, 100)));

        var cell =
                grid.locate(at(150, 50)).stream()
                        .filter(located -> located.scheme().equals(POLICE))
                        .findFirst()
                        .orElseThrow();
        assertThat(cell.path())
                .isEqualTo("/%s/%s/%s/".formatted(town.code(""), town.code("A"), town.code("P1")));
        assertThat(cell.countyCode()).isEqualTo(town.code(""));
    }

    /** Two that overlap, and one that lies over both, far larger. */
    private Town wards() {
        return sameTown()
                .empty()
                .area("P1", "grid", null, Town.box(0, 0, 300, 100))
                .area("P2", "grid", null, Town.box(200, 0, 400, 60))
                .area("P3", "grid", null, Town.box(-500, -500, 900, 900));
    }

    private String overlayAt(int x, int y) {
        return grid.locate(at(x, y)).stream()
                .filter(located -> located.scheme().equals(POLICE))
                .map(Located::code)
                .findFirst()
                .orElseThrow();
    }

    private ImportReport loadOver(Town wards) {
        var options =
                new ImportOptions(ZoneId.of("Asia/Shanghai"), Datum.WGS84, POLICE, false, false);
        return importer.load(wards.file(folder), options, ImportProgress.SILENT);
    }
}
