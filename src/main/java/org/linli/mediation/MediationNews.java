package org.linli.mediation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a mediation that whoever mediates has to know, and nothing of what was said.
 * Published inside the transaction that writes it down, so that what a listener stores in it is
 * stored once.
 *
 * @param version of the mediation that it made
 * @param path where about it is
 * @param mediator the account of whoever has it; null while nobody has taken it
 * @param actor whoever did it
 */
public record MediationNews(
        UUID id, int version, What what, String path, @Nullable String mediator, String actor) {

    public enum What {
        /** Somebody asks for one; it waits for a mediator. */
        ASKED,
        /** The other one wants it, too. */
        AGREED,
        /** The other one does not want it. */
        DECLINED,
        /** One of the two has something to say. */
        TOLD,
        /** Both have signed. */
        SIGNED,
        /** One of the two has left. */
        LEFT
    }
}
