package org.linli.charter;

import org.linli.platform.charter.CharterRule;

/**
 * Something in this installation that the charter forbids.
 *
 * @param where column, words, setting, or what a module names
 */
public record Breach(CharterRule rule, String where, String name) {}
