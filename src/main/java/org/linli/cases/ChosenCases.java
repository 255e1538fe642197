package org.linli.cases;

import java.util.List;
import org.springframework.stereotype.Component;

/** Shows cases that another module has chosen, as a list shows them. */
@Component
public class ChosenCases {

    private final CaseQueries queries;
    private final CaseItems items;

    ChosenCases(CaseQueries queries, CaseItems items) {
        this.queries = queries;
        this.items = items;
    }

    /** The cases with these keys, in their order. Who may see them is for the caller to know. */
    public List<CaseItem> items(List<CaseKey> keys) {
        return queries.chosen(keys).stream().map(items::item).toList();
    }
}
