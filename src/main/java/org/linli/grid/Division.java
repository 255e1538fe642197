package org.linli.grid;

import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * An area of the state or a cell of it, as it stands now. What a code's digits mean is nobody's
 * business: the place in the tree is the path.
 *
 * @param kind null unless somebody said it
 * @param parentCode null at the top
 * @param path the codes from the top down to this one, each between slashes: {@code
 *     /990000/990100/990104/}
 */
@Classified(FieldClass.C0)
public record Division(
        String code,
        String name,
        Level level,
        @Nullable CellKind kind,
        @Nullable String parentCode,
        String path) {

    /** The same at a place in the tree. */
    Division at(String place) {
        return new Division(code, name, level, kind, parentCode, place);
    }

    /** Whether the other one is this one or lies in it. */
    public boolean holds(Division other) {
        return other.path.startsWith(path);
    }
}
