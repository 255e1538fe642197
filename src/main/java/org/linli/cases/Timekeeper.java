package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.linli.access.AccessContext;
import org.linli.cases.DueStore.Fallen;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.linli.platform.rounds.Round;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps when something falls due while cases wait, by the log of cases, and tells of each once. It
 * is forgotten as soon as the case waits no more, and the steps themselves know nothing of it.
 */
abstract class Timekeeper implements Follower<LoggedEvent>, Round {

    /** Who was away for longer looks at their list, not at what they were not told. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final int AT_ONCE = 200;

    private final CaseLog log;
    private final DueStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Timekeeper(
            CaseLog log,
            DueStore store,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.store = store;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to come of these cases, by what they are now; of those that do not wait, nothing. */
    abstract List<Due> toCome(Collection<CaseKey> keys);

    @Override
    public EventLog<LoggedEvent> log() {
        return log;
    }

    @Override
    public Beginning beginning() {
        return Beginning.START;
    }

    /** By what the cases are now: whatever comes after an event is followed too. */
    @Override
    public void follow(List<LoggedEvent> happened) {
        var keys = happened.stream().map(LoggedEvent::key).collect(Collectors.toSet());
        var toCome = toCome(keys);
        var over = new HashSet<>(keys);
        toCome.forEach(due -> over.remove(due.key()));
        store.forget(over);
        var now = clock.instant();
        store.put(toCome, now.minus(NEWS), now);
    }

    @Override
    public void forget() {
        store.forgetAll();
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void go() {
        AccessContext.asSystem(name(), () -> tell(clock.instant()));
    }

    /** Tells of what has fallen due by now: some at a time, so that nobody waits for all of it. */
    void tell(Instant now) {
        while (tellSome(now) > 0) {}
    }

    private int tellSome(Instant now) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var fallen = store.fallen(now, AT_ONCE);
                    fallen.forEach(one -> tell(one, now));
                    return fallen.size();
                }));
    }

    private void tell(Fallen fallen, Instant now) {
        var isNews = fallen.due().at().isAfter(now.minus(NEWS));
        store.settle(fallen.due(), isNews, now);
        if (isNews) {
            events.publishEvent(fallen.news());
        }
    }
}
