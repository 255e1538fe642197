package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.linli.grid.topology.SquareMetres;
import org.linli.platform.transfer.ImportReport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Faults planted in a town, one at a time: each is named, and the rest is stored. */
class TopologyImportTests extends TownTest {

    @Test
    void aSoundTownIsStoredAndStaysAsItIs() {
        assertThat(load(town)).satisfies(counts(11, 0, 0));
        assertThat(load(town)).satisfies(counts(0, 11, 0));
    }

    @Test
    void anOverlapNamesBothCellsAndItsArea() {
        town.grid("A1", 0, 0, 110, 0, 110, 50, 100, 50, 100, 100, 0, 100, 0, 0);

        var report = load(town);

        assertThat(report).satisfies(counts(9, 0, 2));
        assertNamed(report, "grid/overlap", squareMetres(10, 50), "A1", "A2");
        assertThat(codeAt(150, 150)).isEqualTo(town.code("A4"));
        assertThat(isOutside(50, 50)).isTrue();
    }

    @Test
    void aGapNamesTheCommunityTheCellsAroundItAndItsArea() {
        town.grid("A1", 0, 0, 90, 0, 90, 100, 0, 100, 0, 0);

        var report = load(town);

        assertNamed(report, "grid/gap", squareMetres(10, 100), "A", "A1", "A2");
        assertThat(isOutside(95, 50)).isTrue();
        assertThat(codeAt(250, 50)).isEqualTo(town.code("B1"));
    }

    @Test
    void aCellOutsideItsCommunityIsNamedWithBothAndTheArea() {
        town.grid("B2", 300, 0, 420, 0, 420, 100, 300, 100, 300, 0);

        var report = load(town);

        assertThat(report).satisfies(counts(10, 0, 1));
        assertNamed(report, "grid/outside-parent", squareMetres(20, 100), "B2", "B");
    }

    @Test
    void aRingThatCrossesItselfIsNamed() {
        town.grid("A1", 0, 0, 100, 100, 100, 0, 0, 100, 0, 0);

        var report = load(town);

        assertThat(report).satisfies(counts(10, 0, 1));
        assertThat(said(report)).singleElement().asString().contains(town.code("A1"), "m²");
    }

    @Test
    void aCellWithoutItsParentIsNamed() {
        town.area("A1", "grid", "nowhere", Town.box(0, 0, 100, 100));

        var report = load(town);

        assertThat(report).satisfies(counts(10, 0, 1));
        assertThat(said(report))
                .singleElement()
                .asString()
                .contains(town.code("A1"), town.code("nowhere"));
    }

    @Test
    void whenACommunityCannotBeStoredItsCellsSayWhy() {
        town.area("A", "community", "nowhere", Town.box(0, 0, 200, 200));

        var report = load(town);

        assertThat(report).satisfies(counts(6, 0, 5));
        assertThat(said(report)).hasSize(5).allMatch(text -> text.contains(town.code("A")));
    }

    @Test
    void aCodeThatIsThereTwiceIsStoredOnce() {
        var json = town.json();
        var again = json.substring(0, json.length() - 2) + "," + town.onlyFeature("A1") + "]}";

        var report = load(write(again));

        assertThat(report).satisfies(counts(11, 0, 1));
        assertThat(said(report)).singleElement().asString().contains(town.code("A1"), "row 3");
    }

    @Test
    void everyFaultOfOneFileIsNamed() {
        town.grid("A1", 0, 0, 110, 0, 110, 50, 100, 50, 100, 100, 0, 100, 0, 0);
        town.grid("B1", 200, 0, 300, 100, 300, 0, 200, 100, 200, 0);
        town.grid("B4", 300, 100, 420, 100, 420, 200, 300, 200, 300, 100);
        town.area("C1", "grid", "C", Town.box(1000, 0, 1100, 100));

        var report = load(town);

        assertThat(report.rejections())
                .extracting(rejection -> rejection.reason().code())
                .contains(
                        "grid/overlap",
                        "grid/invalid-ring",
                        "grid/outside-parent",
                        "grid/no-parent");
        assertThat(report).satisfies(counts(7, 0, 5));
    }

    @Test
    void theMendedFileBringsInWhatWasMissing() {
        load(sameTown().grid("A1", 0, 0, 110, 0, 110, 50, 100, 50, 100, 100, 0, 100, 0, 0));

        var report = load(town);

        assertThat(report).satisfies(counts(2, 9, 0));
        assertThat(codeAt(50, 50)).isEqualTo(town.code("A1"));
    }

    @Test
    void aSmallHoleAmongCellsWhoseParentsHaveNoBorderIsAGap() {
        town.area("", "district", null);
        town.area("A", "community", "");
        town.area("B", "community", "");
        town.grid("A1", 0, 0, 100, 0, 100, 60, 90, 60, 90, 80, 100, 80, 100, 100, 0, 100, 0, 0);

        var report = load(town);

        assertNamed(report, "grid/hole", squareMetres(10, 20), "A1", "A2");
    }

    @Test
    void aVertexThatRoundingPutACentimetreOffALongBorderIsNoFault() {
        var json = town.grid("A2", 100, 0, 200, 0, 200, 100, 100, 100, 100, 43, 100, 0).json();
        var x = String.format(Locale.ROOT, "[%.7f,%.7f]", town.longitude(100), town.latitude(43));
        var off =
                String.format(
                        Locale.ROOT, "[%.7f,%.7f]", town.longitude(100) + 1e-7, town.latitude(43));
        assertThat(json).contains(x);

        assertThat(load(write(json.replace(x, off)))).satisfies(counts(11, 0, 0));
    }

    private double squareMetres(int wide, int high) {
        var corners =
                new Coordinate[] {
                    corner(0, 0), corner(wide, 0), corner(wide, high), corner(0, high), corner(0, 0)
                };
        return SquareMetres.of(new GeometryFactory().createPolygon(corners));
    }

    private Coordinate corner(int x, int y) {
        return new Coordinate(town.longitude(x), town.latitude(y));
    }

    private void assertNamed(
            ImportReport report, String reason, double squareMetres, String... names) {
        var rejection =
                report.rejections().stream()
                        .filter(one -> one.reason().code().equals(reason))
                        .findFirst();
        assertThat(rejection).as(report.rejections().toString()).isPresent();
        var text = said(rejection.orElseThrow());
        for (var name : names) {
            assertThat(text).contains(town.code(name));
        }
        var found = text.replaceAll(".*?([0-9.]+) m².*", "$1");
        assertThat(Double.parseDouble(found)).isCloseTo(squareMetres, within(squareMetres / 100));
    }
}
