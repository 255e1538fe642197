package org.linli.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.access.AccessContext;
import org.linli.notices.About;
import org.linli.notices.News;
import org.linli.notices.Notices;
import org.linli.notices.Topic;
import org.linli.people.OnCall;
import org.linli.people.Rosters;
import org.linli.platform.rounds.Round;
import org.linli.rules.RuleBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls whoever is on call, and after a while the next: those of the unit in their order, then the
 * shift leader of the street. Whoever comes on call later is called then.
 */
@Component
class Calls implements Round {

    private final OrderStore store;
    private final Rosters rosters;
    private final RuleBook rules;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Calls(
            OrderStore store,
            Rosters rosters,
            RuleBook rules,
            Notices notices,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.rosters = rosters;
        this.rules = rules;
        this.notices = notices;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Next(String holder, OnCall person) {}

    @Override
    public String name() {
        return "oncall.calls";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void go() {
        make();
    }

    void make() {
        AccessContext.asSystem("on call", () -> make(clock.instant()));
    }

    /** Makes the calls that are to be made by then. */
    void make(Instant now) {
        while (Objects.requireNonNull(transaction.execute(_ -> makeSome(now))) > 0) {}
    }

    private int makeSome(Instant now) {
        var orders = store.next(now);
        orders.forEach(order -> make(order, now));
        return orders.size();
    }

    private void make(Order order, Instant now) {
        var next = now.plus(waiting(order, now));
        var person = next(order, now);
        if (person.isEmpty()) {
            store.nobody(order, now, next);
            notices.tell(rosters.usual(order.street()), news(order, Topic.UNANSWERED, "nobody"));
            return;
        }
        var called = person.get();
        var account = called.person().accountId();
        store.call(order, called.holder(), account, now, next);
        notices.tell(
                List.of(account), news(order, Topic.CALLED, String.valueOf(order.called() + 1)));
        events.publishEvent(
                new Called(
                        order.county(),
                        order.caseNo(),
                        order.eventId(),
                        order.called() + 1,
                        called.holder(),
                        account,
                        now));
    }

    private static News news(Order order, Topic topic, String call) {
        var key = "oncall:%s/%d/%s".formatted(order.county(), order.eventId(), call);
        var about = new About(order.caseNo(), order.matterCode(), order.path());
        return new News(key, topic, true, about);
    }

    private Duration waiting(Order order, Instant now) {
        var minutes = rules.inForce(order.county(), now).rules().times().onCallMinutes();
        return Duration.ofMinutes(minutes);
    }

    private Optional<Next> next(Order order, Instant now) {
        var called = store.called(order);
        return Stream.of(order.unit(), order.street())
                .filter(holder -> !holder.isEmpty())
                .flatMap(holder ->
                        rosters.onCall(holder, now).stream()
                                .map(person -> new Next(holder, person)))
                .filter(next -> !called.contains(next.person().accountId()))
                .findFirst();
    }
}
