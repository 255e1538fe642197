package org.linli.indicators;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody object to a figure, and another person answer (DOMAIN §8.16). The figure itself is
 * reckoned as ever: what was objected and answered stands beside it.
 */
@Service
class Objections {

    private static final int LONGEST = 2_000;

    private final ObjectionStore store;
    private final Indicators indicators;
    private final Grid grid;
    private final Operations operations;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Objections(
            ObjectionStore store,
            Indicators indicators,
            Grid grid,
            Operations operations,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.indicators = indicators;
        this.grid = grid;
        this.operations = operations;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An objection as it is made.
     *
     * @param from null from the beginning
     * @param to null until now
     */
    record Contest(
            UUID opId,
            String name,
            String area,
            @Nullable String from,
            @Nullable String to,
            String reason) {}

    /**
     * @param upheld whether the objection is found right
     */
    record Ruling(UUID opId, boolean upheld, String answer) {}

    /** The newest objections to figures of an area, or of one of them. */
    List<Objection> of(Actor actor, @Nullable String area, @Nullable String name) {
        var scope = Policy.scope(actor, Action.INDICATOR_READ).areaPaths();
        var path =
                area == null
                        ? null
                        : grid.division(area)
                                .map(Division::path)
                                .orElseThrow(() -> new NoSuchArea(area));
        return store.find(scope, path, name, actor.id());
    }

    /**
     * Objects to a figure as it is now, once.
     *
     * @throws NoSuchArea if there is no such area, or none they may see
     * @throws InvalidValue if there is no such figure, or no reason
     */
    Answer contest(Actor actor, Contest contest, Locale locale) {
        var operation = operations.of(actor.id(), contest.opId(), contest);
        return operations.once(
                operation,
                () -> {
                    var division = own(actor, contest.area());
                    var reason = text("reason", contest.reason());
                    var objection = objection(actor, contest, reason, locale);
                    var answer = operations.answer(201, objection);
                    transaction.executeWithoutResult(_ -> {
                        store.add(objection, county(division), division.path(), actor);
                        record(Act.FIGURE_CONTEST, objection.id());
                        operations.claim(operation, answer);
                    });
                    return answer;
                });
    }

    /**
     * Answers an objection, once.
     *
     * @throws NoSuchObjection if there is none such, or none they may see
     * @throws OwnObjection if it is their own
     * @throws AnsweredAlready if somebody has
     */
    Answer answer(Actor actor, UUID id, Ruling ruling) {
        var operation = operations.of(actor.id(), ruling.opId(), List.of(id, ruling));
        return operations.once(
                operation,
                () -> {
                    var scope = Policy.scope(actor, Action.FIGURE_ANSWER).areaPaths();
                    var author = store.author(scope, id).orElseThrow(() -> new NoSuchObjection(id));
                    if (author.equals(actor.id())) {
                        throw new OwnObjection();
                    }
                    var said = text("answer", ruling.answer());
                    var answer = operations.answer(200, ruling);
                    transaction.executeWithoutResult(_ -> {
                        if (!store.answer(
                                scope, id, ruling.upheld(), said, actor, clock.instant())) {
                            throw new AnsweredAlready();
                        }
                        record(Act.FIGURE_ANSWER, id);
                        operations.claim(operation, answer);
                    });
                    return answer;
                });
    }

    private Objection objection(Actor actor, Contest contest, String reason, Locale locale) {
        var now = clock.instant();
        var period = Period.of(contest.from(), contest.to(), indicators.zone(), now);
        var indicator = Question.named(contest.name());
        var question = new Question(contest.area(), period, List.of(indicator), Grouping.NONE);
        var figure = indicators.figures(actor, question, locale).getFirst();
        return new Objection(
                UUID.randomUUID(),
                indicator.name(),
                contest.area(),
                period.since(),
                period.until(),
                figure.numerator(),
                figure.denominator(),
                reason,
                actor.name(),
                true,
                now,
                null,
                null,
                null,
                null);
    }

    /** An area of theirs: nobody objects to figures that they see in part only. */
    private Division own(Actor actor, String area) {
        var scope = Policy.scope(actor, Action.INDICATOR_READ).areaPaths();
        return grid.division(area)
                .filter(division -> scope.stream().anyMatch(division.path()::startsWith))
                .orElseThrow(() -> new NoSuchArea(area));
    }

    private String county(Division division) {
        return grid.way(division.code()).stream()
                .filter(above -> above.level() == Level.DISTRICT)
                .findFirst()
                .map(Division::code)
                .orElse(division.code());
    }

    private void record(Act act, UUID id) {
        trail.record(trail.now(act, Thing.OBJECTION, id.toString()));
    }

    private static String text(String field, String text) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            throw InvalidValue.missing(field);
        }
        if (plain.length() > LONGEST) {
            throw new InvalidValue("request/out-of-range", field, 1, LONGEST);
        }
        return plain;
    }
}
