package org.linli.launch.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.launch.durability.Server.Listed;

/** The check of durability would notice if something were lost or doubled. */
class VerdictTests {

    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private static final List<Acknowledged> JOURNAL =
            List.of(new Acknowledged(ONE, "A-1"), new Acknowledged(TWO, "A-2"));

    @Test
    void whatIsStoredAsAcknowledgedHolds() {
        var verdict =
                Verdict.of(
                        JOURNAL,
                        List.of(stored(TWO, "A-2"), stored(ONE, "A-1")),
                        traces("A-1", "A-2"));

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void aReportThatIsNotThereIsLost() {
        var verdict = Verdict.of(JOURNAL, List.of(stored(ONE, "A-1")), traces("A-1"));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lost()).singleElement().asString().contains(TWO.toString());
    }

    @Test
    void aReportUnderAnotherNumberIsLost() {
        var verdict =
                Verdict.of(
                        JOURNAL,
                        List.of(stored(ONE, "A-1"), stored(TWO, "A-3")),
                        traces("A-1", "A-3"));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.lost()).hasSize(1);
    }

    @Test
    void aReportStoredTwiceIsDoubled() {
        var twice = List.of(stored(ONE, "A-1"), stored(TWO, "A-2"), stored(TWO, "A-3"));

        var verdict = Verdict.of(JOURNAL, twice, traces("A-1", "A-2", "A-3"));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.doubled()).singleElement().asString().contains("A-3");
    }

    @Test
    void oneNumberForTwoReportsDoesNotHold() {
        var journal = List.of(new Acknowledged(ONE, "A-1"), new Acknowledged(TWO, "A-1"));

        var verdict =
                Verdict.of(journal, List.of(stored(ONE, "A-1"), stored(TWO, "A-1")), traces("A-1"));

        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void aReportWithoutItsOneTraceDoesNotHold() {
        var stored = List.of(stored(ONE, "A-1"), stored(TWO, "A-2"));

        var verdict = Verdict.of(JOURNAL, stored, traces("A-1", "A-1"));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.untraced()).containsExactlyInAnyOrder("A-1 × 2", "A-2 × 0");
    }

    @Test
    void aTrailThatIsNotWholeDoesNotHold() {
        var stored = List.of(stored(ONE, "A-1"), stored(TWO, "A-2"));
        var traces = new Traces(List.of("A-1", "A-2"), false, "Record 7 is missing");

        var verdict = Verdict.of(JOURNAL, stored, traces);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.untraced()).containsExactly("Record 7 is missing");
    }

    @Test
    void theJournalStandsOnDiskLineByLine(@TempDir Path folder) throws IOException {
        var file = folder.resolve("journal");
        try (var journal = new Journal(file)) {
            JOURNAL.forEach(journal::append);

            assertThat(Files.readAllLines(file)).hasSize(2);
            assertThat(journal.read()).isEqualTo(JOURNAL);
            assertThat(journal.count()).isEqualTo(2);
        }
    }

    private static Traces traces(String... reported) {
        return new Traces(List.of(reported), true, "");
    }

    private static Listed stored(UUID opId, String caseNo) {
        return new Listed(caseNo, "durability-x " + opId);
    }
}
