package org.linli.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.problem.Problem.Kind;

/** Everything a problem says is in the language of its reader. */
class ProblemsTests {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isTitledInTheLanguageOfItsReader(Kind kind) {
        var status = ProblemAdvice.status(kind).value();

        var chinese = Problems.detail(status, Locale.SIMPLIFIED_CHINESE);
        var english = Problems.detail(status, Locale.ENGLISH);

        assertThat(chinese.getTitle()).containsPattern("\\p{IsHan}");
        assertThat(english.getTitle()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 405, 408, 416, 418, 431, 451, 500, 505})
    void isTitledWhateverItsStatus(int status) {
        assertThat(Problems.detail(status, Locale.SIMPLIFIED_CHINESE).getTitle())
                .containsPattern("\\p{IsHan}");
    }
}
