package org.linli.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The codes of RFC 6238, appendix B (the last six of its eight digits), and when they count. */
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void codesAreThoseOfTheStandard() {
        assertThat(Totp.code(SECRET, 59 / 30)).isEqualTo("287082");
        assertThat(Totp.code(SECRET, 1_111_111_109 / 30)).isEqualTo("081804");
        assertThat(Totp.code(SECRET, 20_000_000_000L / 30)).isEqualTo("353130");
    }

    @Test
    void aClockMayBeOneStepEarlyOrLateAndNoMore() {
        var now = Instant.ofEpochSecond(3_000);

        assertThat(Totp.step(SECRET, Totp.code(SECRET, 99), now, 0)).hasValue(99);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 101), now, 0)).hasValue(101);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 98), now, 0)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 102), now, 0)).isEmpty();
    }

    @Test
    void noCodeCountsOnceALaterOneWasUsed() {
        var now = Instant.ofEpochSecond(3_000);

        assertThat(Totp.step(SECRET, Totp.code(SECRET, 100), now, 100)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 99), now, 100)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 101), now, 100)).hasValue(101);
    }

    @Test
    void secretsAreWrittenAsAppsReadThem() {
        assertThat(Base32.of(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.of(new byte[5])).isEqualTo("AAAAAAAA");
    }
}
