package org.linli.access;

/**
 * Whether whoever acts has shown who they are just now, as acts ask for that would do harm in the
 * hands of somebody who found a screen unlocked.
 */
public interface StepUp {

    /**
     * @throws StepUpNeeded unless the actor has shown who they are within the last five minutes
     */
    void require(Actor actor);
}
