package org.linli.access;

import java.util.List;

/**
 * A person of staff or an administrator, as far as access knows them.
 *
 * @param id stable, such as {@code staff:W0001}
 * @param active false once the person has left
 * @param posts the posts held now
 */
public record Account(String id, String name, boolean active, List<Post> posts) {

    public Account {
        posts = List.copyOf(posts);
    }

    /** The account as somebody who acts; one who has left holds no posts. */
    public Actor actor() {
        return new Actor(id, name, active ? posts : List.of());
    }
}
