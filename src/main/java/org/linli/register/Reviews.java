package org.linli.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Clearance;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.access.Resource;
import org.linli.access.Told;
import org.linli.audit.Act;
import org.linli.calendar.Calendar;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;

/** The reasons that people gave for looking somebody up, judged by others. */
@Component
class Reviews {

    private static final int MOST = 50;
    private static final int LONGEST_NOTE = 500;

    private final OpeningStore store;
    private final AlertStore alerts;
    private final Trace trace;
    private final Once once;
    private final Calendar calendar;
    private final Clock clock;

    Reviews(
            OpeningStore store,
            AlertStore alerts,
            Trace trace,
            Once once,
            Calendar calendar,
            Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.trace = trace;
        this.once = once;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A reason that waits to be judged. Who was looked up is not told: it is not about them. */
    @Classified(FieldClass.C1)
    record Waiting(
            UUID openingId,
            String actorName,
            String unitName,
            @Classified(FieldClass.C2) @Nullable String reason,
            Instant openedAt,
            @Nullable Instant reviewDue,
            boolean overdue) {}

    record Verdict(UUID opId, boolean justified, @Nullable String note) {}

    @Classified(FieldClass.C1)
    record Judged(UUID openingId, boolean justified) {}

    List<Told<Waiting>> waiting(Actor actor) {
        var now = clock.instant();
        var scope = Policy.scope(actor, Action.LOOK_UP_REVIEW);
        return store.toReview(actor.id(), scope, MOST).stream()
                .map(opening -> clearance(actor, opening).tell(waiting(opening, now)))
                .toList();
    }

    /**
     * Judges a reason, once; one that is not good enough goes to the privacy officer.
     *
     * @throws OwnLookUp if it is the actor's own
     * @throws SettledBefore if somebody else has judged it
     */
    Answer judge(Actor actor, UUID openingId, Verdict verdict) {
        var opening =
                store.find(openingId)
                        .filter(one -> one.reviewDue() != null)
                        .filter(one -> may(actor, one.path()))
                        .orElseThrow(NoSuchRecord::new);
        if (opening.actor().equals(actor.id())) {
            throw new OwnLookUp();
        }
        var note = Text.optional("note", verdict.note(), LONGEST_NOTE);
        return once.change(
                actor.id(),
                verdict.opId(),
                List.of(openingId, verdict),
                () -> {
                    var now = clock.instant();
                    if (!store.reviewed(openingId, actor.id(), verdict.justified(), note, now)) {
                        throw new SettledBefore();
                    }
                    if (!verdict.justified()) {
                        alerts.raise(opening.path(), notJustified(opening, now));
                    }
                    trace.done(actor.id(), Act.LOOK_UP_REVIEW, openingId);
                    return new Judged(openingId, verdict.justified());
                });
    }

    private Alert notJustified(Opening opening, Instant now) {
        return new Alert(
                UUID.randomUUID(),
                Alert.Kind.NOT_JUSTIFIED,
                opening.actor(),
                opening.actorName(),
                opening.openedAt().atZone(calendar.zone()).toLocalDate(),
                1,
                now,
                null,
                "");
    }

    private static Waiting waiting(Opening opening, Instant now) {
        var due = opening.reviewDue();
        return new Waiting(
                opening.id(),
                opening.actorName(),
                opening.unitName(),
                opening.reason(),
                opening.openedAt(),
                due,
                due != null && due.isBefore(now));
    }

    private static Clearance clearance(Actor actor, Opening opening) {
        return Policy.clearance(
                actor,
                Action.LOOK_UP_REVIEW,
                Resource.at(opening.path()).with(FieldClass.C2),
                Purpose.OVERSIGHT,
                Circumstances.USUAL);
    }

    private static boolean may(Actor actor, String path) {
        return Policy.decide(actor, Action.LOOK_UP_REVIEW, Resource.at(path)) == Decision.ALLOWED;
    }
}
