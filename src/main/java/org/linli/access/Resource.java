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
 * @param coUnits the units that help with it, or were called to it
 */
public record Resource(
        String path,
        @Nullable String unitCode,
        @Nullable String reporter,
        Set<String> handlers,
        boolean over,
        FieldClass fields,
        @Nullable String officePath,
        Set<String> coUnits) {

    public Resource {
        handlers = Set.copyOf(handlers);
        coUnits = Set.copyOf(coUnits);
    }

    /** Something of which no more is to be known than work on it takes. */
    public Resource(
            String path,
            @Nullable String unitCode,
            @Nullable String reporter,
            Set<String> handlers) {
        this(path, unitCode, reporter, handlers, false, FieldClass.C1, null, Set.of());
    }

    /** The same, where something as delicate as this is to be known of it. */
    public Resource with(FieldClass delicate) {
        return new Resource(
                path, unitCode, reporter, handlers, over, delicate, officePath, coUnits);
    }

    /** The same, sent up or given down to the office of this place. */
    public Resource atOffice(String office) {
        return new Resource(path, unitCode, reporter, handlers, over, fields, office, coUnits);
    }

    /** The same, with these units beside the one that answers for it. */
    public Resource with(Set<String> others) {
        return new Resource(path, unitCode, reporter, handlers, over, fields, officePath, others);
    }

    /** Something whose right depends on nothing but where it lies. */
    public static Resource at(String path) {
        return new Resource(path, null, null, Set.of());
    }
}
