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
