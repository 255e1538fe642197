package org.linli.launch.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.launch.durability.Server.Listed;

/**
 * What the audit trail says of the reports that are stored.
 *
 * @param reported the number of each case whose report it tells of, as often as it does
 * @param holds whether the trail itself is as it was sealed
 * @param said what a check of it came to, in words
 */
record Traces(List<String> reported, boolean holds, String said) {

    Traces {
        reported = List.copyOf(reported);
    }

    /** Each report without exactly one event, and whatever is wrong with the trail itself. */
    List<String> faults(List<Listed> stored) {
        Map<String, Long> events =
                reported.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var faults = new ArrayList<String>();
        stored.stream()
                .map(Listed::caseNo)
                .filter(caseNo -> events.getOrDefault(caseNo, 0L) != 1)
                .map(caseNo -> caseNo + " × " + events.getOrDefault(caseNo, 0L))
                .forEach(faults::add);
        if (!holds) {
            faults.add(said);
        }
        return faults;
    }
}
