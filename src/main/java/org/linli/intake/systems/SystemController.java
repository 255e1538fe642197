package org.linli.intake.systems;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.web.BodyLimit;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Other systems over HTTP: what they hand over, what their codes mean, and what waits. */
@RestController
class SystemController {

    private static final long LARGEST_HAND_OVER = 8 << 20;
    private static final int MOST_SHOWN = 200;

    private final Systems systems;
    private final HandOvers handOvers;
    private final Quarantine quarantine;
    private final Operations operations;
    private final TransactionTemplate transaction;

    SystemController(
            Systems systems,
            HandOvers handOvers,
            Quarantine quarantine,
            Operations operations,
            TransactionTemplate transaction) {
        this.systems = systems;
        this.handOvers = handOvers;
        this.quarantine = quarantine;
        this.operations = operations;
        this.transaction = transaction;
    }

    /** What a system is. */
    record SystemBody(UUID opId, String name, String source, @Nullable String sender) {}

    /** What codes mean; those that are not named keep their meaning. */
    record CodesBody(UUID opId, List<TheirCode> codes) {

        CodesBody {
            codes = List.copyOf(codes);
        }
    }

    /** Each is read by itself, so that one that cannot be read spoils no other. */
    record ReportsBody(
            @ArraySchema(schema = @Schema(implementation = HandedOver.class))
                    List<@Nullable JsonNode> reports) {}

    @GetMapping("/api/v1/systems")
    @Permission(Action.INTAKE_ADMINISTER)
    List<SendingSystem> systems(Actor actor) {
        systems.requireAdministrator(actor);
        return systems.all();
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SendingSystem.class)))
    @PutMapping("/api/v1/systems/{code}")
    @Permission(Action.INTAKE_ADMINISTER)
    ResponseEntity<String> put(
            Actor actor, @PathVariable String code, @RequestBody SystemBody body) {
        systems.requireAdministrator(actor);
        var system = new SendingSystem(code, body.name(), body.source(), body.sender());
        return once(actor, body.opId(), Map.of("system", system), () -> systems.put(system));
    }

    @GetMapping("/api/v1/systems/{code}/codes")
    @Permission(Action.INTAKE_ADMINISTER)
    List<TheirCode> codes(Actor actor, @PathVariable String code) {
        systems.requireAdministrator(actor);
        return systems.codes(code);
    }

    /** Says what codes mean, and makes cases of what waited for it. */
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TheirCode.class))))
    @PutMapping("/api/v1/systems/{code}/codes")
    @Permission(Action.INTAKE_ADMINISTER)
    ResponseEntity<String> putCodes(
            Actor actor, @PathVariable String code, @RequestBody CodesBody body) {
        systems.requireAdministrator(actor);
        var answer =
                once(
                        actor,
                        body.opId(),
                        Map.of("system", code, "codes", body.codes()),
                        () -> {
                            systems.put(code, body.codes());
                            return systems.codes(code);
                        });
        quarantine.retry(actor.id(), code);
        return answer;
    }

    /** Takes in up to 500 concerns, each by itself and once by its name in the system. */
    @PostMapping("/api/v1/systems/{code}/reports")
    @Permission(Action.CASE_REPORT)
    @BodyLimit(LARGEST_HAND_OVER)
    List<Acknowledged> receive(
            Actor actor, @PathVariable String code, @RequestBody ReportsBody body, Locale locale) {
        return handOvers.receive(actor, code, body.reports(), locale);
    }

    /** What waits for somebody to say what it is, as far as it lies in the caller's area. */
    @GetMapping("/api/v1/quarantine")
    @Permission(Action.QUARANTINE_SETTLE)
    Quarantine.Page waiting(@RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_SHOWN) {
            throw new InvalidValue("request/value", "limit", limit);
        }
        return quarantine.waiting(limit);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Acknowledged.class)))
    @PostMapping("/api/v1/quarantine/{id}/settlement")
    @Permission(Action.QUARANTINE_SETTLE)
    ResponseEntity<String> settle(
            Actor actor, @PathVariable UUID id, @RequestBody Quarantine.Settlement body) {
        var operation = operations.of(actor.id(), body.opId(), Map.of("id", id, "said", body));
        return Operations.send(
                operations.once(
                        operation,
                        () -> {
                            var done = quarantine.settle(actor, id, body);
                            var answer = operations.answer(200, done);
                            operations.claim(operation, answer);
                            return answer;
                        }));
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
