package org.linli.cases;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.linli.calendar.Calendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what comes up on each clock that runs, and tells that a {@linkplain DeadlineReached
 * deadline is reached}.
 */
@Component
class Deadlines extends Timekeeper {

    private final DeadlineStore store;
    private final Calendar calendar;

    Deadlines(
            CaseLog log,
            DeadlineStore store,
            Calendar calendar,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        super(log, store, events, transaction, clock);
        this.store = store;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "cases.deadlines";
    }

    @Override
    List<Due> toCome(Collection<CaseKey> keys) {
        return store.clocks(keys).stream().flatMap(this::toCome).toList();
    }

    private Stream<Due> toCome(OpenClock open) {
        return open.deadlines(calendar.workingTime()).entrySet().stream()
                .map(deadline ->
                        new Due(
                                open.key().countyCode(),
                                open.key().id(),
                                deadline.getKey().name(),
                                open.startedAt(),
                                deadline.getValue(),
                                open.dueAt()));
    }
}
