package org.linli.duties;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
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

/** The duty list, its gate, and what it costs the grids. */
@RestController
@RequestMapping("/api/v1/duties")
class DutyController {

    private final DutyList list;
    private final Desk desk;
    private final GridTasks tasks;
    private final Burden burden;

    DutyController(DutyList list, Desk desk, GridTasks tasks, Burden burden) {
        this.list = list;
        this.desk = desk;
        this.tasks = tasks;
        this.burden = burden;
    }

    /** What grid members do, and what nobody may ask of them. */
    @GetMapping
    @OpenToAll(because = "residents may know what grid members are there for")
    DutyList.Published published(Locale locale) {
        return list.published(locale);
    }

    /** What departments applied for. */
    @GetMapping("/applications")
    @Permission(Action.DUTY_READ)
    DutyList.Asked applications(Actor actor) {
        return list.asked(actor);
    }

    /** Applies for an entry of the list, for a department. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ShownDuty.class)))
    @PostMapping("/applications")
    @Permission(Action.DUTY_APPLY)
    ResponseEntity<String> apply(Actor actor, @RequestBody Desk.Application body) {
        return Operations.send(desk.apply(actor, body));
    }

    /** What an application would add to each grid, and what it may not ask again. */
    @GetMapping("/applications/{entryId}/forecast")
    @Permission(Action.DUTY_DECIDE)
    Burden.Forecast forecast(Actor actor, @PathVariable UUID entryId) {
        return burden.forecast(desk.toDecide(actor, entryId));
    }

    /** Lets an application in, or refuses it with the reason. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ShownDuty.class)))
    @PostMapping("/applications/{entryId}/decision")
    @Permission(Action.DUTY_DECIDE)
    ResponseEntity<String> decide(
            Actor actor, @PathVariable UUID entryId, @RequestBody Desk.Ruling body) {
        return Operations.send(desk.decide(actor, entryId, body));
    }

    /** How many hours each department takes of the grids of an area in a month. */
    @GetMapping("/burden")
    @Permission(Action.INDICATOR_READ)
    Burden.Month burden(
            Actor actor,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String area) {
        return burden.month(actor, month, area);
    }

    /** A department's tasks with all their grids, or those of the caller's grids. */
    @GetMapping("/tasks")
    @Permission(Action.DUTY_TASK_READ)
    GridTasks.TaskList tasks(Actor actor) {
        return tasks.list(actor);
    }

    /** Gives a task to grids; 409 where the duty list does not let it in. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = GridTasks.Created.class)))
    @PostMapping("/tasks")
    @Permission(Action.DUTY_TASK_GIVE)
    ResponseEntity<String> give(Actor actor, @RequestBody GridTasks.Request body) {
        return Operations.send(tasks.give(actor, body));
    }

    /** Answers a task for a grid. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = GridTasks.Answered.class)))
    @PostMapping("/tasks/{taskId}/answers")
    @Permission(Action.DUTY_TASK_ANSWER)
    ResponseEntity<String> answer(
            Actor actor, @PathVariable UUID taskId, @RequestBody GridTasks.Reply body) {
        return Operations.send(tasks.answer(actor, taskId, body));
    }
}
