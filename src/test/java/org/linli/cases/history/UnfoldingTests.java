package org.linli.cases.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.Source;
import org.linli.cases.history.PastCase.Outcome;
import org.linli.cases.history.PastCase.Report;
import org.linli.cases.history.PastCase.Times;

/** What a row of a case amounts to. Hours stand for times; the report is at hour 10. */
class UnfoldingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    reported=10                                          | REPORTED   | report
                    reported=10 filed=11                                 | FILED      | report file
                    reported=10 refused=11                               | REFUSED    | report refuse
                    reported=10 cancelled=11                             | REFUSED    | report cancel
                    reported=10 filed=11 dispatched=12 unit=1            | DISPATCHED | report file dispatch
                    reported=10 filed=11 dispatched=12                   | FILED      | report file dispatch
                    reported=10 dispatched=12 unit=1 handled=13          | HANDLED    | report dispatch handle
                    reported=10 dispatched=12 handled=13 checked=14      | CHECKED    | report dispatch handle check
                    reported=10 filed=11 closed=15                       | CLOSED     | report file close
                    reported=10 filed=11 self=1 handled=15 closed=15     | CLOSED     | report file self-handle
                    reported=10 self=1 closed=15 checked=20              | CLOSED     | report self-handle check
                    reported=10 self=1 handled=14 closed=15              | CLOSED     | report self-handle close
                    reported=10 filed=11 closed=15 cancelled=16          | CLOSED     | report file close cancel
                    reported=10 duplicate=1 cancelled=11                 | MERGED     | report merge
                    reported=10 duplicate=1 filed=11 closed=15           | MERGED     | report file close merge
                    """)
    void aRowLeadsToAStateBySteps(String row, String state, String steps) {
        var unfolding = Unfolding.of(past(row));

        assertThat(unfolding.state()).isEqualTo(state);
        assertThat(unfolding.steps().stream().map(PastStep::step))
                .containsExactly(steps.split(" ", -1));
        assertThat(unfolding.steps().getLast().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    reported=10 filed=11 dispatched=12 handled=13 checked=14 closed=15 | false
                    reported=10 closed=10                                              | false
                    reported=10 self=1 handled=11 closed=11 checked=40                 | false
                    reported=10 closed=9                                               | true
                    reported=10 filed=9                                                | true
                    reported=10 refused=9                                              | true
                    reported=10 cancelled=9                                            | true
                    reported=10 dispatched=14 closed=13                                | true
                    reported=10 handled=14 closed=13                                   | true
                    reported=10 handled=12 closed=13 checked=14                        | true
                    reported=10 self=1 handled=11 closed=11 checked=9                  | true
                    """)
    void timesThatContradictEachOtherAreNoticed(String row, boolean doubtful) {
        assertThat(Unfolding.timesDoubtful(past(row))).isEqualTo(doubtful);
    }

    @Test
    void theUnitAnswersFromTheDispatchOn() {
        var steps =
                Unfolding.of(past("reported=10 filed=11 dispatched=12 unit=1 closed=15")).steps();

        assertThat(steps.get(1).unitCode()).isNull();
        assertThat(steps.get(2).unitCode()).isEqualTo("1");
        assertThat(steps.get(3).unitCode()).isEqualTo("1");
    }

    private static PastCase past(String row) {
        var said = new HashMap<String, String>();
        for (var pair : row.strip().split(" +", -1)) {
            said.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        var times =
                new Times(
                        Objects.requireNonNull(hour(said, "reported")),
                        hour(said, "filed"),
                        hour(said, "refused"),
                        hour(said, "dispatched"),
                        hour(said, "handled"),
                        hour(said, "checked"),
                        hour(said, "closed"),
                        null,
                        hour(said, "cancelled"),
                        null);
        var outcome =
                new Outcome(
                        said.get("unit"),
                        said.containsKey("self"),
                        said.get("duplicate"),
                        null,
                        0,
                        0,
                        0);
        return new PastCase(
                new Origin("test", "1"),
                new Report(Source.IMPORT, null, "", null, null, ""),
                times,
                outcome);
    }

    private static @Nullable Instant hour(Map<String, String> said, String name) {
        var hour = said.get(name);
        return hour == null ? null : Instant.EPOCH.plusSeconds(3600L * Integer.parseInt(hour));
    }
}
