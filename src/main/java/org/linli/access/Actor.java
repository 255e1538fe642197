package org.linli.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person of staff, a script with a token, or a resident nobody knows.
 *
 * @param id stable: {@code staff:W0001}, {@code token:7}, or {@code anonymous}
 * @param name shown beside what they did; empty for residents
 * @param posts the posts held now, also over the former paths of areas that have moved; none for
 *     residents
 */
public record Actor(String id, String name, List<Post> posts) {

    /** A resident without an account. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "", List.of());

    private static final Set<Role> FIELD =
            EnumSet.of(
                    Role.GRID_MEMBER,
                    Role.GRID_HEAD,
                    Role.GRID_ASSISTANT,
                    Role.SECONDED_OFFICER,
                    Role.GRID_INFORMANT);

    public Actor {
        posts = List.copyOf(posts);
    }

    public boolean isAnonymous() {
        return this.equals(ANONYMOUS);
    }

    /** A script with a service token, rather than a person. */
    public boolean isToken() {
        return id.startsWith("token:");
    }

    /** Whether every post is one of those who walk through their cells. */
    public boolean worksInTheFieldOnly() {
        return !posts.isEmpty() && posts.stream().allMatch(post -> FIELD.contains(post.role()));
    }

    /** Whether any post is held in this unit; none is in no unit. */
    public boolean isOf(@Nullable String unitCode) {
        return unitCode != null
                && posts.stream().anyMatch(post -> unitCode.equals(post.unitCode()));
    }

    /** The posts with one of these roles. */
    public Stream<Post> postsAs(Set<Role> roles) {
        return posts.stream().filter(post -> roles.contains(post.role()));
    }
}
