package org.linli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdNumberTests {

    @Test
    void theCheckCharacterMustFit() {
        assertThat(IdNumber.of("11010519491231002x")).isPresent();
        assertThat(IdNumber.of("110105194912310021")).isEmpty();
        assertThat(IdNumber.of("11010519491331002X")).isEmpty();
        assertThat(IdNumber.of("11010519491231002")).isEmpty();
    }

    @Test
    void whoeverIsUnderFourteenNeedsAGuardianUntilTheirBirthday() {
        var born = IdNumber.of(Town.idNumber("20200229")).orElseThrow();

        assertThat(born.needsGuardian(LocalDate.of(2034, 2, 27))).isTrue();
        assertThat(born.needsGuardian(LocalDate.of(2034, 2, 28))).isFalse();
        assertThat(born.needsGuardian(LocalDate.of(2034, 3, 1))).isFalse();
    }

    @Test
    void everyBirthdayEndsTheNeedForAGuardianOnItsDay() {
        for (var day = LocalDate.of(2011, 1, 1);
                day.isBefore(LocalDate.of(2013, 1, 1));
                day = day.plusDays(1)) {
            var number = IdNumber.of(Town.idNumber(day.toString().replace("-", ""))).orElseThrow();
            var fourteen = day.plusYears(14);

            assertThat(number.needsGuardian(fourteen.minusDays(1))).as(day.toString()).isTrue();
            assertThat(number.needsGuardian(fourteen)).as(day.toString()).isFalse();
        }
    }
}
