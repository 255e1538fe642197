package org.linli.indicators;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who held the time of cases, and the cases behind it. */
@RestController
class AttributionController {

    private final Attribution attribution;
    private final Indicators indicators;
    private final CasesBehind behind;
    private final Clock clock;

    AttributionController(
            Attribution attribution, Indicators indicators, CasesBehind behind, Clock clock) {
        this.attribution = attribution;
        this.indicators = indicators;
        this.behind = behind;
        this.clock = clock;
    }

    /**
     * The hours that each unit held cases whose clock has stopped, and the delay that falls on it.
     *
     * @param area the code of a division or cell; all the caller may see where it is left out
     * @param from the day of filing, included; from the beginning where it is left out
     * @param to the day of filing, included; until today where it is left out
     */
    @GetMapping("/api/v1/indicators/attribution")
    @Permission(Action.INDICATOR_READ)
    List<Attribution.Attributed> byUnit(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return attribution.byUnit(actor, question(area, from, to), locale);
    }

    /**
     * The cases that a unit had time on, in the form of every list of cases, the newest first.
     *
     * @param unit its code, or office for the one that dispatches
     * @param late whether only those that it delayed
     * @param limit 1 to 200
     * @param cursor where the page before ended
     */
    @GetMapping("/api/v1/indicators/attribution/cases")
    @Permission(Action.INDICATOR_READ)
    CasesBehind.Page cases(
            Actor actor,
            @RequestParam String unit,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var question = question(area, from, to);
        return behind.page(
                limit,
                cursor == null || cursor.isBlank() ? null : cursor,
                after -> attribution.find(actor, question, unit, late, after, limit),
                () -> attribution.count(actor, question, unit, late));
    }

    private Question question(@Nullable String area, @Nullable String from, @Nullable String to) {
        return new Question(
                area == null || area.isBlank() ? null : area,
                Period.of(from, to, indicators.zone(), clock.instant()),
                List.of(),
                Grouping.NONE);
    }
}
