package org.linli.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.FileRefused;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;
import org.linli.platform.words.Message;
import org.locationtech.jts.geom.Geometry;

/** Reads a file of divisions: which rows can be understood, each by itself. */
final class DivisionFile {

    /** As the contract lists them; in a table the shape stands as WKT in a column of its own. */
    static final List<String> NAMES =
            List.of(
                    "code",
                    "parent_code",
                    "level",
                    "name",
                    "kind",
                    "area_m2",
                    "households",
                    "population",
                    "valid_from",
                    "valid_to");

    static final String GEOMETRY = "geometry";

    private static final Set<String> REQUIRED = Set.of("code", "level", "name");

    private static final Columns OF_FEATURES = new Columns(NAMES, REQUIRED);

    private static final Columns OF_TABLE = new Columns(concat(NAMES, GEOMETRY), REQUIRED);

    private static final Map<String, Level> LEVELS =
            Arrays.stream(Level.values())
                    .collect(Collectors.toMap(Level::code, Function.identity()));

    private static final Map<String, CellKind> KINDS =
            Arrays.stream(CellKind.values())
                    .collect(Collectors.toMap(CellKind::code, Function.identity()));

    /** A code becomes a part of paths and addresses, so it holds nothing that means something. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_.:-]{1,40}");

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 200;
    private static final long MOST = 1_000_000_000_000_000L;

    private final ShapeReader shapes;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Row> rejected = new ArrayList<>();
    private final Set<String> unknownGround = new HashSet<>();
    private final Map<String, Long> rowOfCode = new HashMap<>();
    private final List<Message> notes = new ArrayList<>();

    private DivisionFile(ShapeReader shapes) {
        this.shapes = shapes;
    }

    /**
     * Reads a GeoJSON, CSV or XLSX file.
     *
     * @throws FileRefused if it cannot be read as a whole
     */
    static DivisionFile read(Path file, ImportOptions options) {
        var read = new DivisionFile(new ShapeReader(options.datum()));
        try {
            if (FeatureFile.is(file)) {
                new FeatureFile(OF_FEATURES, options.zone()).read(file, read::takeFeature);
            } else {
                var table = Table.open(file, OF_TABLE, options.zone());
                read.notes.addAll(table.notes());
                table.eachRow(read::takeRow);
            }
        } catch (IOException unreadable) {
            throw new FileRefused("table/unreadable");
        }
        return read;
    }

    /** The rows that can be understood, in their order, each code once. */
    List<Draft> drafts() {
        return drafts;
    }

    /** The other rows; they have said why. */
    List<Row> rejected() {
        return rejected;
    }

    /** Parents of rows whose shape cannot be read: what is a gap in them nobody can say. */
    Set<String> unknownGround() {
        return unknownGround;
    }

    List<Message> notes() {
        return notes;
    }

    private interface Shaping {
        @Nullable Geometry shape() throws ShapeReader.Unreadable;
    }

    private void takeFeature(Row row, tools.jackson.databind.@Nullable JsonNode geometry) {
        take(row, () -> geometry == null ? null : shapes.geoJson(geometry));
    }

    private void takeRow(Row row) {
        var wkt = row.text(GEOMETRY, Integer.MAX_VALUE);
        take(row, () -> wkt.isEmpty() ? null : shapes.wkt(wkt));
    }

    private void take(Row row, Shaping shaping) {
        var code = code(row);
        var shape = shape(row, shaping);
        var level = row.oneOf("level", LEVELS);
        if (level.isEmpty() && row.isSound()) {
            row.reject("level", Message.of("table/required"));
        }
        var draft =
                new Draft(
                        row,
                        code,
                        row.required("name", LONGEST_NAME),
                        level.orElse(Level.PROVINCE),
                        row.oneOf("kind", KINDS).orElse(null),
                        row.find("parent_code", LONGEST_CODE).orElse(null),
                        row.number("area_m2", 0, MOST).map(Math::round).orElse(null),
                        row.whole("households", 0, MOST).orElse(null),
                        row.whole("population", 0, MOST).orElse(null),
                        row.time("valid_from").orElse(null),
                        row.time("valid_to").orElse(null),
                        shape);
        checkValidity(draft);
        sort(draft);
    }

    private void sort(Draft draft) {
        if (draft.row().isSound()) {
            drafts.add(draft);
        } else {
            rejected.add(draft.row());
            unknownGround.add(Objects.requireNonNullElse(draft.parentCode(), ""));
        }
    }

    private String code(Row row) {
        var code = row.required("code", LONGEST_CODE);
        if (row.isSound() && !CODE.matcher(code).matches()) {
            row.reject("code", Message.of("grid/code-unusable"));
        }
        var before = row.isSound() ? rowOfCode.putIfAbsent(code, row.number()) : null;
        if (before != null) {
            row.reject("code", Message.of("grid/code-twice", code, before));
        }
        return code;
    }

    private static @Nullable Geometry shape(Row row, Shaping shaping) {
        try {
            return shaping.shape();
        } catch (ShapeReader.Unreadable unreadable) {
            row.reject("code", unreadable.reason());
            return null;
        }
    }

    private static void checkValidity(Draft draft) {
        var from = draft.validFrom();
        var to = draft.validTo();
        if (from != null && to != null && to.isBefore(from)) {
            draft.row().reject("valid_to", Message.of("grid/ends-before-it-begins"));
        }
    }

    private static List<String> concat(List<String> names, String more) {
        var all = new ArrayList<>(names);
        all.add(more);
        return all;
    }
}
