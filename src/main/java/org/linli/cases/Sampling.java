package org.linli.cases;

import java.security.SecureRandom;
import org.linli.cases.CaseState.Filing;
import org.linli.catalogue.Condition;
import org.springframework.stereotype.Component;

/**
 * Draws cases the grid closed itself for an independent check (抽查), each of a kind with the same
 * chance.
 */
@Component
class Sampling {

    private final SecureRandom random = new SecureRandom();

    /** Whether a closing under this filing is, by the rate its district's rules have for it. */
    boolean drawn(Filing filing) {
        return random.nextDouble() < rate(filing);
    }

    /** The share that is drawn of closings under such a filing. */
    static double rate(Filing filing) {
        var urgent = filing.conditionNo() == Condition.URGENT;
        return filing.rules().samplingRate(filing.matterCode(), urgent);
    }
}
