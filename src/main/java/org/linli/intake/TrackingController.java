package org.linli.intake;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.OpenToAll;
import org.linli.cases.Cases;
import org.linli.cases.StepRequest;
import org.linli.cases.TrackedConcern;
import org.linli.cases.TrackingCode;
import org.linli.evidence.Evidence;
import org.linli.evidence.ShownPhoto;
import org.linli.platform.operation.Operations;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reporter sees and does by their tracking code, without an account. */
@RestController
@RequestMapping("/api/v1/tracking/{code}")
class TrackingController {

    private static final String BECAUSE = "whoever holds the tracking code is the reporter";

    private final Cases cases;
    private final Evidence evidence;
    private final Operations operations;

    TrackingController(Cases cases, Evidence evidence, Operations operations) {
        this.cases = cases;
        this.evidence = evidence;
        this.operations = operations;
    }

    /**
     * A step of the reporter's: {@code rate} with a score, {@code reopen} with a reason.
     *
     * @param caseNo which of the cases that their concern was split into; null for the one there is
     */
    record Step(
            UUID opId,
            String step,
            @Nullable Integer score,
            @Nullable Boolean solved,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String caseNo,
            List<UUID> photoIds) {

        Step {
            photoIds = List.copyOf(photoIds);
        }

        StepRequest request() {
            return StepRequest.ofReporter(opId, step, note, photoIds, reason, score, solved);
        }
    }

    @OpenToAll(because = BECAUSE)
    @GetMapping
    ResponseEntity<TrackedConcern> follow(@PathVariable String code) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(cases.track(code));
    }

    /** Rates what was done, or says that it is not solved. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TrackedConcern.class)))
    @OpenToAll(because = BECAUSE)
    @PostMapping("/steps")
    ResponseEntity<String> take(@PathVariable String code, @RequestBody Step step) {
        var request = step.request();
        var caller = "tracking:" + TrackingCode.read(code).orElse(code);
        var part = step.caseNo();
        var said = part == null ? request : Map.of("caseNo", part, "step", request);
        var operation = operations.of(caller, step.opId(), said);
        return Operations.send(cases.takeTracked(code, part, request, operation));
    }

    @OpenToAll(because = BECAUSE)
    @GetMapping("/photos/{photoId}")
    ResponseEntity<Resource> photo(@PathVariable String code, @PathVariable UUID photoId) {
        return ShownPhoto.of(evidence.shownOf(cases.trackedHolders(code), photoId));
    }
}
