package org.linli.evidence;

import org.linli.access.Actor;

/**
 * Says who may see the photos of one kind of record. A module whose records hold photos offers one,
 * because the photos themselves know nothing of areas and units.
 */
public interface PhotoRight {

    /** The kind of {@link Holder} it speaks for. */
    String kind();

    /** Whether an actor may see the record, and so its photos. */
    boolean maySee(Actor actor, Holder holder);
}
