package org.linli.cases;

import java.util.List;
import java.util.Map;
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
@RequestMapping("/api/v1")
class CaseController {

    private final Cases cases;
    private final CaseLists lists;
    private final Operations operations;

    CaseController(Cases cases, CaseLists lists, Operations operations) {
        this.cases = cases;
        this.lists = lists;
        this.operations = operations;
    }

    @GetMapping("/cases")
    @Permission(Action.CASE_READ)
    CaseLists.Page list(Actor actor, @RequestParam Map<String, String> query) {
        return lists.page(actor, query);
    }

    @GetMapping("/cases/{caseNo}")
    @Permission(Action.CASE_READ)
    CaseDetail see(Actor actor, @PathVariable String caseNo) {
        return cases.see(actor, caseNo);
    }

    @PostMapping("/cases/{caseNo}/steps")
    @Permission(Action.CASE_READ)
    ResponseEntity<String> take(
            Actor actor, @PathVariable String caseNo, @RequestBody StepRequest request) {
        var said = Map.of("caseNo", caseNo, "step", request);
        var operation = operations.of(actor.id(), request.operationId(), said);
        return Operations.send(cases.take(actor, caseNo, request.done(null), operation));
    }

    @GetMapping("/map/cells")
    @Permission(Action.CASE_READ)
    List<CaseQueries.CellLoad> cells(Actor actor, @RequestParam Map<String, String> query) {
        return lists.cells(actor, query.get("area"));
    }
}
