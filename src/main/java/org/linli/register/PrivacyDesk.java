package org.linli.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Clearance;
import org.linli.access.Policy;
import org.linli.access.Purpose;
import org.linli.access.Resource;
import org.linli.access.Told;
import org.linli.audit.Act;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Component;

/** What the privacy officer looks into: alerts about look-ups, and residents' complaints. */
@Component
class PrivacyDesk {

    private static final int MOST = 50;
    private static final int LONGEST = 1_000;

    private final AlertStore alerts;
    private final ComplaintStore complaints;
    private final Vaulted vaulted;
    private final Trace trace;
    private final Once once;
    private final Clock clock;

    PrivacyDesk(
            AlertStore alerts,
            ComplaintStore complaints,
            Vaulted vaulted,
            Trace trace,
            Once once,
            Clock clock) {
        this.alerts = alerts;
        this.complaints = complaints;
        this.vaulted = vaulted;
        this.trace = trace;
        this.once = once;
        this.clock = clock;
    }

    @Classified(FieldClass.C1)
    record ShownAlert(
            UUID alertId,
            String kind,
            String actor,
            String actorName,
            LocalDate day,
            int persons,
            Instant raisedAt,
            @Nullable Instant doneAt,
            String note) {}

    /** A complaint; who complains is not told, who looked is. */
    @Classified(FieldClass.C1)
    record ShownComplaint(
            UUID complaintId,
            String complaintNumber,
            String actor,
            String unitName,
            String act,
            String purpose,
            @Nullable String caseNo,
            Instant lookedAt,
            @Classified(FieldClass.C2) String text,
            Instant filedAt,
            Instant dueAt,
            boolean overdue,
            @Nullable Instant answeredAt,
            @Classified(FieldClass.C2) String answer) {}

    record Settled(UUID opId, String text) {}

    List<ShownAlert> alerts(Actor actor) {
        return alerts.latest(Policy.scope(actor, Action.PRIVACY_OVERSEE), MOST).stream()
                .map(alert ->
                        new ShownAlert(
                                alert.id(),
                                Said.code(alert.kind()),
                                alert.actor(),
                                alert.actorName(),
                                alert.day(),
                                alert.persons(),
                                alert.raisedAt(),
                                alert.doneAt(),
                                alert.note()))
                .toList();
    }

    List<Told<ShownComplaint>> complaints(Actor actor) {
        var now = clock.instant();
        return complaints.latest(Policy.scope(actor, Action.PRIVACY_OVERSEE), MOST).stream()
                .map(complaint -> clearance(actor, complaint).tell(shown(complaint, now)))
                .toList();
    }

    /** Notes what came of an alert, once. */
    Answer settle(Actor actor, UUID alertId, Settled said) {
        var text = Text.required("text", said.text(), LONGEST);
        var scope = Policy.scope(actor, Action.PRIVACY_OVERSEE);
        return once.change(
                actor.id(),
                said.opId(),
                List.of("alert", alertId, said),
                () -> {
                    if (!alerts.done(alertId, scope, actor.id(), text, clock.instant())) {
                        throw new SettledBefore();
                    }
                    trace.done(actor.id(), Act.LOOK_UP_REVIEW, alertId);
                    return new Entered(alertId);
                });
    }

    /** Answers a complaint, once; the resident reads it on their page. */
    Answer answer(Actor actor, UUID complaintId, Settled said) {
        var text = Text.required("text", said.text(), LONGEST);
        var scope = Policy.scope(actor, Action.PRIVACY_OVERSEE);
        return once.change(
                actor.id(),
                said.opId(),
                List.of("complaint", complaintId, said),
                () -> {
                    if (!complaints.answered(
                            complaintId, scope, actor.id(), text, clock.instant())) {
                        throw new SettledBefore();
                    }
                    trace.done(actor.id(), Act.COMPLAINT_ANSWER, complaintId);
                    return new Entered(complaintId);
                });
    }

    private static Clearance clearance(Actor actor, ComplaintStore.Complaint complaint) {
        return Policy.clearance(
                actor,
                Action.PRIVACY_OVERSEE,
                Resource.at(complaint.path()).with(FieldClass.C2),
                Purpose.OVERSIGHT,
                Circumstances.USUAL);
    }

    private ShownComplaint shown(ComplaintStore.Complaint complaint, Instant now) {
        return new ShownComplaint(
                complaint.id(),
                vaulted.complaintNumber(complaint.actor()),
                complaint.actor(),
                complaint.unitName(),
                Said.code(complaint.act()),
                complaint.purpose(),
                complaint.caseNo(),
                complaint.lookedAt(),
                complaint.text(),
                complaint.filedAt(),
                complaint.dueAt(),
                complaint.answeredAt() == null && complaint.dueAt().isBefore(now),
                complaint.answeredAt(),
                complaint.answer());
    }
}
