package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a message is put into words. */
class WordsTests {

    private static final Instant EVENING = Instant.parse("2026-11-23T15:59:30.123456Z");

    @Test
    void aTimeIsToldAsTheClockOnTheWallShowsIt() {
        var here = EVENING.atZone(ZoneId.of("Asia/Shanghai"));
        var message = Message.of("request/out-of-range", "meetAt", here, here.plusMinutes(1));

        assertThat(Words.say(message, Locale.CHINESE))
                .isEqualTo("meetAt 超出范围，应在 2026-11-23 23:59 到 2026-11-24 00:00 之间。");
        assertThat(Words.say(message, Locale.ENGLISH))
                .isEqualTo(
                        "meetAt is out of range: it must be from 2026-11-23 23:59"
                                + " to 2026-11-24 00:00.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void noApostropheIsLostOnTheWay(String language) {
        assertThat(Words.wordings(language))
                .allSatisfy((code, said) ->
                        assertThat(said.replace("''", "")).as(code).doesNotContain("'"));
    }
}
