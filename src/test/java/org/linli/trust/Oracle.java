package org.linli.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * What {@code access-matrix.csv} expects: written by hand, and never derived from the code that it
 * judges. Its own head says how it is read. The first row that fits an operation and a caller
 * holds.
 */
final class Oracle {

    private static final int COLUMNS = 2 + Relation.values().length;

    /** Where the thing that is asked for lies, seen from the caller. */
    enum Relation {
        OWN,
        SIBLING,
        ANCESTOR,
        FOREIGN
    }

    private record Row(String operation, Set<String> callers, List<String> expected) {

        boolean fits(String asked, String caller) {
            return (operation.equals("*") || operation.equals(asked))
                    && (callers.contains("*") || callers.contains(caller));
        }
    }

    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> undescribed = new HashMap<>();

    private Oracle() {}

    static Oracle read() {
        try {
            var file = new ClassPathResource("access-matrix.csv");
            return of(file.getContentAsString(StandardCharsets.UTF_8).lines());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Oracle of(Stream<String> lines) {
        var oracle = new Oracle();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).forEach(oracle::add);
        return oracle;
    }

    private void add(String line) {
        var cells = line.split(",", -1);
        if (cells[0].startsWith("group ")) {
            groups.put(cells[0].substring("group ".length()), members(cells[1]));
        } else if (cells[1].equals("undescribed")) {
            undescribed.put(cells[0], cells[2]);
        } else if (cells.length == COLUMNS) {
            rows.add(
                    new Row(
                            cells[0],
                            new LinkedHashSet<>(members(cells[1])),
                            List.of(cells).subList(2, COLUMNS)));
        } else {
            throw new IllegalArgumentException("Not a row of the oracle: " + line);
        }
    }

    private List<String> members(String names) {
        return Stream.of(names.split(" ", -1))
                .flatMap(name -> groups.getOrDefault(name, List.of(name)).stream())
                .toList();
    }

    /**
     * What is expected; {@code -} where nothing is to be asked.
     *
     * @throws IllegalStateException if no row says
     */
    String expected(String operation, String caller, Relation relation) {
        return rows.stream()
                .filter(row -> row.fits(operation, caller))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "access-matrix.csv has no row for %s as %s"
                                        .formatted(operation, caller)))
                .expected
                .get(relation.ordinal());
    }

    /** Whether a caller may read what {@code SEE …} rows say of a class of fields. */
    boolean maySee(String fields, String caller, Relation relation) {
        return expected("SEE " + fields, caller, relation).equals("yes");
    }

    /** Operations with a row, without those that the API's description leaves out. */
    Set<String> described() {
        var operations = new LinkedHashSet<String>();
        rows.stream()
                .map(row -> row.operation.replaceFirst(" @.*", ""))
                .filter(operation -> !operation.equals("*") && !operation.startsWith("SEE "))
                .forEach(operations::add);
        return operations;
    }

    /** Operations that the API's description leaves out, with the reason. */
    Map<String, String> undescribed() {
        return Map.copyOf(undescribed);
    }

    /** Every operation with rows, its positions apart, as the matrix asks them. */
    Set<String> asked() {
        var operations = new LinkedHashSet<String>();
        rows.stream()
                .map(Row::operation)
                .filter(operation -> !operation.equals("*") && !operation.startsWith("SEE "))
                .forEach(operations::add);
        return operations;
    }
}
