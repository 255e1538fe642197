package org.linli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.Importer;
import org.springframework.stereotype.Component;

/**
 * A small district on open sea for tests: a street, a community and two square cells of about a
 * kilometre, {@link #WEST} and {@link #EAST}, that share a border at 150.01 degrees east; and two
 * units, {@link #LIGHTS} and {@link #CLEANING}. Loading it twice changes nothing.
 */
@Component
public class TestDistrict {

    public static final String COUNTY = "990801";
    public static final String STREET = "990801001";
    public static final String COMMUNITY = "990801001001";
    public static final String WEST = "990801001001001";
    public static final String EAST = "990801001001002";
    public static final String COUNTY_PATH = "/990000/990800/990801/";
    public static final String STREET_PATH = COUNTY_PATH + STREET + "/";
    public static final String COMMUNITY_PATH = STREET_PATH + COMMUNITY + "/";
    public static final String WEST_PATH = COMMUNITY_PATH + WEST + "/";
    public static final String EAST_PATH = COMMUNITY_PATH + EAST + "/";
    public static final String LIGHTS = "T-LIGHTS";
    public static final String CLEANING = "T-CLEAN";

    /** Degrees east and north of a point well inside the western cell. */
    public static final double WEST_LON = 150.005;

    public static final double EAST_LON = 150.015;
    public static final double LAT = 20.005;

    private static final String DIVISIONS =
            """
            {"type":"FeatureCollection","features":[
            %s,%s,%s,%s,%s,%s,%s]}
            """
                    .formatted(
                            area("990000", "", "province", "试验省"),
                            area("990800", "990000", "city", "试验市"),
                            area(COUNTY, "990800", "district", "试验区"),
                            area(STREET, COUNTY, "street", "试验街道"),
                            area(COMMUNITY, STREET, "community", "试验社区"),
                            cell(WEST, "西格", 150.00),
                            cell(EAST, "东格", 150.01));

    private static final String UNITS =
            """
            unit_code,name,kind,area_code
            %s,路灯管理所,utility,%s
            %s,环卫所,department,%s
            """
                    .formatted(LIGHTS, COUNTY, CLEANING, COUNTY);

    private final List<Importer> importers;

    TestDistrict(List<Importer> importers) {
        this.importers = importers;
    }

    /** Loads the land and the units, unless they are there. */
    public void load() {
        load("divisions", ".geojson", DIVISIONS);
        load("units", ".csv", UNITS);
    }

    private void load(String kind, String suffix, String content) {
        try {
            var file = Files.createTempFile("linli-test-", suffix);
            try {
                Files.writeString(file, content);
                var report =
                        importer(kind).load(file, ImportOptions.standard(), ImportProgress.SILENT);
                if (report.rejected() > 0) {
                    throw new IllegalStateException(report.toString());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Importer importer(String kind) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String area(String code, String parent, String level, String name) {
        return feature(code, parent, level, name, "null");
    }

    private static String cell(String code, String name, double west) {
        var east = west + 0.01;
        var ring =
                "{\"type\":\"Polygon\",\"coordinates\":[[[%s,20.0],[%s,20.0],[%s,20.01],[%s,20.01],[%s,20.0]]]}"
                        .formatted(west, east, east, west, west);
        return feature(code, COMMUNITY, "grid", name, ring);
    }

    private static String feature(
            String code, String parent, String level, String name, String geometry) {
        return """
        {"type":"Feature","properties":{"code":"%s","parent_code":"%s","level":"%s","name":"%s"},
        "geometry":%s}\
        """
                .formatted(code, parent, level, name, geometry);
    }
}
