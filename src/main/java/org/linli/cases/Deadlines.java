package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.access.AccessContext;
import org.linli.calendar.Calendar;
import org.linli.cases.DeadlineStore.Made;
import org.linli.cases.DeadlineStore.Reached;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.linli.platform.rounds.Round;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what comes up on each clock that runs, by the log of cases, and tells {@link
 * DeadlineReached} of each once. The steps themselves know nothing of it.
 */
@Component
class Deadlines implements Follower<LoggedEvent>, Round {

    /** Who was away for longer looks at their list, not at what they were not told. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final int AT_ONCE = 200;

    private final CaseLog log;
    private final DeadlineStore store;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(
            CaseLog log,
            DeadlineStore store,
            Calendar calendar,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.store = store;
        this.calendar = calendar;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cases.deadlines";
    }

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
        var clocks = store.clocks(keys);
        var over = new HashSet<>(keys);
        clocks.forEach(open -> over.remove(open.key()));
        store.forget(over);
        var now = clock.instant();
        store.put(clocks.stream().flatMap(this::made).toList(), now.minus(NEWS), now);
    }

    /** What has been told stays told. */
    @Override
    public void forget() {
        store.forgetAll();
    }

    private Stream<Made> made(OpenClock open) {
        return open.deadlines(calendar.workingTime()).entrySet().stream()
                .map(deadline ->
                        new Made(
                                open.key().countyCode(),
                                open.key().id(),
                                open.startedAt(),
                                deadline.getKey().name(),
                                deadline.getValue(),
                                open.dueAt()));
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void go() {
        tell();
    }

    /** Tells of what has come by now, and says of how many cases. */
    int tell() {
        return AccessContext.asSystem("deadlines", () -> tell(clock.instant()));
    }

    /** Some at a time, so that after a pause nobody waits for all of it. */
    int tell(Instant now) {
        var told = 0;
        for (var some = tellSome(now); some > 0; some = tellSome(now)) {
            told += some;
        }
        return told;
    }

    private int tellSome(Instant now) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var reached = store.reached(now, AT_ONCE);
                    reached.forEach(deadline -> tell(deadline, now));
                    return reached.size();
                }));
    }

    private void tell(Reached reached, Instant now) {
        var isNews = reached.told().at().isAfter(now.minus(NEWS));
        store.settle(reached, isNews, now);
        if (isNews) {
            events.publishEvent(reached.told());
        }
    }
}
