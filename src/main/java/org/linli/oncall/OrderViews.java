package org.linli.oncall;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.calendar.Calendar;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Matter;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;

/** Shows what cannot wait, as far as the reader may see the cases. */
@Component
class OrderViews {

    private static final int USUAL_DAYS = 90;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final OrderQueries queries;
    private final Accounts accounts;
    private final Units units;
    private final Grid grid;
    private final Catalogue catalogue;
    private final Calendar calendar;
    private final Clock clock;

    OrderViews(
            OrderQueries queries,
            Accounts accounts,
            Units units,
            Grid grid,
            Catalogue catalogue,
            Calendar calendar,
            Clock clock) {
        this.queries = queries;
        this.accounts = accounts;
        this.units = units;
        this.grid = grid;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<ShownOrder> open() {
        return queries.open().stream().map(this::shown).toList();
    }

    List<UnansweredHour> unanswered(@Nullable LocalDate from, @Nullable LocalDate to) {
        var today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        var first = checked("from", from == null ? today.minusDays(USUAL_DAYS) : from);
        var last = checked("to", to == null ? today : to);
        return queries
                .unanswered(begin(first), begin(last.plusDays(1)), clock.instant(), calendar.zone())
                .stream()
                .map(hour -> hour.in(streetName(hour.streetCode())))
                .toList();
    }

    private static LocalDate checked(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new InvalidValue("request/out-of-range", field, FIRST_YEAR, LAST_YEAR);
        }
        return day;
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private ShownOrder shown(OrderQueries.Open open) {
        var order = open.order();
        var matter = Optional.ofNullable(order.matterCode()).flatMap(catalogue::matter);
        return new ShownOrder(
                order.caseNo(),
                matter.map(Matter::nameZh).orElse(null),
                matter.map(Matter::nameEn).orElse(null),
                order.unit(),
                units.nameOf(order.unit()).orElse(null),
                order.street(),
                streetName(order.street()),
                order.orderedAt(),
                open.nextCallAt(),
                open.nobodyAt(),
                queries.calls(order).stream()
                        .map(call ->
                                new ShownOrder.Call(
                                        call.holder(), nameOf(call.account()), call.calledAt()))
                        .toList());
    }

    private String nameOf(String account) {
        return accounts.find(account).map(Account::name).orElse("");
    }

    private @Nullable String streetName(String code) {
        return grid.division(code).map(Division::name).orElse(null);
    }
}
