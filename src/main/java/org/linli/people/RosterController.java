package org.linli.people;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.platform.operation.Operations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is on call (值班), and what is handed over. */
@RestController
@RequestMapping("/api/v1/rosters")
class RosterController {

    private final Rosters rosters;

    RosterController(Rosters rosters) {
        this.rosters = rosters;
    }

    record NewTurns(@Nullable UUID opId, @Nullable List<Turns.Asked> turns) {}

    record NewNote(@Nullable UUID opId, @Nullable String note) {}

    record TakeOver(@Nullable UUID opId) {}

    /** Who is on call now and next, for each unit and street the caller works with. */
    @GetMapping
    @Permission(Action.ROSTER_READ)
    List<ShownRoster> list(Actor actor) {
        return rosters.shown(actor);
    }

    /** One roster: its turns, and what was handed over. */
    @GetMapping("/{holder}")
    @Permission(Action.ROSTER_READ)
    RosterDetail see(Actor actor, @PathVariable String holder) {
        return rosters.detail(actor, holder);
    }

    /** Puts these turns in place of those there were. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RosterDetail.class)))
    @PutMapping("/{holder}/turns")
    @Permission(Action.ROSTER_CHANGE)
    ResponseEntity<String> put(
            Actor actor, @PathVariable String holder, @RequestBody NewTurns body) {
        return Operations.send(rosters.put(actor, holder, body.opId(), body.turns()));
    }

    /** Leaves a note for whoever takes over. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RosterDetail.class)))
    @PostMapping("/{holder}/notes")
    @Permission(Action.ROSTER_READ)
    ResponseEntity<String> leave(
            Actor actor, @PathVariable String holder, @RequestBody NewNote body) {
        return Operations.send(rosters.leave(actor, holder, body.opId(), body.note()));
    }

    /** Takes over, which signs whatever was left to be read. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RosterDetail.class)))
    @PostMapping("/{holder}/take-over")
    @Permission(Action.ROSTER_READ)
    ResponseEntity<String> takeOver(
            Actor actor, @PathVariable String holder, @RequestBody TakeOver body) {
        return Operations.send(rosters.takeOver(actor, holder, body.opId()));
    }
}
