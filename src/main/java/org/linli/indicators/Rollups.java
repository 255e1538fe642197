package org.linli.indicators;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.access.AccessContext;
import org.linli.cases.CaseKey;
import org.linli.cases.CaseLog;
import org.linli.cases.HeldTimes;
import org.linli.cases.LoggedEvent;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.linli.platform.rounds.Round;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps count of cases as they move, so that a board need not look at a million of them. It follows
 * the log of cases, and could be made again from it.
 */
@Component
class Rollups implements Follower<LoggedEvent>, Round {

    /** What its bookmark is stored under. */
    static final String NAME = "indicators";

    private static final int BATCH = 1_000;

    private static final Set<String> MOVING_TIME =
            Set.of("handle", "help", "confirm", "call-back", "rework", "reopen", "rule", "approve");

    private final RollupStore store;
    private final HeldTimeStore times;
    private final HeldTimes heldTimes;
    private final CaseLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rollups(
            RollupStore store,
            HeldTimeStore times,
            HeldTimes heldTimes,
            CaseLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.times = times;
        this.heldTimes = heldTimes;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EventLog<LoggedEvent> log() {
        return log;
    }

    @Override
    public Beginning beginning() {
        return Beginning.START;
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        store.lock();
        store.countAnew(keys(events.stream()), clock.instant());
        var stopped = keys(events.stream().filter(Rollups::movesTime));
        if (!stopped.isEmpty()) {
            times.keep(heldTimes.of(stopped));
        }
    }

    private static List<CaseKey> keys(Stream<LoggedEvent> events) {
        return events.map(LoggedEvent::key).distinct().toList();
    }

    /** Whether a clock stops by it, or runs again, or its time is charged to another. */
    private static boolean movesTime(LoggedEvent event) {
        return MOVING_TIME.contains(event.step())
                || event.subject().imported() && event.state().equals("CLOSED");
    }

    @Override
    public void forget() {
        store.forget();
        times.forget();
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void go() {
        turn();
    }

    /**
     * Counts what fell due, or came off hold, since the last time: nobody moves a case for that.
     */
    void turn() {
        while (AccessContext.asSystem(NAME, () -> turned() == BATCH)) {}
    }

    private int turned() {
        var counted =
                transaction.execute(_ -> {
                    store.lock();
                    var now = clock.instant();
                    var cases = store.turning(now, BATCH);
                    if (!cases.isEmpty()) {
                        store.countAnew(cases, now);
                    }
                    return cases.size();
                });
        return counted == null ? 0 : counted;
    }
}
