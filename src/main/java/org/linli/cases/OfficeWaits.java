package org.linli.cases;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.linli.calendar.Calendar;
import org.linli.cases.OfficeWait.Kind;
import org.linli.cases.OfficeWaitStore.Standing;
import org.linli.rules.DistrictRules;
import org.linli.rules.RuleBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps how long cases may wait for an office to accept, verify or dispatch them, and tells that an
 * office is {@linkplain OfficeLate late}.
 */
@Component
class OfficeWaits extends Timekeeper {

    private final OfficeWaitStore store;
    private final RuleBook rules;
    private final Calendar calendar;

    OfficeWaits(
            CaseLog log,
            OfficeWaitStore store,
            RuleBook rules,
            Calendar calendar,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        super(log, store, events, transaction, clock);
        this.store = store;
        this.rules = rules;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "cases.office-waits";
    }

    @Override
    List<Due> toCome(Collection<CaseKey> keys) {
        return store.standing(keys).stream().map(this::toCome).toList();
    }

    private Due toCome(Standing one) {
        var kind = Kind.of(one.state(), one.service());
        var within = kind.within(rulesOf(one).rules().times());
        var dueAt = calendar.workingTime().after(one.since(), within);
        var key = one.key();
        return new Due(key.countyCode(), key.id(), kind.name(), one.since(), dueAt, dueAt);
    }

    /** What was filed keeps the rules that it was filed under. */
    private DistrictRules rulesOf(Standing one) {
        var version = one.rulesVersion();
        return version == null
                ? rules.inForce(one.key().countyCode(), one.since())
                : rules.version(version);
    }
}
