package org.linli.oncall;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.calendar.Calendar;
import org.linli.calendar.TimeLimit;
import org.linli.cases.CaseLog;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.LoggedEvent;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.springframework.stereotype.Component;

/** Finds in the log of cases what cannot wait, and when somebody took it. */
@Component
class UrgentOrders implements Follower<LoggedEvent> {

    private static final String DISPATCHED = "DISPATCHED";

    private static final Set<String> GIVING =
            Set.of(
                    Kind.DISPATCH.code(),
                    Kind.DISPATCH_AGAIN.code(),
                    Kind.MATCH.code(),
                    Kind.RULE.code());

    private static final Set<String> ANSWERING =
            Set.of(Kind.TAKE.code(), Kind.HANDLE.code(), Kind.RETURN.code());

    /** Nobody is called from their bed for what was given longer ago. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final CaseLog log;
    private final OrderStore store;
    private final Calendar calendar;
    private final Grid grid;
    private final Clock clock;

    UrgentOrders(CaseLog log, OrderStore store, Calendar calendar, Grid grid, Clock clock) {
        this.log = log;
        this.store = store;
        this.calendar = calendar;
        this.grid = grid;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "oncall.orders";
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
    public void follow(List<LoggedEvent> happened) {
        var keys = happened.stream().map(LoggedEvent::key).collect(Collectors.toSet());
        var waiting = new HashSet<>(store.waiting(keys));
        for (var event : happened) {
            if (waiting.contains(event.key()) && (answers(event) || moves(event))) {
                store.end(event.key(), event.at(), answers(event));
                waiting.remove(event.key());
            }
            if (isUrgent(event)) {
                store.add(order(event), isNews(event) ? clock.instant() : null);
                waiting.add(event.key());
            }
        }
    }

    @Override
    public void forget() {
        store.forget();
    }

    private static boolean answers(LoggedEvent event) {
        return ANSWERING.contains(event.step());
    }

    /** Whether it is no longer with the unit, or no longer to be solved now. */
    private static boolean moves(LoggedEvent event) {
        return !event.state().equals(DISPATCHED)
                || GIVING.contains(event.step())
                || event.carried().containsKey("heldUntil");
    }

    /** By its limit, or because nobody sits at a desk at this time. */
    private boolean isUrgent(LoggedEvent event) {
        return GIVING.contains(event.step())
                && event.unitCode() != null
                && !event.subject().imported()
                && (!calendar.workingTime().isWorking(event.at())
                        || store.limit(event.key())
                                .map(TimeLimit::parse)
                                .filter(limit -> limit.kind() == TimeLimit.Kind.CONTINUOUS_HOURS)
                                .isPresent());
    }

    private boolean isNews(LoggedEvent event) {
        return event.at().isAfter(clock.instant().minus(NEWS));
    }

    private Order order(LoggedEvent event) {
        var subject = event.subject();
        return new Order(
                event.key().countyCode(),
                event.id(),
                event.key().id(),
                subject.caseNo(),
                subject.matterCode(),
                Objects.requireNonNull(event.unitCode()),
                subject.path(),
                street(subject.path()),
                event.at(),
                0);
    }

    private String street(String path) {
        return List.of(path.split("/", -1)).stream()
                .flatMap(code -> grid.division(code).stream())
                .filter(division -> division.level() == Level.STREET)
                .map(Division::code)
                .findFirst()
                .orElse("");
    }
}
