package org.linli.access;

import java.util.List;

/**
 * A person of staff or an administrator, as far as access knows them.
 *
 * @param id stable, such as {@code staff:W0001}
 * @param active false once the person has left
 * @param posts the posts held now
 * @param isSound whether all of them are as Linli gave them; else they give no right
 */
public record Account(String id, String name, boolean active, List<Post> posts, boolean isSound) {

    public Account {
        posts = List.copyOf(posts);
    }

    /** One whose posts are as Linli gave them. */
    public Account(String id, String name, boolean active, List<Post> posts) {
        this(id, name, active, posts, true);
    }

    /** The account as somebody who acts; one who has left holds no posts. */
    public Actor actor() {
        return new Actor(id, name, active && isSound ? posts : List.of());
    }
}
