package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Chinese, unless somebody would rather have English. */
class LanguagesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "EN",
                "en-GB",
                "en-US,en;q=0.9",
                "en, zh;q=0.5",
                "zh;q=0.3, en;q=0.8",
                "fr, en;q=0.5",
                "de-DE, de;q=0.9, en;q=0.1",
                "zh;q=0, en"
            })
    void englishIsForThoseWhoPreferIt(String accepted) {
        assertThat(language(accepted)).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "de",
                "zh",
                "zh-Hant-TW",
                "zh-CN,zh;q=0.9,en;q=0.8",
                "zh, en",
                "en;q=0",
                "en;q=0, *;q=0.1",
                "en;q=0.0",
                "zh;q=0",
                "en;q=much",
                "en;q=-1",
                ";;;",
                "i-klingon",
                "\u00ff;;q=x"
            })
    void everybodyElseIsAnsweredInChinese(String accepted) {
        assertThat(language(accepted)).isEqualTo("zh");
    }

    @Test
    void whoeverSaysNothingIsAnsweredInChinese() {
        assertThat(Languages.of(new MockHttpServletRequest()).getLanguage()).isEqualTo("zh");
    }

    private static String language(String accepted) {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", accepted);
        return Languages.of(request).getLanguage();
    }
}
