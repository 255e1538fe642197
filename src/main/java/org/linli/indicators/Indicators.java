package org.linli.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.access.Scope;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.indicators.Counted.Hours;
import org.linli.platform.statistics.Wilson;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** Front door to the figures: reckons them, and opens the list behind each. */
@Service
class Indicators {

    /** Where the list behind a figure is. */
    static final String CASES = "/api/v1/indicators/cases";

    /** Finer than any figure is printed. */
    private static final int DIGITS = 10;

    private static final int DIGITS_OF_HOURS = 6;

    private final IndicatorStore store;
    private final Groups groups;
    private final ClassBreaks breaks;
    private final RolledUp rolledUp;
    private final Grid grid;
    private final ZoneId zone;

    Indicators(
            IndicatorStore store,
            Groups groups,
            ClassBreaks breaks,
            RolledUp rolledUp,
            Grid grid,
            @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.store = store;
        this.groups = groups;
        this.breaks = breaks;
        this.rolledUp = rolledUp;
        this.grid = grid;
        this.zone = zone;
    }

    /**
     * The figures that somebody asks for, group by group, as far as they may see cases.
     *
     * @throws NoSuchArea if there is no such area, or none they may see
     * @throws org.linli.platform.problem.InvalidValue if the classes before and after a change have
     *     no counterparts
     */
    List<Figure> figures(Actor actor, Question question, Locale locale) {
        var counted = store.count(counting(actor, question), question.sets());
        return figures(question, counted, locale);
    }

    /**
     * The same off the roll-ups, where those have them: as of a moment ago, and at once. The
     * question of the answer ends at that moment.
     */
    Latest latest(Actor actor, Question question, Locale locale) {
        var counting = counting(actor, question);
        var shown = rolledUp.count(counting, question.indicators());
        if (shown.isEmpty()) {
            var counted = store.count(counting, question.sets());
            return new Latest(figures(question, counted, locale), question.period().until(), false);
        }
        var asOf = shown.get().asOf();
        var then = question.until(asOf);
        return new Latest(figures(then, shown.get().groups(), locale), asOf, true);
    }

    /**
     * Figures as they were a moment ago.
     *
     * @param rolledUp whether they were read off the roll-ups
     */
    record Latest(List<Figure> figures, Instant asOf, boolean rolledUp) {

        Latest {
            figures = List.copyOf(figures);
        }
    }

    private List<Figure> figures(Question question, List<Counted> counted, Locale locale) {
        var note = note(question, locale);
        var names = groups.names(question.by(), locale);
        var figures = new ArrayList<Figure>();
        for (var indicator : question.indicators()) {
            var rows =
                    counted.isEmpty() && question.by() == Grouping.NONE
                            ? List.of(Counted.NOTHING)
                            : counted;
            rows.forEach(row -> figures.add(figure(indicator, row, question, names, note, locale)));
        }
        return figures;
    }

    /**
     * The cases behind a figure, the newest first.
     *
     * @param group null for all groups together
     * @throws NoSuchArea if there is no such area, or none they may see
     */
    List<Found> cases(
            Actor actor,
            Question question,
            CaseSet set,
            @Nullable String group,
            @Nullable Found after,
            int limit) {
        return store.find(counting(actor, question), group, set, after, limit);
    }

    /** How many cases are behind a figure, counted no further than to so many. */
    long countCases(
            Actor actor, Question question, CaseSet set, @Nullable String group, long most) {
        return store.countBehind(counting(actor, question), group, set, most);
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * What a question asks of the cases that somebody may see.
     *
     * @throws NoSuchArea if there is no such area, or none they may see
     */
    Counting counting(Actor actor, Question question) {
        var scope = Policy.scope(actor, Action.INDICATOR_READ);
        var area = question.area();
        return new Counting(
                scope,
                area == null ? null : visiblePath(area, scope),
                question.period(),
                question.by(),
                zone,
                groups.areas(question.by(), area),
                groups.majors(question.by()));
    }

    private String visiblePath(String area, Scope scope) {
        return grid.division(area)
                .map(Division::path)
                .filter(path ->
                        scope.areaPaths().stream()
                                .anyMatch(own -> path.startsWith(own) || own.startsWith(path)))
                .orElseThrow(() -> new NoSuchArea(area));
    }

    /** What must be said beside figures; null where nothing must. */
    @Nullable String note(Question question, Locale locale) {
        return breaks.note(question)
                .or(() ->
                        question.by() == Grouping.UNIT
                                ? Optional.of(Message.of("indicator/note/unit"))
                                : Optional.empty())
                .map(note -> Words.say(note, locale))
                .orElse(null);
    }

    private static Figure figure(
            Indicator indicator,
            Counted row,
            Question question,
            Function<String, String> names,
            @Nullable String note,
            Locale locale) {
        var group = question.by() == Grouping.NONE ? null : row.group();
        var base = indicator.base();
        var counted = row.of(indicator.counted());
        var interval =
                base == null || !indicator.isSampled()
                        ? Wilson.NONE
                        : Wilson.of(counted, row.of(base));
        return new Figure(
                indicator.name(),
                Words.say(indicator.label(), locale),
                group,
                group == null ? null : names.apply(group),
                counted,
                base == null ? null : row.of(base),
                value(indicator, row),
                interval.low(),
                interval.high(),
                row.ownOf(indicator.counted()),
                base == null ? null : row.ownOf(base),
                question.period().until(),
                note,
                indicator.kind().unit(),
                Definition.text(indicator, locale),
                link(indicator, question, group, Part.NUMERATOR),
                base == null ? null : link(indicator, question, group, Part.DENOMINATOR));
    }

    private static @Nullable Number value(Indicator indicator, Counted row) {
        var counted = row.of(indicator.counted());
        return switch (indicator.kind()) {
            case COUNT -> counted;
            case RATE -> {
                var base = indicator.base() == null ? 0 : row.of(indicator.base());
                yield rate(counted, base);
            }
            case MEDIAN -> hours(row.hours(), Hours::median);
            case NINE_OF_TEN -> hours(row.hours(), Hours::ofNineInTen);
            case MEAN -> hours(row.hours(), Hours::mean);
        };
    }

    /** The part that counts, from 0 to 1; null where there is nothing to divide by. */
    static @Nullable BigDecimal rate(long counted, long base) {
        return base == 0
                ? null
                : BigDecimal.valueOf(counted)
                        .divide(BigDecimal.valueOf(base), DIGITS, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal hours(
            @Nullable Hours hours, ToDoubleFunction<Hours> measure) {
        return hours == null
                ? null
                : BigDecimal.valueOf(measure.applyAsDouble(hours))
                        .setScale(DIGITS_OF_HOURS, RoundingMode.HALF_UP);
    }

    /** Where the cases are that a figure counts or divides by. */
    static String link(Indicator indicator, Question question, @Nullable String group, Part part) {
        var period = question.period();
        var link =
                UriComponentsBuilder.fromPath(CASES)
                        .queryParam("name", indicator.name())
                        .queryParam("part", part.code());
        if (question.area() != null) {
            link.queryParam("area", question.area());
        }
        if (!period.since().equals(Period.BEGINNING)) {
            link.queryParam("from", period.since());
        }
        link.queryParam("to", period.until());
        if (group != null) {
            link.queryParam("by", question.by().code()).queryParam("group", group);
        }
        return link.encode(StandardCharsets.UTF_8).toUriString();
    }
}
