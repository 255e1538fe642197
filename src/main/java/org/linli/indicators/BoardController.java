package org.linli.indicators;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.access.Role;
import org.linli.platform.operation.Operations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards: the few figures of a role, as they are now. */
@RestController
class BoardController {

    private final Boards boards;
    private final Indicators indicators;
    private final Clock clock;

    BoardController(Boards boards, Indicators indicators, Clock clock) {
        this.boards = boards;
        this.indicators = indicators;
        this.clock = clock;
    }

    /**
     * The board of the caller's role: its figures of an area, and of each part of it. It is read
     * off the roll-ups, some seconds behind at most, where the period lasts until now; what is over
     * is counted from the cases.
     *
     * @param area the code of a division or cell; all the caller may see where it is left out
     * @param from a date or a time, included; from the beginning where it is left out
     * @param to a date or a time, included; until now where it is left out or is today
     * @param by what the parts are: street, community, grid, source, unit, matter, major or month;
     *     none where it is left out
     */
    @GetMapping("/api/v1/indicators/board")
    @Permission(Action.INDICATOR_READ)
    Board board(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by) {
        var role = boards.roleOf(actor);
        var figures = boards.of(role);
        var place = area == null || area.isBlank() ? null : area;
        var period = Period.of(from, to, indicators.zone(), clock.instant());
        var grouping = Question.grouping(by);
        var whole =
                indicators.latest(
                        actor, new Question(place, period, figures, Grouping.NONE), locale);
        if (grouping == Grouping.NONE) {
            return new Board(
                    role.code(),
                    whole.asOf(),
                    whole.rolledUp(),
                    names(figures),
                    whole.figures(),
                    List.of());
        }
        var parts =
                indicators.latest(actor, new Question(place, period, figures, grouping), locale);
        return new Board(
                role.code(),
                parts.asOf().isBefore(whole.asOf()) ? parts.asOf() : whole.asOf(),
                whole.rolledUp() && parts.rolledUp(),
                names(figures),
                whole.figures(),
                parts.figures());
    }

    private static List<String> names(List<Indicator> figures) {
        return figures.stream().map(Indicator::name).toList();
    }

    /** The figures of each role that sees any. */
    @GetMapping("/api/v1/indicators/boards")
    @Permission(Action.INDICATOR_READ)
    List<Boards.Kept> boards() {
        return Arrays.stream(Role.values())
                .filter(Boards::seesFigures)
                .map(role -> new Boards.Kept(role.code(), names(boards.of(role))))
                .toList();
    }

    /** Changes which figures a role works by: eight at most. */
    @PutMapping("/api/v1/indicators/boards/{role}")
    @Permission(Action.RULES_MAKE)
    ResponseEntity<String> choose(
            Actor actor, @PathVariable String role, @RequestBody Boards.Chosen chosen) {
        return Operations.send(boards.choose(actor, role, chosen));
    }
}
