package org.linli.register;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/**
 * Looking people up, for a purpose. What is asked stands in bodies, never in addresses: those are
 * written into logs.
 */
@RestController
@RequestMapping("/api/v1/register")
class LookUpController {

    /** The privacy officer judges too, who sees no cases and so would have no rows. */
    private static final String REVIEW = "review of reasons";

    private final LookUps lookUps;
    private final Openings openings;
    private final OpenRecords records;
    private final Reviews reviews;

    LookUpController(LookUps lookUps, Openings openings, OpenRecords records, Reviews reviews) {
        this.lookUps = lookUps;
        this.openings = openings;
        this.records = records;
        this.reviews = reviews;
    }

    /**
     * @param field {@code name}, {@code phone}, {@code id_number}, or {@code note:} and the id of a
     *     need
     */
    record AskedField(String field) {}

    @Classified(FieldClass.C1)
    record ReviewList(List<Told<Reviews.Waiting>> items) {}

    /** Whoever has exactly this key, masked; each time counts against the day's budget. */
    @PostMapping("/look-ups")
    @Permission(Action.REGISTER_READ)
    LookUps.Found find(Actor actor, @RequestBody Question question) {
        return lookUps.find(actor, question);
    }

    /** Opens a person's record for an hour: for a case of one's own there, else for a reason. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Openings.Opened.class)))
    @PostMapping("/openings")
    @Permission(Action.REGISTER_OPEN)
    ResponseEntity<String> open(Actor actor, @RequestBody Openings.Wanted body) {
        return Operations.send(openings.open(actor, body));
    }

    /** The record that an opening of the caller's opens. */
    @GetMapping("/openings/{openingId}")
    @Permission(Action.REGISTER_OPEN)
    Told<OpenRecords.Record> read(Actor actor, @PathVariable UUID openingId) {
        return records.read(actor, openingId);
    }

    /** One field of an open record in clear. */
    @PostMapping("/openings/{openingId}/unmask")
    @Permission(Action.REGISTER_OPEN)
    Told<OpenRecords.Clear> unmask(
            Actor actor, @PathVariable UUID openingId, @RequestBody AskedField body) {
        return records.unmask(actor, openingId, body.field());
    }

    /** Reasons of others that wait to be judged. */
    @GetMapping("/reviews")
    @Permission(Action.LOOK_UP_REVIEW)
    ReviewList reviews(Actor actor) {
        return new ReviewList(AccessContext.asSystem(REVIEW, () -> reviews.waiting(actor)));
    }

    /** Judges the reason of somebody else. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Reviews.Judged.class)))
    @PostMapping("/reviews/{openingId}")
    @Permission(Action.LOOK_UP_REVIEW)
    ResponseEntity<String> judge(
            Actor actor, @PathVariable UUID openingId, @RequestBody Reviews.Verdict body) {
        return Operations.send(
                AccessContext.asSystem(REVIEW, () -> reviews.judge(actor, openingId, body)));
    }
}
