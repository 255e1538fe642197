package org.linli.register;

import java.util.List;
import java.util.UUID;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.access.Told;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Operations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the privacy officer looks into. */
@RestController
@RequestMapping("/api/v1/privacy")
class PrivacyController {

    /** The officer sees no cases, and so would have no rows. */
    private static final String DESK = "privacy desk";

    private final PrivacyDesk desk;

    PrivacyController(PrivacyDesk desk) {
        this.desk = desk;
    }

    @Classified(FieldClass.C1)
    record AlertList(List<PrivacyDesk.ShownAlert> items) {}

    @Classified(FieldClass.C1)
    record ComplaintList(List<Told<PrivacyDesk.ShownComplaint>> items) {}

    /** Alerts about look-ups, those that nobody has looked into first. */
    @GetMapping("/alerts")
    @Permission(Action.PRIVACY_OVERSEE)
    AlertList alerts(Actor actor) {
        return new AlertList(AccessContext.asSystem(DESK, () -> desk.alerts(actor)));
    }

    /** Notes what came of an alert. */
    @Changes
    @PostMapping("/alerts/{alertId}/outcome")
    @Permission(Action.PRIVACY_OVERSEE)
    ResponseEntity<String> settle(
            Actor actor, @PathVariable UUID alertId, @RequestBody PrivacyDesk.Settled body) {
        return Operations.send(
                AccessContext.asSystem(DESK, () -> desk.settle(actor, alertId, body)));
    }

    /** Residents' complaints, the most urgent first. */
    @GetMapping("/complaints")
    @Permission(Action.PRIVACY_OVERSEE)
    ComplaintList complaints(Actor actor) {
        return new ComplaintList(AccessContext.asSystem(DESK, () -> desk.complaints(actor)));
    }

    /** Answers a complaint. */
    @Changes
    @PostMapping("/complaints/{complaintId}/answer")
    @Permission(Action.PRIVACY_OVERSEE)
    ResponseEntity<String> answer(
            Actor actor, @PathVariable UUID complaintId, @RequestBody PrivacyDesk.Settled body) {
        return Operations.send(
                AccessContext.asSystem(DESK, () -> desk.answer(actor, complaintId, body)));
    }
}
