package org.linli.indicators;

import java.util.Arrays;
import java.util.stream.Stream;
import org.linli.platform.charter.Named;
import org.springframework.stereotype.Component;

/** What is counted, and what figures are told apart by, shown to the charter. */
@Component
class IndicatorNames implements Named {

    @Override
    public String what() {
        return "indicator";
    }

    @Override
    public Stream<String> names() {
        return Stream.concat(
                Indicator.ALL.stream().map(Indicator::name),
                Arrays.stream(Grouping.values()).map(Grouping::name));
    }
}
