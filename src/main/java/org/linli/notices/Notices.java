package org.linli.notices;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.linli.access.AccessContext;
import org.springframework.stereotype.Component;

/**
 * The front door: tells people with an account something, in their inbox, and by the other channels
 * that each has chosen. Nobody is told twice of what has the same key, so it may be called again.
 */
@Component
public class Notices {

    private final NoticeStore store;
    private final Streets streets;
    private final Clock clock;

    Notices(NoticeStore store, Streets streets, Clock clock) {
        this.store = store;
        this.streets = streets;
        this.clock = clock;
    }

    /**
     * Tells these accounts; whoever of them was told before is not told again. What it stores is
     * part of the caller's transaction.
     *
     * @param accounts by id, such as {@code staff:W0001}
     */
    public void tell(Collection<String> accounts, News news) {
        if (accounts.isEmpty()) {
            return;
        }
        Set<String> each = new TreeSet<>(accounts);
        var line = Line.of(news, streets, clock.instant());
        AccessContext.asSystem("notices", () -> store.add(each, line));
    }
}
