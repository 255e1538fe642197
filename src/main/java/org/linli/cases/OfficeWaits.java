package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.linli.access.AccessContext;
import org.linli.calendar.Calendar;
import org.linli.cases.OfficeWait.Kind;
import org.linli.cases.OfficeWaitStore.Made;
import org.linli.cases.OfficeWaitStore.Standing;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.linli.platform.rounds.Round;
import org.linli.rules.DistrictRules;
import org.linli.rules.RuleBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps how long cases wait for an office to accept, verify or dispatch them, by the log of cases,
 * and tells once that an office is {@linkplain OfficeLate late}. The steps know nothing of it.
 */
@Component
class OfficeWaits implements Follower<LoggedEvent>, Round {

    /** Who was away for longer looks at their list, not at what they were not told. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final int AT_ONCE = 200;

    private final CaseLog log;
    private final OfficeWaitStore store;
    private final RuleBook rules;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OfficeWaits(
            CaseLog log,
            OfficeWaitStore store,
            RuleBook rules,
            Calendar calendar,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.store = store;
        this.rules = rules;
        this.calendar = calendar;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cases.office-waits";
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
        var standing = store.standing(keys);
        var gone = new HashSet<>(keys);
        standing.forEach(one -> gone.remove(one.key()));
        store.forget(gone);
        var now = clock.instant();
        store.put(standing.stream().map(this::made).toList(), now.minus(NEWS), now);
    }

    @Override
    public void forget() {
        store.forgetAll();
    }

    private Made made(Standing one) {
        var kind = Kind.of(one.state(), one.service());
        var within = kind.within(of(one).rules().times());
        var dueAt = calendar.workingTime().after(one.since(), within);
        return new Made(one.key().countyCode(), one.key().id(), kind, one.since(), dueAt);
    }

    /** What was filed keeps the rules that it was filed under. */
    private DistrictRules of(Standing one) {
        var version = one.rulesVersion();
        return version == null
                ? rules.inForce(one.key().countyCode(), one.since())
                : rules.version(version);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void go() {
        AccessContext.asSystem("office waits", () -> tell(clock.instant()));
    }

    /** Tells of what is over by now, some at a time. */
    void tell(Instant now) {
        while (tellSome(now) > 0) {}
    }

    private int tellSome(Instant now) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var late = store.late(now, AT_ONCE);
                    late.forEach(one -> {
                        store.settle(one.key(), now);
                        if (one.dueAt().isAfter(now.minus(NEWS))) {
                            events.publishEvent(one);
                        }
                    });
                    return late.size();
                }));
    }
}
