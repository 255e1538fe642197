package org.linli.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.FieldClass;

/**
 * What an action is asked for, as far as the right to it depends on the thing.
 *
 * @param path where it lies: the codes from the top down, each between slashes
 * @param unitCode the unit that answers for it now; null while none does
 * @param reporter the actor who reported it; null if nobody known did
 * @param handlers the actors who handled it
 * @param over whether nothing is left to do about it
 * @param fields the most delicate thing to be known of it by the action
 * @param officePath where the office lies that it was sent up or given down to; null where it was
 *     not
 */
public record Resource(
        String path,
        @Nullable String unitCode,
        @Nullable String reporter,
        Set<String> handlers,
        boolean over,
        FieldClass fields,
        @Nullable String officePath) {

    public Resource {
        handlers = Set.copyOf(handlers);
    }

    /** Something of which no more is to be known than work on it takes. */
    public Resource(
            String path,
            @Nullable String unitCode,
            @Nullable String reporter,
            Set<String> handlers) {
        this(path, unitCode, reporter, handlers, false, FieldClass.C1, null);
    }

    /** The same, where something as delicate as this is to be known of it. */
    public Resource with(FieldClass delicate) {
        return new Resource(path, unitCode, reporter, handlers, over, delicate, officePath);
    }

    /** The same, sent up or given down to the office of this place. */
    public Resource atOffice(String office) {
        return new Resource(path, unitCode, reporter, handlers, over, fields, office);
    }

    /** Something whose right depends on nothing but where it lies. */
    public static Resource at(String path) {
        return new Resource(path, null, null, Set.of());
    }
}
