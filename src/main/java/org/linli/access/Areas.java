package org.linli.access;

import java.util.Optional;

/**
 * What access must know of the land without depending on it: the module that keeps the divisions
 * answers.
 */
public interface Areas {

    /** The division or cell with this code now, or empty if there is none. */
    Optional<Area> find(String code);
}
