package org.linli.indicators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Above or below the line of a figure. */
enum Part {
    NUMERATOR,
    DENOMINATOR;

    /** As the API spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part so spelt, or empty if there is none. */
    static Optional<Part> named(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }

    /** The cases of this part, or empty for the denominator of a figure that has none. */
    Optional<CaseSet> of(Indicator indicator) {
        return this == NUMERATOR
                ? Optional.of(indicator.counted())
                : Optional.ofNullable(indicator.base());
    }
}
