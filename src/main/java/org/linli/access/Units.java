package org.linli.access;

import java.util.Optional;

/**
 * What access must know of units without depending on them: the module that keeps the units
 * answers.
 */
public interface Units {

    /** The name of the unit with this code, or empty if there is no such unit. */
    Optional<String> nameOf(String code);
}
