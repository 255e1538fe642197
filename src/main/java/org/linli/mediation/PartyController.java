package org.linli.mediation;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.access.Told;
import org.linli.mediation.Mediations.Asked;
import org.linli.mediation.Mediations.Issued;
import org.linli.mediation.Mediations.Moved;
import org.linli.platform.operation.Operations;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the parties see and do, without an account. */
@RestController
@RequestMapping("/api/v1/mediations")
class PartyController {

    private static final String BECAUSE =
            "whoever holds the code is the party that it was made for";

    private final Mediations mediations;

    PartyController(Mediations mediations) {
        this.mediations = mediations;
    }

    record Invited(UUID opId, String invitation) {}

    /** Asks for a mediation; the code that opens it is told once. */
    @OpenToAll(because = "anybody may ask for a mediation, or have it written down for them")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Asked apply(Actor actor, @RequestBody NewMediation body) {
        return mediations.apply(actor, body);
    }

    /** Makes a code of one's own of an invitation, once. */
    @OpenToAll(because = "whoever was handed the invitation is the one it was made for")
    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.CREATED)
    Issued redeem(@RequestBody Invited body) {
        return mediations.redeem(body.invitation(), body.opId());
    }

    @OpenToAll(because = BECAUSE)
    @GetMapping("/own/{code}")
    ResponseEntity<Told<ShownToParty>> open(@PathVariable String code) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(mediations.open(code));
    }

    /** Agrees or not, tells, signs, or leaves. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Moved.class)))
    @OpenToAll(because = BECAUSE)
    @PostMapping("/own/{code}/steps")
    ResponseEntity<String> answer(@PathVariable String code, @RequestBody PartyStep body) {
        return Operations.send(mediations.answer(code, body));
    }
}
