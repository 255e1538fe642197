package org.linli.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.calendar.TimeLimit.Kind;

/** A week without holidays is that of Monday 2025-03-10; the calendar is the mainland's of 2025. */
class WorkingTimeTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final WorkingTime TIME =
            new WorkingTime(SHANGHAI, Mainland.specialDays(), Set.of(2024, 2025, 2026));

    @ParameterizedTest(name = "{1} from {0}: {3}")
    @CsvSource({
        "2025-03-10T09:00, 2WH, 2025-03-10T11:00, within the morning",
        "2025-03-10T11:00, 2WH, 2025-03-10T15:00, over noon",
        "2025-03-10T10:00, 2WH, 2025-03-10T12:00, ending with the morning",
        "2025-03-10T12:00, 1WH, 2025-03-10T15:00, from the end of the morning",
        "2025-03-10T12:59:30, 1WH, 2025-03-10T15:00, from the noon break",
        "2025-03-10T14:00, 4WH, 2025-03-10T18:00, ending with the day",
        "2025-03-10T18:00, 1WH, 2025-03-11T09:00, from the end of the day",
        "2025-03-10T07:00, 1WH, 2025-03-10T09:00, from before the day",
        "2025-03-10T08:00, 1WD, 2025-03-10T18:00, a whole day",
        "2025-03-10T00:00, 1WD, 2025-03-10T18:00, a whole day from midnight",
        "2025-03-10T08:00:01, 1WD, 2025-03-11T08:00:01, a day and a second",
        "2025-03-14T17:00, 2WH, 2025-03-17T09:00, over a weekend",
        "2025-03-15T10:00, 1WH, 2025-03-17T09:00, from a Saturday",
        "2025-03-10T09:30, 5WD, 2025-03-17T09:30, a week",
        "2025-04-03T17:00, 2WH, 2025-04-07T09:00, over Qingming",
        "2025-04-26T10:00, 1WH, 2025-04-27T09:00, to a Sunday worked",
        "2025-09-30T10:00, 1WD, 2025-10-09T10:00, over the October holiday",
        "2025-10-10T10:00, 1WD, 2025-10-11T10:00, to a Saturday worked",
        "2025-03-14T17:00, 2CH, 2025-03-14T19:00, by night",
        "2025-03-14T23:00, 26CH, 2025-03-16T01:00, over midnight",
        "2025-03-14T17:00, 2CD, 2025-03-16T17:00, over a weekend in calendar days"
    })
    void aLimitEnds(LocalDateTime start, String limit, LocalDateTime end, String why) {
        var due = TIME.due(at(start), TimeLimit.parse(limit));

        assertThat(due).as(why).isEqualTo(new Due(at(end), false));
    }

    @ParameterizedTest(name = "{2} % of {1} from {0}")
    @CsvSource({
        "2025-03-10T08:00, 1WD, 75, 2025-03-10T16:00",
        "2025-03-10T08:00, 2WD, 75, 2025-03-11T12:00",
        "2025-03-14T16:00, 4WH, 75, 2025-03-17T09:00",
        "2025-03-14T16:00, 4WH, 25, 2025-03-14T17:00",
        "2025-03-14T22:00, 2CH, 75, 2025-03-14T23:30",
        "2025-03-14T17:00, 4CD, 75, 2025-03-17T17:00",
        "2025-03-10T08:00, 1WD, 100, 2025-03-10T18:00"
    })
    void partOfALimitEnds(LocalDateTime start, String limit, int percent, LocalDateTime end) {
        assertThat(TIME.part(at(start), TimeLimit.parse(limit), percent)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-10T08:00, true",
        "2025-03-10T12:00, false",
        "2025-03-14T18:00, false",
        "2025-03-15T10:00, false",
        "2025-04-27T09:00, true"
    })
    void someTimesAreToWork(LocalDateTime moment, boolean working) {
        assertThat(TIME.isWorking(at(moment))).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-10T09:00, 2025-03-10T11:30, WORKING_HOURS, PT2H30M",
        "2025-03-10T07:00, 2025-03-10T23:00, WORKING_HOURS, PT8H",
        "2025-03-10T12:00, 2025-03-10T14:00, WORKING_DAYS, PT0S",
        "2025-03-14T17:00, 2025-03-17T09:00, WORKING_DAYS, PT2H",
        "2025-03-15T00:00, 2025-03-16T23:00, WORKING_HOURS, PT0S",
        "2025-03-14T17:00, 2025-03-17T09:00, CONTINUOUS_HOURS, PT64H",
        "2025-03-14T17:00, 2025-03-17T09:00, CALENDAR_DAYS, PT64H",
        "2025-03-17T09:00, 2025-03-14T17:00, WORKING_HOURS, PT0S",
        "2025-03-14T11:00, 2025-03-14T09:00, WORKING_HOURS, PT0S",
        "2025-03-17T09:00, 2025-03-14T17:00, CALENDAR_DAYS, PT0S"
    })
    void timePassesOnlyWhileALimitRuns(
            LocalDateTime from, LocalDateTime to, Kind kind, Duration elapsed) {
        assertThat(TIME.elapsed(at(from), at(to), kind)).isEqualTo(elapsed);
    }

    @ParameterizedTest(name = "{0} put off from {1} to {2}: {5}")
    @CsvSource({
        "2025-03-10T16:00, 2025-03-10T10:00, 2025-03-11T10:00, WORKING_HOURS, 2025-03-11T16:00, a day",
        "2025-03-14T18:00, 2025-03-14T17:00, 2025-03-15T10:00, WORKING_DAYS, 2025-03-17T09:00, to a Saturday",
        "2025-04-03T18:00, 2025-04-03T17:00, 2025-04-04T09:00, WORKING_HOURS, 2025-04-07T09:00, to Qingming",
        "2025-03-14T20:00, 2025-03-14T18:00, 2025-03-15T18:00, CONTINUOUS_HOURS, 2025-03-15T20:00, by night",
        "2025-03-16T17:00, 2025-03-14T18:00, 2025-03-24T18:00, CALENDAR_DAYS, 2025-03-26T17:00, ten days",
        "2025-03-10T16:00, 2025-03-10T16:00, 2025-03-11T10:00, WORKING_HOURS, 2025-03-10T16:00, run out by then",
        "2025-03-10T16:00, 2025-03-10T17:00, 2025-03-11T10:00, CALENDAR_DAYS, 2025-03-10T16:00, run out before",
        "2025-03-10T16:00, 2025-03-10T10:00, 2025-03-10T09:00, WORKING_HOURS, 2025-03-10T16:00, no time at all",
        "2025-03-10T16:00, 2025-03-10T10:00, 2025-03-10T09:00, CALENDAR_DAYS, 2025-03-10T16:00, no time at all"
    })
    void whatDoesNotCountPutsTheEndOff(
            LocalDateTime due,
            LocalDateTime from,
            LocalDateTime to,
            Kind kind,
            LocalDateTime end,
            String why) {
        assertThat(TIME.resumed(at(due), at(from), at(to), kind)).as(why).isEqualTo(at(end));
    }

    @Test
    void aYearNobodyHasLoadedIsProvisional() {
        assertThat(due("2026-12-31T16:00", "2WH").provisional()).isFalse();
        assertThat(due("2026-12-31T16:00", "3WH").provisional()).isTrue();
        assertThat(due("2027-01-05T09:00", "1WH"))
                .isEqualTo(new Due(at(LocalDateTime.parse("2027-01-05T10:00")), true));
        assertThat(due("2023-12-31T16:00", "3WH").provisional()).isTrue();
        assertThat(due("2027-01-05T09:00", "1CH").provisional()).isFalse();
        assertThat(due("2027-01-05T09:00", "1CD").provisional()).isFalse();
    }

    @Test
    void aCalendarDayKeepsItsHourWhenTheClocksAreChanged() {
        var berlin = new WorkingTime(ZoneId.of("Europe/Berlin"), Map.of(), Set.of());
        var start = Instant.parse("2025-03-29T09:00:00Z");

        assertThat(berlin.due(start, TimeLimit.parse("1CD")).at())
                .isEqualTo(Instant.parse("2025-03-30T08:00:00Z"));
        assertThat(berlin.due(start, TimeLimit.parse("24CH")).at())
                .isEqualTo(Instant.parse("2025-03-30T09:00:00Z"));
    }

    @Test
    void aSpecialDayIsWorkedOrNotAsTheCalendarSays() {
        assertThat(TIME.isWorkingDay(LocalDate.of(2025, 4, 27))).isTrue();
        assertThat(TIME.isWorkingDay(LocalDate.of(2025, 5, 1))).isFalse();
        assertThat(TIME.isWorkingDay(LocalDate.of(2025, 3, 14))).isTrue();
        assertThat(TIME.isWorkingDay(LocalDate.of(2025, 3, 15))).isFalse();
    }

    /** Whatever the start and the limit: exactly the limit has passed when it ends, not earlier. */
    @Test
    void whenALimitEndsExactlyTheLimitHasPassed() {
        var random = new Random(20250401);
        for (int i = 0; i < 5_000; i++) {
            var start =
                    Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(31_000_000));
            var limit = new TimeLimit(1 + random.nextInt(40), Kind.values()[random.nextInt(4)]);

            var due = TIME.due(start, limit).at();

            var elapsed = TIME.elapsed(start, due, limit.kind());
            assertThat(elapsed).as("%s from %s", limit, start).isEqualTo(length(limit));
            assertThat(TIME.elapsed(start, due.minusSeconds(1), limit.kind())).isLessThan(elapsed);
        }
    }

    private static Duration length(TimeLimit limit) {
        return switch (limit.kind()) {
            case WORKING_HOURS, CONTINUOUS_HOURS -> Duration.ofHours(limit.amount());
            case WORKING_DAYS -> Duration.ofHours(8L * limit.amount());
            case CALENDAR_DAYS -> Duration.ofDays(limit.amount());
        };
    }

    private static Due due(String start, String limit) {
        return TIME.due(at(LocalDateTime.parse(start)), TimeLimit.parse(limit));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(SHANGHAI).toInstant();
    }
}
