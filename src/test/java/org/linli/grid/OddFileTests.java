package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.geo.Datum;
import org.linli.platform.transfer.FileRefused;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;

/** Files that are not what they should be, or are it in another way. */
class OddFileTests extends TownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"type\":\"FeatureCollection\"}",
                "{\"type\":\"FeatureCollection\",\"features\":{}}",
                "{\"type\":\"FeatureCollection\",\"features\":[1]}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"}]}",
                "{\"features\":[{\"properties\":{\"colour\":\"red\"},\"geometry\":null}]}",
                "{\"features\":[{\"properties\":{\"code\":\"1\"},\"geometry\":null}]}",
                "{\"features\":[{\"properties\":{\"code\":NaN}}]}",
                "{\"features\":[",
                "code,level,name,colour\n1,city,a,red\n",
                "code,level\n1,city\n",
                "[1,2]"
            })
    void aFileThatIsNoneIsRefusedAsAWhole(String content) {
        assertThatThrownBy(() -> load(write(content))).isInstanceOf(FileRefused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Point','coordinates':[1,2]} | grid/not-a-polygon",
                "{'type':'Polygon'} | grid/coordinates-unreadable",
                "{'type':'Polygon','coordinates':[]} | grid/coordinates-unreadable",
                "{'type':'Polygon','coordinates':[[]]} | grid/coordinates-unreadable",
                "{'type':'Polygon','coordinates':[[1,2]]} | grid/coordinates-unreadable",
                "{'type':'Polygon','coordinates':[[['1','2']]]} | grid/coordinates-unreadable",
                "{'type':'Polygon','coordinates':[[[1,2]]]} | grid/ring-without-ground",
                "{'type':'Polygon','coordinates':[[[1,1],[2,1],[1,1],[1,1]]]} | grid/ring-without-ground",
                "{'type':'Polygon','coordinates':[[[1,1],[2,1],[2,2],[1,2]]]} | grid/ring-open",
                "{'type':'Polygon','coordinates':[[[1,1],[2,91],[2,2],[1,1]]]} | grid/coordinates-nowhere",
                "{'type':'Polygon','coordinates':[[[30,123],[30,124],[31,124],[30,123]]]} | grid/coordinates-nowhere",
                "{'type':'Polygon','coordinates':[[[179,0],[-179,0],[-179,1],[179,0]]]} | grid/edge-too-long",
                "{'type':'Polygon','coordinates':[[[1,1],[2,1],[3,1],[1,1]]]} | grid/invalid-ring",
                "{'type':'MultiPolygon','coordinates':[]} | grid/coordinates-unreadable",
                "{'type':'GeometryCollection','geometries':[]} | grid/not-a-polygon",
                "7 | grid/not-a-polygon"
            })
    void aShapeThatIsNoneIsNamed(String geometry, String reason) {
        var report =
                load(
                        write(
                                """
                                {"type":"FeatureCollection","features":[{"type":"Feature",
                                "properties":{"code":"%s","level":"city","name":"城"},
                                "geometry":%s}]}
                                """
                                        .formatted(town.code("X"), geometry.replace('\'', '"'))));

        assertThat(report).satisfies(counts(0, 0, 1));
        assertThat(report.rejections())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason().code()).isEqualTo(reason);
                    assertThat(one.value()).isEqualTo(town.code("X"));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "level, galaxy, table/not-one-of",
        "level, , table/required",
        "code, a/b, grid/code-unusable",
        "code, a%, grid/code-unusable",
        "name, , table/required",
        "kind, other, table/not-one-of",
        "households, some, table/not-whole",
        "households, -1, table/out-of-range",
        "valid_from, yesterday, table/not-a-time",
        "parent_code, nowhere, grid/no-parent"
    })
    void aValueThatIsNoneIsNamed(String column, String value, String reason) {
        var row = town.onlyFeature("");
        var said = value == null ? "" : value;
        var spoilt =
                row.contains("\"" + column + "\"")
                        ? row.replaceFirst(
                                "\"" + column + "\":\"[^\"]*\"",
                                "\"" + column + "\":\"" + said + "\"")
                        : row.replace(
                                "\"properties\":{",
                                "\"properties\":{\"" + column + "\":\"" + said + "\",");

        var report = load(write("{\"features\":[" + spoilt + "]}"));

        assertThat(report).satisfies(counts(0, 0, 1));
        assertThat(report.rejections())
                .extracting(one -> one.reason().code())
                .containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aTableWithWktIsRead(String charset) throws IOException {
        var csv =
                """
                code,parent_code,level,name,geometry
                %1$s,,district,海岛区,
                %1$s1,%1$s,community,一号社区,
                %1$s11,%1$s1,grid,第一网格,"POLYGON((%2$f 20, %3$f 20, %3$f 20.001, %2$f 20.001, %2$f 20))"
                """
                        .formatted(town.code("C"), town.longitude(0), town.longitude(100));
        var file = Files.write(folder.resolve("table.csv"), csv.getBytes(Charset.forName(charset)));

        var report = load(file);

        assertThat(report).satisfies(counts(3, 0, 0));
        assertThat(grid.division(town.code("C")).orElseThrow().name()).isEqualTo("海岛区");
        assertThat(codeAt(50, 50)).isEqualTo(town.code("C11"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POLYGON((", "POINT(1 2)", "POLYGON((1 1, 2 1, 2 2, 1 2))", "here"})
    void wktThatIsNoneIsNamed(String wkt) {
        var csv = "code,level,name,geometry\n%s,city,城,\"%s\"\n".formatted(town.code("W"), wkt);

        assertThat(load(write(csv))).satisfies(counts(0, 0, 1));
    }

    @Test
    void aDryRunTellsAllAndStoresNothing() {
        var options = new ImportOptions(ZoneId.of("Asia/Shanghai"), Datum.WGS84, null, false, true);
        town.grid("A1", 0, 0, 90, 0, 90, 100, 0, 100, 0, 0);

        var report = importer.load(town.file(folder), options, ImportProgress.SILENT);

        assertThat(report.rejected()).isPositive();
        assertThat(report.accepted()).isPositive();
        assertThat(grid.division(town.code(""))).isEmpty();
    }

    @Test
    void coordinatesOfAnotherDatumAreStoredAsWgs84() {
        // west of China nothing is shifted, so this town stands in it
        var inChina = new Town(town.code("G"), 110, 30);
        var options =
                new ImportOptions(ZoneId.of("Asia/Shanghai"), Datum.GCJ02, null, false, false);

        importer.load(inChina.file(folder), options, ImportProgress.SILENT);

        var place = Datum.GCJ02.toWgs84(inChina.longitude(50), inChina.latitude(50));
        assertThat(grid.cellAt(place).orElseThrow().code()).isEqualTo(inChina.code("A1"));
        assertThat(importer.load(inChina.file(folder), options, ImportProgress.SILENT).unchanged())
                .isEqualTo(11);
    }

    @Test
    void aByteOrderMarkAndBlanksInFrontAreLetPass() throws IOException {
        var json = "\uFEFF\n  " + town.json();
        Path file = Files.writeString(folder.resolve("marked"), json, StandardCharsets.UTF_8);

        assertThat(load(file)).satisfies(counts(11, 0, 0));
    }
}
