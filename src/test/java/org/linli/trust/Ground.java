package org.linli.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.Importer;
import org.linli.trust.Oracle.Relation;

/**
 * Two counties far out at sea: in one a street with two communities, in the other a street with
 * one; a cell and a unit of its own in each. Whoever acts in the matrix holds a post in {@link
 * #OWN}.
 */
final class Ground {

    static final String OWN = "990701001001";
    static final String OWN_PATH = "/990000/990700/990701/990701001/" + OWN + "/";
    static final String OWN_UNIT = "M-OWN";
    static final String OTHER_UNIT = "M-OTHER";
    static final double LAT = 25.005;

    private static final String SIBLING = "990701001002";
    private static final String COUNTY = "990701";
    private static final String FOREIGN = "990702001001";
    private static final String CITY_PATH = "/990000/990700/";

    private Ground() {}

    /** The area of a relation: what somebody would name in a filter. */
    static String area(Relation relation) {
        return switch (relation) {
            case OWN -> OWN;
            case SIBLING -> SIBLING;
            case ANCESTOR -> COUNTY;
            case FOREIGN -> FOREIGN;
        };
    }

    static String areaPath(Relation relation) {
        return switch (relation) {
            case OWN -> OWN_PATH;
            case SIBLING -> CITY_PATH + "990701/990701001/" + SIBLING + "/";
            case ANCESTOR -> CITY_PATH + "990701/";
            case FOREIGN -> CITY_PATH + "990702/990702001/" + FOREIGN + "/";
        };
    }

    /** The cell of a relation; what belongs to an ancestor lies in none. */
    static String cell(Relation relation) {
        return relation == Relation.ANCESTOR ? "" : area(relation) + "001";
    }

    static double lon(Relation relation) {
        return 152.005 + 0.01 * relation.ordinal();
    }

    static void load(List<Importer> importers) throws IOException {
        load(
                importers,
                "divisions",
                ".geojson",
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + String.join(
                                ",",
                                area("990000", "", "province"),
                                area("990700", "990000", "city"),
                                area(COUNTY, "990700", "district"),
                                area("990702", "990700", "district"),
                                area("990701001", COUNTY, "street"),
                                area("990702001", "990702", "street"),
                                area(OWN, "990701001", "community"),
                                area(SIBLING, "990701001", "community"),
                                area(FOREIGN, "990702001", "community"),
                                drawn(Relation.OWN),
                                drawn(Relation.SIBLING),
                                drawn(Relation.FOREIGN))
                        + "]}");
        load(
                importers,
                "units",
                ".csv",
                """
                unit_code,name,kind,area_code
                %s,本处,department,990701
                %s,他处,department,990702
                """
                        .formatted(OWN_UNIT, OTHER_UNIT));
    }

    private static void load(List<Importer> importers, String kind, String suffix, String content)
            throws IOException {
        var file = Files.createTempFile("linli-matrix-", suffix);
        try {
            Files.writeString(file, content);
            var importer =
                    importers.stream()
                            .filter(it -> it.kind().equals(kind))
                            .findFirst()
                            .orElseThrow();
            var report = importer.load(file, ImportOptions.standard(), ImportProgress.SILENT);
            if (report.rejected() > 0) {
                throw new IllegalStateException(report.toString());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static String area(String code, String parent, String level) {
        return feature(code, parent, level, "null");
    }

    private static String drawn(Relation relation) {
        var west = lon(relation) - 0.005;
        var east = west + 0.01;
        var ring =
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,25.0],[%2$s,25.0],[%2$s,25.01],[%1$s,25.01],[%1$s,25.0]]]}"
                        .formatted(west, east);
        return feature(cell(relation), area(relation), "grid", ring);
    }

    private static String feature(String code, String parent, String level, String geometry) {
        return """
        {"type":"Feature","properties":{"code":"%s","parent_code":"%s","level":"%s","name":"地%s"},
        "geometry":%s}\
        """
                .formatted(code, parent, level, code, geometry);
    }
}
