package org.linli.access.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part; null at the end
 */
@Classified(FieldClass.C0)
record Page<T>(List<T> items, @Nullable String next) {

    private static final int LARGEST = 200;

    static int checkedLimit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new InvalidValue("request/out-of-range", "limit", 1, LARGEST);
        }
        return limit;
    }

    /**
     * @param found one more than the limit, where there is more
     */
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
