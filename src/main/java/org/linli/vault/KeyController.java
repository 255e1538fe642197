package org.linli.vault;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.access.StepUp;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that values are sealed under, for those who look after them; never a key itself. */
@RestController
@RequestMapping("/api/v1/keys")
class KeyController {

    private final KeyRing keys;
    private final Renewal renewal;
    private final StepUp stepUp;
    private final Operations operations;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    KeyController(
            KeyRing keys,
            Renewal renewal,
            StepUp stepUp,
            Operations operations,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.keys = keys;
        this.renewal = renewal;
        this.stepUp = stepUp;
        this.operations = operations;
        this.trail = trail;
        this.transaction = transaction;
    }

    record NewKeys(UUID opId) {}

    /**
     * The key that a class of values is sealed under now.
     *
     * @param waiting how many rows still lie under an older one
     */
    @Classified(FieldClass.C0)
    record ShownKey(String keyClass, String keyId, Instant madeAt, long waiting) {}

    @Classified(FieldClass.C0)
    record ShownKeys(List<ShownKey> items) {}

    @Classified(FieldClass.C0)
    record NewNames(List<String> keyIds) {}

    /** Which keys are in use, and how much still lies under older ones. */
    @GetMapping
    @Permission(Action.KEY_ADMINISTER)
    ShownKeys keys() {
        return new ShownKeys(Arrays.stream(KeyClass.values()).map(this::shown).toList());
    }

    /** Makes new keys for everything; what lies under the old ones is sealed anew meanwhile. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = NewNames.class)))
    @PostMapping("/renewals")
    @Permission(Action.KEY_ADMINISTER)
    ResponseEntity<String> renew(Actor actor, @RequestBody NewKeys body) {
        stepUp.require(actor);
        var operation = operations.of(actor.id(), body.opId(), List.of("renew-keys"));
        var answer = operations.once(operation, () -> transaction.execute(_ -> renewed(operation)));
        keys.unwrap();
        renewal.wake();
        return Operations.send(answer);
    }

    private Answer renewed(Operation operation) {
        var names = Arrays.stream(KeyClass.values()).map(keys::renew).toList();
        names.forEach(name -> trail.record(trail.now(Act.KEY_RENEW, Thing.KEY, name)));
        var answer = operations.answer(201, new NewNames(names));
        operations.claim(operation, answer);
        return answer;
    }

    private ShownKey shown(KeyClass keyClass) {
        var current = keys.current(keyClass);
        return new ShownKey(
                keyClass.code(), current.id(), current.madeAt(), renewal.waiting(keyClass));
    }
}
