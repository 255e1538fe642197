package org.linli.cases;

import java.time.Period;

/**
 * The numbers of the flow that a district might choose otherwise, in one place (DOMAIN §2.4).
 *
 * @param returnsUntilRuling how often units may send a case back on one clock until the shift
 *     leader rules whose it is (推诿认定)
 * @param reworksUntilRuling how often a check may find one unit's work wanting until the shift
 *     leader says who goes on (返工)
 * @param extensions how often the limit of one clock may be granted once more (延期)
 * @param longestHold how long a case may be put on hold, once (挂账)
 */
record Rules(int returnsUntilRuling, int reworksUntilRuling, int extensions, Period longestHold) {

    /** As most districts have them. */
    static final Rules USUAL = new Rules(2, 3, 2, Period.ofYears(1));
}
