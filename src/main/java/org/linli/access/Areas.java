package org.linli.access;

import java.util.List;
import java.util.Optional;

/**
 * What access must know of the land without depending on it: the module that keeps the divisions
 * answers.
 */
public interface Areas {

    /** The division or cell with this code now, or empty if there is none. */
    Optional<Area> find(String code);

    /** The paths it had while it, or what it lies in, lay elsewhere; mostly none. */
    List<String> formerPaths(String code);
}
