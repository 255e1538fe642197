package org.linli.exchange.handback;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.access.StepUp;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.intake.systems.Systems;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where results go back to, and what has not got there. */
@RestController
@RequestMapping("/api/v1")
class HandBackController {

    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_URL = 500;

    private final Systems systems;
    private final HandBackStore store;
    private final Signature signature;
    private final StepUp stepUp;
    private final Operations operations;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Clock clock;

    HandBackController(
            Systems systems,
            HandBackStore store,
            Signature signature,
            StepUp stepUp,
            Operations operations,
            TransactionTemplate transaction,
            AuditTrail trail,
            Clock clock) {
        this.systems = systems;
        this.store = store;
        this.signature = signature;
        this.stepUp = stepUp;
        this.operations = operations;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param renewSecret whether the receiver gets another secret
     */
    record WebhookBody(UUID opId, String url, boolean active, @Nullable Boolean renewSecret) {}

    record RetryBody(UUID opId) {}

    /** What a receiver checks signatures with. */
    @Classified(FieldClass.C1)
    record ShownSecret(String secret) {}

    @Classified(FieldClass.C1)
    record Retried(UUID id) {}

    @GetMapping("/systems/{code}/webhook")
    @Permission(Action.INTAKE_ADMINISTER)
    Webhook webhook(Actor actor, @PathVariable String code) {
        systems.requireAdministrator(actor);
        return found(code);
    }

    /** Its host must stand in {@code linli.outbound.allowed} besides, or nothing is sent. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Webhook.class)))
    @PutMapping("/systems/{code}/webhook")
    @Permission(Action.INTAKE_ADMINISTER)
    ResponseEntity<String> put(
            Actor actor, @PathVariable String code, @RequestBody WebhookBody body) {
        systems.requireAdministrator(actor);
        systems.require(code);
        requireAddress(body.url());
        return once(
                actor,
                body.opId(),
                Map.of("system", code, "webhook", body),
                () -> {
                    var before = store.webhook(code).map(Webhook::secretVersion).orElse(1);
                    var renewed = Boolean.TRUE.equals(body.renewSecret()) ? before + 1 : before;
                    var webhook = new Webhook(code, body.url(), body.active(), renewed);
                    store.put(webhook);
                    trail.record(trail.now(Act.HAND_BACK_CHANGE, Thing.SYSTEM, code));
                    return webhook;
                });
    }

    @GetMapping("/systems/{code}/webhook/secret")
    @Permission(Action.INTAKE_ADMINISTER)
    ResponseEntity<ShownSecret> secret(Actor actor, @PathVariable String code) {
        systems.requireAdministrator(actor);
        stepUp.require(actor);
        var webhook = found(code);
        trail.note(trail.now(Act.HAND_BACK_CHANGE, Thing.SYSTEM, code).purpose("webhook.secret"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ShownSecret(signature.secret(code, webhook.secretVersion())));
    }

    /** What waits to be sent, or what is given up. */
    @GetMapping("/deliveries")
    @Permission(Action.INTAKE_ADMINISTER)
    List<Delivery> deliveries(
            Actor actor,
            @RequestParam(defaultValue = "dead") String state,
            @RequestParam(defaultValue = "50") int limit) {
        systems.requireAdministrator(actor);
        if (!state.equals("dead") && !state.equals("waiting")) {
            throw new InvalidValue("request/value", "state", state);
        }
        if (limit < 1 || limit > MOST_SHOWN) {
            throw new InvalidValue("request/value", "limit", limit);
        }
        return AccessContext.asSystem(
                "deliveries", () -> store.undelivered(state.equals("dead"), limit));
    }

    /** Tries what was given up again, from the first attempt on. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Retried.class)))
    @PostMapping("/deliveries/{id}/retry")
    @Permission(Action.INTAKE_ADMINISTER)
    ResponseEntity<String> retry(Actor actor, @PathVariable UUID id, @RequestBody RetryBody body) {
        systems.requireAdministrator(actor);
        return AccessContext.asSystem(
                "deliveries",
                () ->
                        once(
                                actor,
                                body.opId(),
                                Map.of("retried", id),
                                () -> {
                                    if (!store.retry(id, clock.instant())) {
                                        throw new NoSuchDelivery();
                                    }
                                    trail.record(
                                            trail.now(
                                                    Act.HAND_BACK_RETRY,
                                                    Thing.SYSTEM,
                                                    id.toString()));
                                    return new Retried(id);
                                }));
    }

    private Webhook found(String system) {
        return store.webhook(system).orElseThrow(NoSuchDelivery::new);
    }

    private static void requireAddress(String url) {
        try {
            var address = URI.create(url);
            var scheme = String.valueOf(address.getScheme());
            if (url.length() <= LONGEST_URL
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && (scheme.equals("https") || scheme.equals("http"))) {
                return;
            }
        } catch (IllegalArgumentException none) {
            throw new InvalidValue("request/value", "url", url);
        }
        throw new InvalidValue("request/value", "url", url);
    }

    private ResponseEntity<String> once(
            Actor actor, UUID opId, Object content, Supplier<?> effect) {
        var operation = operations.of(actor.id(), opId, content);
        return Operations.send(
                operations.once(
                        operation,
                        () ->
                                transaction.execute(_ -> {
                                    var answer = operations.answer(200, effect.get());
                                    operations.claim(operation, answer);
                                    return answer;
                                })));
    }
}
