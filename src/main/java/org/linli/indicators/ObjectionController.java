package org.linli.indicators;

import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objections to figures, and their answers. */
@RestController
class ObjectionController {

    private final Objections objections;

    ObjectionController(Objections objections) {
        this.objections = objections;
    }

    /**
     * Objections to figures of the areas that the caller may see, the newest first.
     *
     * @param area the code of a division or cell, whatever lies in it included
     * @param name of a figure
     */
    @GetMapping("/api/v1/indicators/objections")
    @Permission(Action.INDICATOR_READ)
    List<Objection> objections(
            Actor actor,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String name) {
        return objections.of(
                actor,
                area == null || area.isBlank() ? null : area,
                name == null || name.isBlank() ? null : name);
    }

    /** Objects to a figure. */
    @PostMapping("/api/v1/indicators/objections")
    @Permission(Action.INDICATOR_READ)
    ResponseEntity<String> contest(
            Actor actor, Locale locale, @RequestBody Objections.Contest contest) {
        return Operations.send(objections.contest(actor, contest, locale));
    }

    /** Answers the objection of somebody else. */
    @PostMapping("/api/v1/indicators/objections/{id}/answer")
    @Permission(Action.FIGURE_ANSWER)
    ResponseEntity<String> answer(
            Actor actor, @PathVariable UUID id, @RequestBody Objections.Ruling ruling) {
        return Operations.send(objections.answer(actor, id, ruling));
    }
}
