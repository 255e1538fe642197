package org.linli.platform.log;

/** Lets work that nobody called for reach all rows; whoever knows the walls answers. */
public interface OnBehalf {

    /**
     * Does work of the system's own.
     *
     * @param what the work, in a few words
     */
    void ofSystem(String what, Runnable work);
}
