package org.linli.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When work is done: from 08 to 12 and from 14 to 18 on each working day. Working days are Monday
 * to Friday, but for the days that the calendar says otherwise of.
 *
 * @param zone whose days and hours these are
 * @param special days off in the week, and weekends worked: true where the day is worked
 * @param knownYears the years whose special days are all there
 */
public record WorkingTime(ZoneId zone, Map<LocalDate, Boolean> special, Set<Integer> knownYears) {

    private static final Duration WORKING_DAY = Duration.ofHours(8);

    private static final int SATURDAY = 6;

    private static final int HUNDRED = 100;

    private record Hours(LocalTime from, LocalTime to) {}

    private static final List<Hours> HOURS =
            List.of(
                    new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    new Hours(LocalTime.of(14, 0), LocalTime.of(18, 0)));

    private record Span(Instant from, Instant to) {

        Duration length() {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }

        Span from(Instant start) {
            return start.isAfter(from) ? new Span(start, to) : this;
        }

        Span until(Instant end) {
            return end.isBefore(to) ? new Span(from, end) : this;
        }
    }

    public WorkingTime {
        special = Map.copyOf(special);
        knownYears = Set.copyOf(knownYears);
    }

    public boolean isWorkingDay(LocalDate day) {
        return special.getOrDefault(day, day.getDayOfWeek().getValue() < SATURDAY);
    }

    /**
     * When a limit ends that starts to run at an instant. A limit that fills a working day ends
     * with that day, not at the beginning of the next.
     */
    public Due due(Instant start, TimeLimit limit) {
        return switch (limit.kind()) {
            case CONTINUOUS_HOURS -> new Due(start.plus(Duration.ofHours(limit.amount())), false);
            case CALENDAR_DAYS ->
                    new Due(start.atZone(zone).plusDays(limit.amount()).toInstant(), false);
            case WORKING_HOURS -> worked(start, Duration.ofHours(limit.amount()));
            case WORKING_DAYS -> worked(start, WORKING_DAY.multipliedBy(limit.amount()));
        };
    }

    /** When so much work has been done that begins at an instant. */
    public Instant after(Instant start, Duration work) {
        return worked(start, work).at();
    }

    /** When so many hundredths of a limit have run that starts to run at an instant. */
    public Instant part(Instant start, TimeLimit limit, int percent) {
        var whole =
                switch (limit.kind()) {
                    case WORKING_HOURS, CONTINUOUS_HOURS -> Duration.ofHours(limit.amount());
                    case WORKING_DAYS -> WORKING_DAY.multipliedBy(limit.amount());
                    case CALENDAR_DAYS -> Duration.between(start, due(start, limit).at());
                };
        var part = whole.multipliedBy(percent).dividedBy(HUNDRED);
        return limit.kind().isWorkingTime() ? worked(start, part).at() : start.plus(part);
    }

    /** Whether it is a time to work. */
    public boolean isWorking(Instant at) {
        return spans(dayOf(at)).stream()
                .anyMatch(span -> !at.isBefore(span.from) && at.isBefore(span.to));
    }

    /** How much of a limit of this kind passes from one instant to another; none backwards. */
    public Duration elapsed(Instant from, Instant to, TimeLimit.Kind kind) {
        if (!kind.isWorkingTime()) {
            return new Span(from, to).length();
        }
        var elapsed = Duration.ZERO;
        var last = dayOf(to);
        for (var day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (var span : spans(day)) {
                elapsed = elapsed.plus(span.from(from).until(to).length());
            }
        }
        return elapsed;
    }

    /**
     * When a limit of this kind ends that was to end at an instant, if the time in between does not
     * count. One that had run out already stays so.
     */
    public Instant resumed(Instant dueAt, Instant from, Instant to, TimeLimit.Kind kind) {
        if (!from.isBefore(dueAt) || !from.isBefore(to)) {
            return dueAt;
        }
        return kind.isWorkingTime()
                ? worked(to, elapsed(from, dueAt, kind)).at()
                : dueAt.plus(Duration.between(from, to));
    }

    private Due worked(Instant start, Duration work) {
        var left = work;
        for (var day = dayOf(start); ; day = day.plusDays(1)) {
            for (var span : spans(day)) {
                var rest = span.from(start);
                if (left.compareTo(rest.length()) <= 0) {
                    return new Due(rest.from().plus(left), isProvisional(start, day));
                }
                left = left.minus(rest.length());
            }
        }
    }

    private List<Span> spans(LocalDate day) {
        return isWorkingDay(day)
                ? HOURS.stream()
                        .map(hours -> new Span(at(day, hours.from), at(day, hours.to)))
                        .toList()
                : List.of();
    }

    private boolean isProvisional(Instant start, LocalDate end) {
        for (int year = dayOf(start).getYear(); year <= end.getYear(); year++) {
            if (!knownYears.contains(year)) {
                return true;
            }
        }
        return false;
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
