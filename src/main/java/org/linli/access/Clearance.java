package org.linli.access;

import org.linli.platform.fields.FieldClass;

/**
 * How much somebody may be told of a thing. {@link Policy} gives it, and what it does not cover is
 * not written into their answer, whatever the answer holds.
 */
public final class Clearance {

    /** Of no person: what everybody may know. */
    static final Clearance OF_NOBODY = new Clearance(FieldClass.C0);

    /**
     * Of oneself: who has proven at a counter who they are, or holds the code that was made for
     * them alone.
     */
    public static final Clearance OF_ONESELF = new Clearance(FieldClass.C2);

    private final FieldClass most;

    Clearance(FieldClass most) {
        this.most = most;
    }

    public boolean covers(FieldClass fields) {
        return most.covers(fields);
    }

    /** An answer to whom this was given. */
    public <T> Told<T> tell(T answer) {
        return new Told<>(answer, this);
    }
}
