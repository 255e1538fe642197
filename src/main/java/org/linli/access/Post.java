package org.linli.access;

import org.jspecify.annotations.Nullable;

/**
 * A role held over an area and everything in it.
 *
 * @param areaCode the division or cell
 * @param areaPath the codes from the top down to it, each between slashes, such as {@code
 *     /990000/990100/990104/}; a place lies in the area if its own path begins with this one
 * @param unitCode the unit it is held in; null for posts of no unit
 */
public record Post(Role role, String areaCode, String areaPath, @Nullable String unitCode) {

    /** The code and the path of everything this installation looks after. */
    public static final String EVERYWHERE = "/";

    /** Whether a place with this path lies in the area of the post. */
    public boolean covers(String path) {
        return path.startsWith(areaPath);
    }
}
