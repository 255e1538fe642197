package org.linli.cases;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.access.Told;
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
@RequestMapping("/api/v1")
class CaseController {

    private final Cases cases;
    private final CaseLists lists;
    private final Contacts contacts;
    private final Holds holds;
    private final Operations operations;

    CaseController(
            Cases cases, CaseLists lists, Contacts contacts, Holds holds, Operations operations) {
        this.cases = cases;
        this.lists = lists;
        this.contacts = contacts;
        this.holds = holds;
        this.operations = operations;
    }

    /**
     * @param part {@code name}, {@code phone} or {@code email}
     */
    record AskedPart(String part) {}

    /** Cases under what the caller may see, newest first unless asked otherwise. */
    @AsksForCases
    @GetMapping("/cases")
    @Permission(Action.CASE_READ)
    CaseLists.Page list(
            Actor actor, @Parameter(hidden = true) @RequestParam Map<String, String> query) {
        return lists.page(actor, query);
    }

    /** One case with its history, its clock, and the steps this caller may take now. */
    @GetMapping("/cases/{caseNo}")
    @Permission(Action.CASE_READ)
    CaseDetail see(Actor actor, @PathVariable String caseNo) {
        return cases.see(actor, caseNo);
    }

    /** Takes a step; 409 where the state or the version does not allow it. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CaseDetail.class)))
    @PostMapping("/cases/{caseNo}/steps")
    @Permission(Action.CASE_READ)
    ResponseEntity<String> take(
            Actor actor, @PathVariable String caseNo, @RequestBody StepRequest request) {
        var said = Map.of("caseNo", caseNo, "step", request);
        var operation = operations.of(actor.id(), request.operationId(), said);
        return Operations.send(cases.take(actor, caseNo, request, operation));
    }

    /** Shows one part of how to reach the reporter; each time leaves a trace. */
    @PostMapping("/cases/{caseNo}/reporter")
    @Permission(Action.REPORTER_UNMASK)
    Told<Contacts.ShownPart> reporter(
            Actor actor, @PathVariable String caseNo, @RequestBody AskedPart body) {
        return contacts.unmask(actor, caseNo, body.part());
    }

    /** The cases on hold, for anybody to see; nothing of what their reporters wrote. */
    @GetMapping("/held")
    @OpenToAll(because = "what is put off is put off in public")
    List<HeldCase> held() {
        return holds.shown();
    }

    /** How many cases are open, overdue and due soon in each cell. */
    @GetMapping("/map/cells")
    @Permission(Action.CASE_READ)
    List<CaseQueries.CellLoad> cells(
            Actor actor, @RequestParam(required = false) @Nullable String area) {
        return lists.cells(actor, area);
    }
}
