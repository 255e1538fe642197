package org.linli.cases.history;

import java.util.List;

/**
 * A case whose steps came in a list.
 *
 * @param known what the list knows of it that its row does not
 * @param rows the list as the file has it
 * @param events everything that happened to it, corrections last
 */
record Relisted(
        StoredCase before, Course.Known known, List<ListedStep> rows, List<PastEvent> events) {

    Relisted {
        rows = List.copyOf(rows);
        events = List.copyOf(events);
    }
}
