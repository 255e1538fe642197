package org.linli.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.indicators.HeldTimeStore.Asked;
import org.linli.indicators.HeldTimeStore.OfUnit;
import org.linli.people.Units;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who held the time of cases, and whose delay it was: by the unit that had it or that a ruling
 * found responsible, never by where the case lies or who has it now (DOMAIN §0.6).
 */
@Service
class Attribution {

    static final String CASES = "/api/v1/indicators/attribution/cases";

    /** As the API spells the office that dispatches, which is no unit. */
    static final String OFFICE = "office";

    private static final double SECONDS_OF_HOUR = 3600;

    private final HeldTimeStore store;
    private final Indicators indicators;
    private final Units units;

    Attribution(HeldTimeStore store, Indicators indicators, Units units) {
        this.store = store;
        this.indicators = indicators;
        this.units = units;
    }

    /**
     * The time that a unit held.
     *
     * @param unit its code, or {@code office} for the one that dispatches
     * @param cases whose clock has stopped and on which it had time
     * @param lateCases those of them that it delayed
     * @param keptRate the part that it did not delay
     * @param definition how it is reckoned, in words
     * @param casesBehind the link to the list of the cases
     * @param lateCasesBehind the link to the list of those it delayed
     */
    @Classified(FieldClass.C0)
    record Attributed(
            String unit,
            String unitName,
            long cases,
            BigDecimal heldHours,
            long lateCases,
            BigDecimal lateHours,
            @Nullable BigDecimal keptRate,
            String definition,
            String casesBehind,
            String lateCasesBehind) {}

    /**
     * Unit by unit, of the cases filed in a period.
     *
     * @throws NoSuchArea if there is no such area, or none they may see
     */
    List<Attributed> byUnit(Actor actor, Question question, Locale locale) {
        return store.byUnit(asked(actor, question)).stream()
                .map(of -> told(of, question, locale))
                .toList();
    }

    long count(Actor actor, Question question, String unit, boolean late) {
        return store.count(asked(actor, question), code(unit), late);
    }

    List<Found> find(
            Actor actor,
            Question question,
            String unit,
            boolean late,
            @Nullable Found after,
            int limit) {
        return store.find(asked(actor, question), code(unit), late, after, limit);
    }

    private static String code(String unit) {
        return unit.equals(OFFICE) ? "" : unit;
    }

    private Asked asked(Actor actor, Question question) {
        var counting = indicators.counting(actor, question);
        var period = counting.period();
        return new Asked(
                counting.scope().areaPaths(),
                counting.areaPath(),
                LocalDate.ofInstant(period.since(), counting.zone()),
                LocalDate.ofInstant(period.until(), counting.zone()));
    }

    private Attributed told(OfUnit of, Question question, Locale locale) {
        var unit = of.unit().isEmpty() ? OFFICE : of.unit();
        return new Attributed(
                unit,
                unit.equals(OFFICE)
                        ? Words.say(Message.of("indicator/group/office"), locale)
                        : units.nameOf(unit).orElse(unit),
                of.cases(),
                hours(of.seconds()),
                of.lateCases(),
                hours(of.lateSeconds()),
                of.cases() == 0
                        ? null
                        : BigDecimal.valueOf(of.cases() - of.lateCases())
                                .divide(BigDecimal.valueOf(of.cases()), 6, RoundingMode.HALF_UP),
                Words.say(Message.of("indicator/attribution"), locale),
                link(question, unit, false),
                link(question, unit, true));
    }

    private static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds / SECONDS_OF_HOUR).setScale(2, RoundingMode.HALF_UP);
    }

    private static String link(Question question, String unit, boolean late) {
        var link =
                UriComponentsBuilder.fromPath(CASES)
                        .queryParam("unit", unit)
                        .queryParam("late", late);
        if (question.area() != null) {
            link.queryParam("area", question.area());
        }
        if (!question.period().since().equals(Period.BEGINNING)) {
            link.queryParam("from", question.period().since());
        }
        link.queryParam("to", question.period().until());
        return link.encode(StandardCharsets.UTF_8).toUriString();
    }
}
