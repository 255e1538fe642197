package org.linli.indicators;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;

/**
 * Which figures somebody asks for.
 *
 * @param area null for everything they may see
 */
record Question(@Nullable String area, Period period, List<Indicator> indicators, Grouping by) {

    Question {
        indicators = List.copyOf(indicators);
    }

    /** The same as of a moment before its end. */
    Question until(Instant moment) {
        return moment.isBefore(period.since())
                ? this
                : new Question(area, new Period(period.since(), moment), indicators, by);
    }

    /** The sets that the figures take. */
    Set<CaseSet> sets() {
        return indicators.stream()
                .flatMap(Indicator::sets)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseSet.class)));
    }

    /**
     * The figures with these names, in this order; all that are kept by day where no name is given.
     *
     * @throws InvalidValue if there is no figure of a name
     */
    static List<Indicator> named(List<String> names) {
        return names.isEmpty()
                ? Indicator.ALL.stream().filter(Indicator::isKeptByDay).toList()
                : names.stream().map(Question::named).distinct().toList();
    }

    /**
     * @throws InvalidValue if there is no figure of that name, and why if there must not be
     */
    static Indicator named(String name) {
        return Indicator.named(name.strip())
                .orElseThrow(() ->
                        Barred.reason(name.strip())
                                .map(rule ->
                                        new InvalidValue("indicator/barred", "name", name, rule))
                                .orElseGet(() ->
                                        new InvalidValue("indicator/unknown-name", "name", name)));
    }

    /**
     * The grouping so spelt; none where nothing is given.
     *
     * @throws InvalidValue if there is no such grouping
     */
    static Grouping grouping(@Nullable String by) {
        return Optional.ofNullable(by)
                .filter(text -> !text.isBlank())
                .map(text ->
                        Grouping.of(text)
                                .orElseThrow(() ->
                                        new InvalidValue(
                                                "indicator/unknown-grouping",
                                                "by",
                                                text,
                                                Grouping.codes())))
                .orElse(Grouping.NONE);
    }
}
