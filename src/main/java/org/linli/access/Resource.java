package org.linli.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an action is asked for, as far as the right to it depends on the thing.
 *
 * @param path where it lies: the codes from the top down, each between slashes
 * @param unitCode the unit that answers for it now; null while none does
 * @param reporter the actor who reported it; null if nobody known did
 * @param handlers the actors who handled it
 */
public record Resource(
        String path, @Nullable String unitCode, @Nullable String reporter, Set<String> handlers) {

    public Resource {
        handlers = Set.copyOf(handlers);
    }

    /** Something whose right depends on nothing but where it lies. */
    public static Resource at(String path) {
        return new Resource(path, null, null, Set.of());
    }
}
