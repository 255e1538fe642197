package org.linli.intake;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.cases.Receipt;
import org.linli.platform.operation.Operations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP, and what was reported nearby before. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private final Intake intake;
    private final Neighbours neighbours;

    ReportController(Intake intake, Neighbours neighbours) {
        this.intake = intake;
        this.neighbours = neighbours;
    }

    /** Takes a concern in; the receipt says that it is stored for good. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @OpenToAll(because = "anybody may report a concern, with or without an account")
    @PostMapping
    ResponseEntity<String> report(Actor actor, @RequestBody ReportRequest request) {
        return Operations.send(intake.report(actor, request));
    }

    @OpenToAll(because = "whoever reports should see that somebody else has already")
    @GetMapping("/similar")
    List<Neighbours.Similar> similar(
            Actor actor,
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam String matter) {
        return neighbours.near(actor, lon, lat, matter);
    }
}
