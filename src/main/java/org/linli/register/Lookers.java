package org.linli.register;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.access.Post;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.springframework.stereotype.Component;

/** Who looks, as others may know it: residents learn the office, colleagues the name. */
@Component
class Lookers {

    private final Units units;
    private final Grid grid;

    Lookers(Units units, Grid grid) {
        this.units = units;
        this.grid = grid;
    }

    /** The office somebody looks things up for; empty if none has a name. */
    String office(Actor actor) {
        return post(actor).map(this::office).orElse("");
    }

    /** The area that answers for what they do. */
    String path(Actor actor) {
        return post(actor).map(Post::areaPath).orElse(Post.EVERYWHERE);
    }

    private static Optional<Post> post(Actor actor) {
        return actor.posts().stream()
                .filter(post ->
                        Policy.mayAnywhere(
                                new Actor(actor.id(), actor.name(), List.of(post)),
                                Action.REGISTER_READ))
                .findFirst()
                .or(() -> actor.posts().stream().findFirst());
    }

    private String office(Post post) {
        return Optional.ofNullable(unitName(post.unitCode()))
                .or(() -> grid.division(post.areaCode()).map(Division::name))
                .orElse("");
    }

    private @Nullable String unitName(@Nullable String code) {
        return code == null ? null : units.nameOf(code).orElse(null);
    }
}
