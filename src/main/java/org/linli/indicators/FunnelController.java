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

/** Areas and units beside their like. */
@RestController
class FunnelController {

    private final Funnels funnels;
    private final Indicators indicators;
    private final Clock clock;

    FunnelController(Funnels funnels, Indicators indicators, Clock clock) {
        this.funnels = funnels;
        this.indicators = indicators;
        this.clock = clock;
    }

    /**
     * A rate of areas or units, each beside what is expected of it among its like: cells of one
     * kind, units of one kind, areas of one level, in the area that is asked for.
     *
     * @param name of a rate
     * @param area the code of a division or cell; all the caller may see where it is left out
     * @param from a date or a time, included; from the beginning where it is left out
     * @param to a date or a time, included; until now where it is left out or is today
     * @param by what is compared: street, community, grid or unit
     */
    @GetMapping("/api/v1/indicators/funnel")
    @Permission(Action.INDICATOR_READ)
    Funnel funnel(
            Actor actor,
            Locale locale,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "grid") String by) {
        var question =
                new Question(
                        area == null || area.isBlank() ? null : area,
                        Period.of(from, to, indicators.zone(), clock.instant()),
                        List.of(Question.named(name)),
                        Question.grouping(by));
        return funnels.of(actor, question, locale);
    }
}
