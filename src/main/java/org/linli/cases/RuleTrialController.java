package org.linli.cases;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.calendar.Calendar;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Flow;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.rules.DistrictRules;
import org.linli.rules.Draft;
import org.linli.rules.RuleMaking;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays the cases of a month under drafted rules, and says what would have been otherwise. */
@RestController
class RuleTrialController {

    /** What one trial covers at most: a month of the largest district, in seconds not minutes. */
    private static final int MOST = 200_000;

    /** Of rules that are in force nowhere. */
    private static final int OF_A_DRAFT = -1;

    private final RuleMaking making;
    private final RuleTrialStore store;
    private final Filings filings;
    private final Catalogue catalogue;
    private final Limits limits;
    private final Calendar calendar;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);

    RuleTrialController(
            RuleMaking making,
            RuleTrialStore store,
            Filings filings,
            Catalogue catalogue,
            Limits limits,
            Calendar calendar,
            Clock clock) {
        this.making = making;
        this.store = store;
        this.filings = filings;
        this.catalogue = catalogue;
        this.limits = limits;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What a trial came to.
     *
     * @param month the cases reported in it were replayed
     * @param covered how many, services included
     * @param services how many of them are helped with, and neither checked nor ruled on
     * @param assumed how many of them came without a filing condition, and were replayed under the
     *     usual one of their matter
     * @param more whether there were more than one trial covers
     * @param before replayed under the rules that each was filed under
     * @param after replayed under the draft
     */
    @Classified(FieldClass.C1)
    record Trial(
            String month,
            int covered,
            int services,
            int assumed,
            boolean more,
            RuleTrial.Sums before,
            RuleTrial.Sums after,
            List<RuleTrial.Difference> differences) {}

    /** Last month's cases, or those of another month, as if the draft had been in force. */
    @GetMapping("/api/v1/rules/drafts/{id}/trial")
    @Permission(Action.RULES_MAKE)
    Trial trial(
            Actor actor,
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String month) {
        var draft = making.draft(actor, id);
        var replayed = month == null ? lastMonth() : read(month);
        if (!one.tryAcquire()) {
            throw new TrialRunning();
        }
        try {
            return replayed(draft, replayed);
        } finally {
            one.release();
        }
    }

    private Trial replayed(Draft draft, YearMonth month) {
        var under = new DistrictRules(OF_A_DRAFT, draft.rules());
        var trial = new RuleTrial(under, filings, catalogue, limits, clock.instant());
        var covered = new AtomicInteger();
        var services = new AtomicInteger();
        store.each(
                draft.district(),
                month.atDay(1).atStartOfDay(calendar.zone()).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(calendar.zone()).toInstant(),
                MOST + 1,
                past -> {
                    if (covered.incrementAndGet() <= MOST) {
                        trial.add(past);
                        services.addAndGet(past.flow() == Flow.SERVICE ? 1 : 0);
                    }
                });
        return new Trial(
                month.toString(),
                Math.min(covered.get(), MOST),
                services.get(),
                trial.assumed(),
                covered.get() > MOST,
                trial.before(),
                trial.after(),
                trial.differences());
    }

    private YearMonth lastMonth() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), calendar.zone())).minusMonths(1);
    }

    private static YearMonth read(String month) {
        try {
            var read = YearMonth.parse(month);
            if (read.getYear() >= 2000 && read.getYear() < 2200) {
                return read;
            }
        } catch (DateTimeException noMonth) {
            throw new InvalidValue("request/value", "month", month);
        }
        throw new InvalidValue("request/value", "month", month);
    }
}
