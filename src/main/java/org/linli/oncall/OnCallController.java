package org.linli.oncall;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What cannot wait: who is called now, and where nobody answered. */
@RestController
@RequestMapping("/api/v1/oncall")
class OnCallController {

    private final OrderViews views;

    OnCallController(OrderViews views) {
        this.views = views;
    }

    /** The urgent orders nobody has taken yet, under what the caller may see, oldest first. */
    @GetMapping("/orders")
    @Permission(Action.ROSTER_READ)
    List<ShownOrder> orders() {
        return views.open();
    }

    /**
     * Where and when urgent orders went without an answer for a quarter of an hour: by street and
     * hour of the week, of no person.
     *
     * @param from a date, included; ninety days ago where it is left out
     * @param to a date, included; today where it is left out
     */
    @GetMapping("/unanswered")
    @Permission(Action.INDICATOR_READ)
    List<UnansweredHour> unanswered(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return views.unanswered(from, to);
    }
}
