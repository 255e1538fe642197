package org.linli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lines of checkpoints are worth. */
class WitnessTests {

    private static final UUID DATABASE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir private Path folder;

    @Test
    void linesAsTheyWereWrittenAreBelieved() {
        var key = SigningKey.in(folder);

        assertThat(Witness.of(DATABASE, lines(key, 3, 3, 9), key).checkpoints()).isEqualTo(3);
    }

    @Test
    void aKeyIsMadeOnceAndKept() {
        var lines = lines(SigningKey.in(folder), 1);

        assertThat(Witness.of(DATABASE, lines, SigningKey.in(folder)).checkpoints()).isEqualTo(1);
    }

    @Test
    void linesThatSomebodyElseSignedAreNot(@TempDir Path elsewhere) {
        var lines = lines(SigningKey.in(elsewhere), 3);

        assertThatThrownBy(() -> Witness.of(DATABASE, lines, SigningKey.in(folder)))
                .hasMessage("audit/checkpoint-altered");
    }

    @Test
    void linesOfAnotherDatabaseAreNot() {
        var key = SigningKey.in(folder);

        assertThatThrownBy(() -> Witness.of(UUID.randomUUID(), lines(key, 3), key))
                .hasMessage("audit/checkpoint-altered");
    }

    @Test
    void aTrailThatBecameShorterWasRestored() {
        var key = SigningKey.in(folder);

        assertThatThrownBy(() -> Witness.of(DATABASE, lines(key, 9, 4), key))
                .hasMessage("audit/went-back");
    }

    private static List<String> lines(SigningKey key, long... sealed) {
        var lines = new ArrayList<String>();
        var before = Checkpoint.NONE;
        for (var no = 1; no <= sealed.length; no++) {
            var head = Sha256.of("head " + no);
            var line = Checkpoint.signed(no, DATABASE, sealed[no - 1], head, AT, before, key);
            before = HexFormat.of().formatHex(line.hash());
            lines.add(line.line());
        }
        return lines;
    }
}
