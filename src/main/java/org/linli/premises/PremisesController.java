package org.linli.premises;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.platform.operation.Operations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/premises")
class PremisesController {

    private final Premises premises;
    private final Checklists checklists;

    PremisesController(Premises premises, Checklists checklists) {
        this.premises = premises;
        this.checklists = checklists;
    }

    /** The lists that premises can be checked by. */
    @GetMapping("/checklists")
    @Permission(Action.PREMISES_READ)
    List<Checklist> checklists() {
        return checklists.latest();
    }

    /** Checks in the caller's areas: those somebody has to go to, or those that are over. */
    @GetMapping
    @Permission(Action.PREMISES_READ)
    List<ShownInspection> list(Actor actor, @RequestParam(defaultValue = "true") boolean open) {
        return premises.list(actor, open);
    }

    /** One check with its list, what was found, and the steps this caller may take now. */
    @GetMapping("/{id}")
    @Permission(Action.PREMISES_READ)
    ShownInspection see(Actor actor, @PathVariable UUID id) {
        return premises.see(actor, id);
    }

    /** Has somebody go there. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ShownInspection.class)))
    @PostMapping
    @Permission(Action.PREMISES_PLAN)
    ResponseEntity<String> plan(Actor actor, @RequestBody NewTask body) {
        return Operations.send(premises.plan(actor, body));
    }

    /** Takes a step; 409 where the state or the version does not allow it. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ShownInspection.class)))
    @PostMapping("/{id}/steps")
    @Permission(Action.PREMISES_READ)
    ResponseEntity<String> take(Actor actor, @PathVariable UUID id, @RequestBody Step body) {
        return Operations.send(premises.take(actor, id, body));
    }
}
