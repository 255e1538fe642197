package org.linli.rules;

/**
 * Rules by the number they are kept under. A case is filed under one, and keeps it.
 *
 * @param version of all districts' together; {@link #SHIPPED} is 0
 */
public record DistrictRules(int version, Rules rules) {

    /** Those of a district that has decided nothing, and of history that does not say. */
    public static final DistrictRules SHIPPED = new DistrictRules(0, Rules.USUAL);
}
