package org.linli.checks;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.checks.DayDraw.Purpose;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ChecksController {

    /** Years that somebody may mean. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    private final Checks checks;
    private final SupervisorVisits visits;
    private final SignReviews reviews;

    ChecksController(Checks checks, SupervisorVisits visits, SignReviews reviews) {
        this.checks = checks;
        this.visits = visits;
        this.reviews = reviews;
    }

    /** What a visit is answered with. */
    @Classified(FieldClass.C1)
    record VisitId(UUID id) {}

    /**
     * The drawn cases this checker is to look at: those given to them, then those given to nobody.
     */
    @GetMapping("/checks/own")
    @Permission(Action.CASE_CHECK)
    List<Checks.Drawn> own(Actor actor) {
        return checks.waiting(actor, Purpose.CHECK);
    }

    /** The cases drawn for the supervisors of an area. */
    @GetMapping("/checks/samples")
    @Permission(Action.SUPERVISE)
    List<Checks.Drawn> samples(Actor actor) {
        return checks.waiting(actor, Purpose.SUPERVISION);
    }

    /** What supervisors saw, newest first. */
    @GetMapping("/checks/visits")
    @Permission(Action.SUPERVISE)
    List<SupervisorVisitStore.Visit> visits(Actor actor) {
        return visits.latest(actor);
    }

    /** Writes down what a supervisor saw, of a case or of an area. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = VisitId.class)))
    @PostMapping("/checks/visits")
    @Permission(Action.SUPERVISE)
    ResponseEntity<String> visit(Actor actor, @RequestBody SupervisorVisits.Said body) {
        return Operations.send(visits.record(actor, body));
    }

    /**
     * What checks have found: shares with their intervals, by area, matter or unit.
     *
     * @param by {@code none}, {@code street}, {@code community}, {@code matter} or {@code unit}
     */
    @GetMapping("/checks/quality")
    @Permission(Action.INDICATOR_READ)
    List<Checks.Quality> quality(
            Actor actor,
            @RequestParam(defaultValue = "none") String by,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var grouping =
                QualityBy.of(by).orElseThrow(() -> new InvalidValue("request/value", "by", by));
        var end = to == null ? checks.today() : date("to", to);
        return checks.quality(
                actor, grouping, area, from == null ? end.minusDays(89) : date("from", from), end);
    }

    /**
     * The draws of the last weeks and the next days: hashes of seeds, and seeds of days gone by.
     */
    @GetMapping("/draws")
    @OpenToAll(because = "a draw is fair where everybody can repeat it")
    List<Checks.Draw> draws() {
        return checks.draws();
    }

    /** One day's draw with the closings it drew from, once the day is over. */
    @GetMapping("/draws/{day}")
    @Permission(Action.CASE_READ)
    Checks.DayOfDraw draw(Actor actor, @PathVariable String day) {
        return checks.of(actor, date("day", day));
    }

    /** Cases that show a sign of gaming, to be decided by the caller. */
    @GetMapping("/sign-reviews")
    @Permission(Action.SIGN_REVIEW)
    List<SignReviews.Shown> open(Actor actor) {
        return reviews.open(actor);
    }

    /** Those that concern the caller, who may answer. */
    @GetMapping("/sign-reviews/own")
    @Permission(Action.CASE_READ)
    List<SignReviews.Shown> concerning(Actor actor) {
        return reviews.ofConcerned(actor);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SignReviews.Shown.class)))
    @PostMapping("/sign-reviews/{id}/answer")
    @Permission(Action.CASE_READ)
    ResponseEntity<String> answer(
            Actor actor, @PathVariable UUID id, @RequestBody SignReviews.Reply body) {
        return Operations.send(reviews.answer(actor, id, body));
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SignReviews.Shown.class)))
    @PostMapping("/sign-reviews/{id}/outcome")
    @Permission(Action.SIGN_REVIEW)
    ResponseEntity<String> decide(
            Actor actor, @PathVariable UUID id, @RequestBody SignReviews.Verdict body) {
        return Operations.send(reviews.decide(actor, id, body));
    }

    private static LocalDate date(String name, String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new InvalidValue("request/value", name, text);
            }
            return day;
        } catch (DateTimeException notADay) {
            throw new InvalidValue("request/time", name, text);
        }
    }
}
