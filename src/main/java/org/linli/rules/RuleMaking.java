package org.linli.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.calendar.Calendar;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a district's rules change: one person drafts, another puts the draft in force from a day on,
 * and what was in force is never edited.
 */
@Component
public class RuleMaking {

    private static final int LONGEST_NAME = 200;

    /** What is put in force cannot be taken back: a year that was mistyped must not come true. */
    private static final Period FARTHEST = Period.ofYears(2);

    private final RuleStore store;
    private final RuleBook book;
    private final RuleCheck check;
    private final Grid grid;
    private final Calendar calendar;
    private final AuditTrail trail;
    private final Operations operations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RuleMaking(
            RuleStore store,
            RuleBook book,
            RuleCheck check,
            Grid grid,
            Calendar calendar,
            AuditTrail trail,
            Operations operations,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.check = check;
        this.grid = grid;
        this.calendar = calendar;
        this.trail = trail;
        this.operations = operations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A district whose rules the actor makes.
     *
     * @param code null for the district of this installation
     * @throws NoSuchRules if it is none, or not theirs
     */
    Division district(Actor actor, @Nullable String code) {
        var asked = code == null ? grid.installation().countyCode() : code;
        return grid.division(asked)
                .filter(division ->
                        division.level() == Level.DISTRICT
                                || asked.equals(grid.installation().countyCode()))
                .filter(division -> mayMake(actor, division))
                .orElseThrow(() -> new NoSuchRules(asked));
    }

    /** Whether it is the district of this installation. */
    boolean isHome(String district) {
        return grid.division(district).isPresent()
                && grid.installation().countyCode().equals(district);
    }

    /**
     * A draft of a district whose rules the actor makes.
     *
     * @throws NoSuchRules if there is none
     */
    public Draft draft(Actor actor, int id) {
        return store.draft(id)
                .filter(draft ->
                        grid.division(draft.district())
                                .filter(division -> mayMake(actor, division))
                                .isPresent())
                .orElseThrow(() -> new NoSuchRules(id));
    }

    /** The rules that a draft would take the place of. */
    public Rules inForce(Draft draft) {
        return book.inForce(draft.district()).rules();
    }

    /** Keeps rules to be thought about. */
    Answer draft(Actor actor, UUID opId, Division district, String name, Rules rules) {
        var called = named(name);
        check.require(rules, district);
        var operation = operations.of(actor.id(), opId, List.of(district.code(), called, rules));
        return once(
                operation,
                Act.RULES_DRAFT,
                district.code(),
                now ->
                        operations.answer(
                                201, store.add(actor, district.code(), called, rules, now)));
    }

    /**
     * Changes a draft.
     *
     * @throws StaleDraft if somebody else has changed it
     */
    Answer change(Actor actor, UUID opId, Draft draft, int seen, String name, Rules rules) {
        var called = named(name);
        check.require(rules, districtOf(draft));
        var operation = operations.of(actor.id(), opId, List.of(draft.id(), seen, called, rules));
        return once(
                operation,
                Act.RULES_DRAFT,
                draft.district(),
                now ->
                        operations.answer(
                                200,
                                store.change(actor, draft.id(), seen, called, rules, now)
                                        .orElseThrow(StaleDraft::new)));
    }

    void discard(Draft draft) {
        transaction.executeWithoutResult(_ -> {
            store.discard(draft.id());
            trail.record(trail.now(Act.RULES_DISCARD, Thing.RULES, draft.district()));
        });
    }

    /**
     * Puts a draft in force from a day on; from this moment, where it is today's.
     *
     * @throws NoSuchRules if there is no such draft
     * @throws OwnDraft if the actor was the last to change it
     * @throws StaleDraft if it is not as the actor saw it
     * @throws InvalidValue if the day has passed, or is more than two years away
     */
    Answer enact(Actor actor, UUID opId, int id, int seen, LocalDate from) {
        var operation = operations.of(actor.id(), opId, List.of("enact", id, seen, from));
        try {
            return operations.once(
                    operation,
                    () -> {
                        var draft = draft(actor, id);
                        requireAnothers(draft, actor, seen);
                        check.require(draft.rules(), districtOf(draft));
                        return stored(
                                operation,
                                Act.RULES_ENACT,
                                draft.district(),
                                now -> enacted(actor, draft, from, now));
                    });
        } finally {
            book.expire();
        }
    }

    private static void requireAnothers(Draft draft, Actor actor, int seen) {
        if (draft.editedBy().equals(actor.id())) {
            throw new OwnDraft();
        }
        if (draft.version() != seen) {
            throw new StaleDraft();
        }
    }

    /** Of two who put the same draft in force, the second finds it gone. */
    private Answer enacted(Actor actor, Draft draft, LocalDate from, Instant now) {
        store.lock();
        if (!store.discard(draft.id())) {
            throw new StaleDraft();
        }
        var stored = store.enact(actor, draft, effective(from, now), now);
        store.countChange();
        var version = RuleVersion.of(stored, RuleVersion.status(stored, null, now));
        return operations.answer(200, version);
    }

    private Instant effective(LocalDate from, Instant now) {
        var today = LocalDate.ofInstant(now, calendar.zone());
        if (from.isBefore(today)) {
            throw new InvalidValue("rules/in-the-past", "effectiveFrom", from);
        }
        var last = today.plus(FARTHEST);
        if (from.isAfter(last)) {
            throw new InvalidValue("request/out-of-range", "effectiveFrom", today, last);
        }
        return from.equals(today) ? now : from.atStartOfDay(calendar.zone()).toInstant();
    }

    private Answer once(
            Operation operation, Act act, String district, Function<Instant, Answer> effect) {
        return operations.once(operation, () -> stored(operation, act, district, effect));
    }

    private Answer stored(
            Operation operation, Act act, String district, Function<Instant, Answer> effect) {
        return transaction.execute(_ -> {
            // no finer than it is kept, or rules would begin a little after this moment
            var answer = effect.apply(clock.instant().truncatedTo(ChronoUnit.MICROS));
            operations.claim(operation, answer);
            trail.record(trail.now(act, Thing.RULES, district));
            return answer;
        });
    }

    private Division districtOf(Draft draft) {
        return grid.division(draft.district()).orElseThrow(() -> new NoSuchRules(draft.district()));
    }

    private static String named(String name) {
        if (name.isBlank()) {
            throw InvalidValue.missing("name");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidValue("request/too-long", "name", LONGEST_NAME);
        }
        return name.strip();
    }

    private static boolean mayMake(Actor actor, Division district) {
        return Policy.decide(actor, Action.RULES_MAKE, Resource.at(district.path()))
                == Decision.ALLOWED;
    }
}
