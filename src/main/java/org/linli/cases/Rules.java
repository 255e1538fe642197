package org.linli.cases;

/**
 * The numbers of the flow that a district might choose otherwise, in one place.
 *
 * @param returnsUntilRuling how often units may send a case back on one clock until the shift
 *     leader rules whose it is (推诿认定)
 */
record Rules(int returnsUntilRuling) {

    /** As most districts have them. */
    static final Rules USUAL = new Rules(2);
}
