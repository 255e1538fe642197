package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.intake.Api;
import org.linli.platform.geo.Datum;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@LinliTest
class CrossingTests {

    private static final String STREET = "990801091";
    private static final String CELL = STREET + "001001";

    @LocalServerPort private int port;
    @Autowired private TestDistrict district;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;

    @BeforeEach
    void drawTheGrids() throws IOException {
        district.load();
        load(
                "divisions",
                null,
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"%1$s","parent_code":"%2$s","level":"street",
                 "name":"叠街道"},"geometry":null},
                {"type":"Feature","properties":{"code":"%1$s001","parent_code":"%1$s",
                 "level":"community","name":"叠社区"},"geometry":null},%3$s]}
                """
                        .formatted(
                                STREET,
                                TestDistrict.COUNTY,
                                cell(CELL, STREET + "001", 150.50, 150.51)));
        load("divisions", "t-order", collection(cell("T-O1", STREET, 150.49, 150.505)));
        load(
                "divisions",
                "t-clean",
                collection(cell("T-C1", STREET, 150.50, 150.503))
                        .replace("]}\n", "," + cell("T-C2", STREET, 150.503, 150.52) + "]}\n"));
        load(
                "authorities",
                null,
                """
                scheme,cell,authority,unit_code,matters
                t-order,,城管,T-ORDER,11003 15
                t-clean,,环卫,T-CLEAN,11
                t-clean,T-C2,保洁公司,,12
                """);
    }

    @Test
    void aPlaceTellsWhoElseHasAGridThereAndWhoAnswersForTheSame() {
        var both = new Api(port).get("/api/v1/crossings?lon=150.502&lat=20.005").json();
        assertThat(texts(both.get("cells"), "cellCode")).containsExactly(CELL, "T-C1", "T-O1");
        assertThat(texts(both.get("cells"), "authority")).containsExactly("", "环卫", "城管");
        assertThat(both.get("conflicts")).hasSize(1);
        assertThat(both.get("conflicts").get(0).get("matters").get(0).asString())
                .isEqualTo("11003");

        // the cell's own authority comes before that of its scheme
        var company = new Api(port).get("/api/v1/crossings?lon=150.504&lat=20.005").json();
        assertThat(texts(company.get("cells"), "authority")).contains("保洁公司", "城管");
        assertThat(company.get("conflicts")).isEmpty();
        assertThat(new Api(port).get("/api/v1/crossings?lon=190&lat=20").status()).isEqualTo(422);
    }

    @Test
    void theDistrictSeesCellsOfTwoAuthoritiesForTheSameMatterWithTheGroundTheyShare() {
        var leader =
                new Api(port).as(accounts.tokenFor(Role.VIEWER, TestDistrict.COUNTY_PATH, null));
        var found = leader.get("/api/v1/crossings/conflicts?area=" + STREET);

        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.json().get("items")).hasSize(1);
        var conflict = found.json().get("items").get(0);
        assertThat(conflict.get("one").get("cellCode").asString()).isEqualTo("T-C1");
        assertThat(conflict.get("other").get("cellCode").asString()).isEqualTo("T-O1");
        // 0.003 by 0.01 degrees at 20 degrees north
        assertThat(conflict.get("squareMetres").asLong()).isBetween(340_000L, 355_000L);
        assertThat(leader.get("/api/v1/crossings/conflicts?area=990702").status()).isEqualTo(422);
    }

    @Test
    void aFileThatNamesASchemeOrACellThereIsNotIsToldSo() throws IOException {
        var report =
                load(
                        "authorities",
                        null,
                        """
                        scheme,cell,authority
                        t-nothing,,x
                        t-order,T-C1,x
                        t-order,,
                        """);
        assertThat(report.rejected()).isEqualTo(3);
    }

    private ImportReport load(
            String kind, @org.jspecify.annotations.Nullable String scheme, String content)
            throws IOException {
        var file = Files.createTempFile("linli-", content.startsWith("{") ? ".geojson" : ".csv");
        Files.writeString(file, content);
        var options =
                new ImportOptions(ZoneId.of("Asia/Shanghai"), Datum.WGS84, scheme, false, false);
        var report =
                importers.stream()
                        .filter(importer -> importer.kind().equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .load(file, options, ImportProgress.SILENT);
        Files.delete(file);
        return report;
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream()
                .map(item -> item.get(field).isNull() ? "" : item.get(field).asString())
                .toList();
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}\n";
    }

    private static String cell(String code, String parent, double west, double east) {
        return """
        {"type":"Feature","properties":{"code":"%s","parent_code":"%s","level":"grid","name":"%s"},
        "geometry":{"type":"Polygon","coordinates":[[[%s,20.0],[%s,20.0],[%s,20.01],[%s,20.01],\
        [%s,20.0]]]}}\
        """
                .formatted(code, parent, code, west, east, east, west, west);
    }
}
