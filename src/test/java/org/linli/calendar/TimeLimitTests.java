package org.linli.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.calendar.TimeLimit.Kind;

class TimeLimitTests {

    @ParameterizedTest
    @CsvSource({
        "4WH, 4, WORKING_HOURS, true",
        "2CH, 2, CONTINUOUS_HOURS, false",
        "3WD, 3, WORKING_DAYS, true",
        "9999CD, 9999, CALENDAR_DAYS, false"
    })
    void aLimitIsWrittenAsCataloguesWriteIt(
            String code, int amount, Kind kind, boolean isWorkingTime) {
        var limit = TimeLimit.parse(code);

        assertThat(limit).isEqualTo(new TimeLimit(amount, kind));
        assertThat(limit.code()).isEqualTo(code);
        assertThat(limit).hasToString(code);
        assertThat(limit.kind().isWorkingTime()).isEqualTo(isWorkingTime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4", "WH", "0WH", "04WH", "4wh", "-1WD", "1.5WD", "10000CD", "4WH "})
    void anythingElseIsNoLimit(String code) {
        assertThat(TimeLimit.of(code)).isEmpty();
        assertThatThrownBy(() -> TimeLimit.parse(code)).hasMessageContaining(code);
    }

    @Test
    void anExtendedLimitIsAsManyTimesTheFirst() {
        assertThat(TimeLimit.parse("4WH").times(3)).isEqualTo(TimeLimit.parse("12WH"));
    }

    @Test
    void aLimitLastsFromOneToALot() {
        assertThatThrownBy(() -> new TimeLimit(0, Kind.WORKING_DAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeLimit(10_000, Kind.WORKING_DAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
