package org.linli.mediation;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.access.Told;
import org.linli.mediation.Mediations.InQueue;
import org.linli.mediation.Mediations.Issued;
import org.linli.mediation.Mediations.Moved;
import org.linli.platform.operation.Operations;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What mediators see and do. */
@RestController
@RequestMapping("/api/v1/mediations")
class MediationController {

    private final Mediations mediations;

    MediationController(Mediations mediations) {
        this.mediations = mediations;
    }

    record Wanted(UUID opId) {}

    /** Those in the caller's areas that nobody has taken: where about and since when. */
    @GetMapping("/waiting")
    @Permission(Action.MEDIATE)
    List<InQueue> waiting(Actor actor) {
        return mediations.waiting(actor);
    }

    /** Those that the caller has taken. */
    @GetMapping
    @Permission(Action.MEDIATE)
    Told<List<ShownMediation>> own(Actor actor) {
        return mediations.own(actor);
    }

    /** One that the caller has taken, and nobody else reads. */
    @GetMapping("/{id}")
    @Permission(Action.MEDIATE)
    Told<ShownMediation> see(Actor actor, @PathVariable UUID id) {
        return mediations.see(actor, id);
    }

    /** Takes one that waits. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Moved.class)))
    @PostMapping("/{id}/taking")
    @Permission(Action.MEDIATE)
    ResponseEntity<String> take(Actor actor, @PathVariable UUID id, @RequestBody Wanted body) {
        return Operations.send(mediations.take(actor, id, body.opId()));
    }

    /** A code to hand to the other party, told once. */
    @PostMapping("/{id}/invitations")
    @Permission(Action.MEDIATE)
    @ResponseStatus(HttpStatus.CREATED)
    Issued invite(Actor actor, @PathVariable UUID id, @RequestBody Wanted body) {
        return mediations.invite(actor, id, body.opId());
    }

    /** Takes a step; 409 where the state or the version does not allow it. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Moved.class)))
    @PostMapping("/{id}/steps")
    @Permission(Action.MEDIATE)
    ResponseEntity<String> lead(Actor actor, @PathVariable UUID id, @RequestBody LeadingStep body) {
        return Operations.send(mediations.lead(actor, id, body));
    }
}
