package org.linli.indicators;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.linli.access.AccessContext;
import org.linli.platform.log.Followers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts everything again from the cases and compares: each case with what it was counted as, and
 * each count of a day with the cases in it. Also while people work: what moved a moment ago and is
 * not counted yet is told apart.
 */
@Component
public class RollupCheck {

    private static final int SHOWN = 20;

    private final RollupStore store;
    private final Rollups rollups;
    private final Followers followers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RollupCheck(
            RollupStore store,
            Rollups rollups,
            Followers followers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.rollups = rollups;
        this.followers = followers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param days how many counts by day there are
     * @param onTheWay cases that have moved since, and are not counted yet as they stand
     * @param wrong which cases and days are counted wrongly, the first of them
     */
    public record Found(long days, long onTheWay, List<String> wrong) {

        public Found {
            wrong = List.copyOf(wrong);
        }

        public boolean holds() {
            return wrong.isEmpty();
        }
    }

    /** Catches up with the log, and compares. */
    public Found run() {
        followers.catchUp(Rollups.NAME);
        rollups.turn();
        return AccessContext.asSystem("check of the roll-ups", this::compare);
    }

    private Found compare() {
        var found =
                transaction.execute(_ -> {
                    store.lock();
                    var wrong =
                            Stream.concat(
                                            store.misadded(SHOWN).stream(),
                                            store.miscounted(clock.instant(), SHOWN).stream())
                                    .toList();
                    return new Found(store.days(), store.onTheWay(), wrong);
                });
        if (found == null) {
            throw new IllegalStateException("Nothing was compared");
        }
        return found;
    }
}
