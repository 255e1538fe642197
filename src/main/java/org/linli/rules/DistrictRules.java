package org.linli.rules;

import org.linli.access.Actor;

/**
 * Rules by the number they are kept under. A case is filed under one, and keeps it.
 *
 * @param version of all districts' together; {@link #SHIPPED} is 0
 */
public record DistrictRules(int version, Rules rules) {

    /** Those of a district that has decided nothing, and of history that does not say. */
    public static final DistrictRules SHIPPED = new DistrictRules(0, Rules.USUAL);

    /** Somebody, with those of their posts in which they may take a step here. */
    public Actor taker(Actor actor, String step) {
        var roles = rules.roles().get(step);
        return roles == null
                ? actor
                : new Actor(
                        actor.id(),
                        actor.name(),
                        actor.posts().stream()
                                .filter(post -> roles.contains(post.role().code()))
                                .toList());
    }
}
