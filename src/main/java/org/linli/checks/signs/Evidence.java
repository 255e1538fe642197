package org.linli.checks.signs;

import java.util.Map;
import org.linli.cases.CaseKey;

/**
 * That a case shows a sign, and what is to be seen of it.
 *
 * @param facts numbers, times and other cases by their keys; never a person
 */
public record Evidence(CaseKey key, Sign sign, Map<String, Object> facts) {

    public Evidence {
        facts = Map.copyOf(facts);
    }
}
