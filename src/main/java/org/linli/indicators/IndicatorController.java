package org.linli.indicators;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.platform.problem.InvalidValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures, what they mean, and the cases behind them. */
@RestController
class IndicatorController {

    private final Indicators indicators;
    private final CasesBehind behind;
    private final Clock clock;

    IndicatorController(Indicators indicators, CasesBehind behind, Clock clock) {
        this.indicators = indicators;
        this.behind = behind;
        this.clock = clock;
    }

    /**
     * Figures over the cases the caller may see, as they stood at the end of a period.
     *
     * @param area the code of a division or cell; all the caller may see where it is left out
     * @param from a date or a time, included; from the beginning where it is left out
     * @param to a date or a time, included; until now where it is left out or is today
     * @param by what the figures are told apart by: street, community, grid, source, unit, matter,
     *     major or month
     * @param name which figures of those at /api/v1/indicators/definitions; all that are kept by
     *     day where it is left out
     */
    @GetMapping("/api/v1/indicators")
    @Permission(Action.INDICATOR_READ)
    List<Figure> figures(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "") List<String> name) {
        var question =
                new Question(
                        given(area), period(from, to), Question.named(name), Question.grouping(by));
        return indicators.figures(actor, question, locale);
    }

    /**
     * The cases behind a figure, in the form of every list of cases, the newest first.
     *
     * @param name of the figure
     * @param part numerator or denominator
     * @param group the code of a group, with what the figure was told apart by
     * @param limit 1 to 200
     * @param cursor where the page before ended
     */
    @GetMapping("/api/v1/indicators/cases")
    @Permission(Action.INDICATOR_READ)
    CasesBehind.Page cases(
            Actor actor,
            @RequestParam String name,
            @RequestParam(defaultValue = "numerator") String part,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var indicator = Question.named(name);
        var question =
                new Question(
                        given(area), period(from, to), List.of(indicator), Question.grouping(by));
        var set =
                Part.named(part)
                        .flatMap(meant -> meant.of(indicator))
                        .orElseThrow(() -> new InvalidValue("indicator/unknown-part", "part"));
        return behind.page(actor, question, set, given(group), limit, given(cursor));
    }

    /** What each figure means, in Chinese and in English. */
    @GetMapping("/api/v1/indicators/definitions")
    @OpenToAll(because = "what a figure means is no secret, and holds no data")
    List<Definition> definitions() {
        return Indicator.ALL.stream().map(Definition::of).toList();
    }

    private Period period(@Nullable String from, @Nullable String to) {
        return Period.of(from, to, indicators.zone(), clock.instant());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
