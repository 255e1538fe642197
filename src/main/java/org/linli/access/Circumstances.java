package org.linli.access;

/**
 * What else counts when somebody wants to do something.
 *
 * @param justProven whether the actor has shown just now that it is they who sit there
 */
public record Circumstances(boolean justProven) {

    public static final Circumstances USUAL = new Circumstances(false);

    public static final Circumstances JUST_PROVEN = new Circumstances(true);
}
