package org.linli.access;

/**
 * A division or cell that posts can be held over.
 *
 * @param level such as {@code street}
 * @param path the codes from the top down to it, each between slashes
 */
public record Area(String code, String name, String level, String path) {}
