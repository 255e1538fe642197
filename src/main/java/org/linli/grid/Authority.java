package org.linli.grid;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers in the cells of a scheme.
 *
 * @param cell the one cell that is meant; empty for all of the scheme
 * @param unitCode the unit that it is here; null for one that answers for no cases here
 * @param matters codes of matters, or their first digits
 */
record Authority(
        String scheme, String cell, String name, @Nullable String unitCode, List<String> matters) {

    Authority {
        matters = List.copyOf(matters);
    }

    /** What both answer for; nothing where they are one and the same. */
    List<String> sharedWith(Authority other) {
        return name.equals(other.name)
                ? List.of()
                : matters.stream().flatMap(mine -> shared(mine, other)).distinct().toList();
    }

    private static Stream<String> shared(String mine, Authority other) {
        return other.matters.stream()
                .filter(theirs -> mine.startsWith(theirs) || theirs.startsWith(mine))
                .map(theirs -> mine.length() > theirs.length() ? mine : theirs);
    }
}
