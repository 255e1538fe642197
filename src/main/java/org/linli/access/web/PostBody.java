package org.linli.access.web;

import org.jspecify.annotations.Nullable;
import org.linli.access.Post;
import org.linli.access.Posts;

/**
 * A post as a request names it.
 *
 * @param areaCode a division or cell, or {@code /} for everything
 * @param unitCode null for posts of no unit
 */
record PostBody(String role, String areaCode, @Nullable String unitCode) {

    Post in(Posts posts) {
        return posts.of(role, areaCode, unitCode);
    }
}
