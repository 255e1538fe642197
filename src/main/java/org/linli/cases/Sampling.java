package org.linli.cases;

import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Draws cases the grid closed itself for an independent check (抽查), each with the same chance. */
@Component
class Sampling {

    private final double rate;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param rate the share that is drawn, 0 to 1
     */
    Sampling(@Value("${linli.cases.sample-rate:0.05}") double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "linli.cases.sample-rate must be from 0 to 1, not " + rate);
        }
        this.rate = rate;
    }

    boolean drawn() {
        return random.nextDouble() < rate;
    }
}
