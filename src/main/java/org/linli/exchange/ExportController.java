package org.linli.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.access.StepUp;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives files out while Linli runs. */
@RestController
class ExportController {

    private final Transfers transfers;
    private final Rights rights;
    private final StepUp stepUp;

    ExportController(Transfers transfers, Rights rights, StepUp stepUp) {
        this.transfers = transfers;
        this.rights = rights;
        this.stepUp = stepUp;
    }

    /** Everything of one kind, as a file that imports again unchanged. */
    @GetMapping("/api/v1/exports/{kind}")
    @Permission(Action.DATA_EXPORT)
    void write(@PathVariable String kind, Actor actor, HttpServletResponse response)
            throws IOException {
        rights.require(actor, Action.DATA_EXPORT);
        stepUp.require(actor);
        var exporter = transfers.exporter(kind);
        var divisions = kind.equals("divisions");
        response.setContentType(divisions ? "application/geo+json" : "text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + kind + (divisions ? ".geojson\"" : ".csv\""));
        exporter.write(response.getOutputStream());
    }
}
