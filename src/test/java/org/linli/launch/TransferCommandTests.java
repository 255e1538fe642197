package org.linli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliApplication;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.postgres.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code import} and {@code export}, with a Linli that runs and with one that is stopped. */
@LinliTest
class TransferCommandTests {

    private static final String GOOD =
            """
            unit_code,name,kind,area_code
            L-WATER,水务所,department,990801
            """;

    private static final String FAULTY = GOOD + "L-GHOST,=幽灵所,department,123\n";

    @Autowired private TestAccounts accounts;
    @Autowired private TestDistrict district;
    @LocalServerPort private int port;
    @TempDir private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void loadTheDistrict() {
        district.load();
    }

    @Test
    void aFileWithFaultsIsStoredInPartAndItsFaultsAreListedBesideIt() throws IOException {
        var file = Files.writeString(folder.resolve("units.csv"), FAULTY);

        assertThat(remotely("import", "units", file.toString())).isEqualTo(Command.PARTLY_DONE);

        assertThat(said(out)).endsWith("rejected 1\n").hasLineCount(1);
        assertThat(said(err)).contains("units.csv.rejected.csv");
        assertThat(folder.resolve("units.csv.rejected.csv"))
                .content()
                .startsWith("row,column,value,reason")
                .contains("3,area_code,123,");
    }

    @Test
    void onceItsFaultsArePutRightTheListOfThemGoes() throws IOException {
        var file = Files.writeString(folder.resolve("units.csv"), FAULTY);
        remotely("import", "units", file.toString());
        Files.writeString(file, GOOD);

        assertThat(remotely("import", "units", file.toString())).isEqualTo(Command.DONE);

        assertThat(said(out)).endsWith("accepted 0, unchanged 1, rejected 0\n");
        assertThat(folder.resolve("units.csv.rejected.csv")).doesNotExist();
    }

    @Test
    void ifEveryRowIsRejectedNothingIsDone() throws IOException {
        var rows = FAULTY.lines().toList();
        var file =
                Files.writeString(
                        folder.resolve("units.csv"), rows.get(0) + "\n" + rows.get(2) + "\n");

        assertThat(remotely("import", "units", file.toString())).isEqualTo(Command.NOTHING_DONE);
        assertThat(said(out)).isEqualTo("accepted 0, unchanged 0, rejected 1\n");
    }

    @Test
    void aFileThatIsNoneIsRefusedWithTheReason() throws IOException {
        var file = Files.writeString(folder.resolve("units.csv"), "shoe_size\n42\n");

        assertThat(remotely("import", "units", file.toString())).isEqualTo(Command.NOTHING_DONE);
        assertThat(said(err)).contains("shoe_size");
    }

    @Test
    void aKindThatIsNoneIsRefusedWithThoseThereAre() throws IOException {
        var file = Files.writeString(folder.resolve("units.csv"), GOOD);

        assertThat(remotely("import", "shoes", file.toString())).isEqualTo(Command.NOTHING_DONE);
        assertThat(said(err)).contains("shoes").contains("divisions");
    }

    @Test
    void aStrangerIsTurnedAwayInWords() {
        var words = List.of("export", "units", "--url", url(), "--token", "guessed");

        assertThat(commandLine().run(words)).isEqualTo(Command.NOTHING_DONE);
        assertThat(said(out)).isEmpty();
        assertThat(said(err)).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void nobodyThereIsToldInWords() {
        var words = List.of("export", "units", "--url", "http://127.0.0.1:1", "--token", "x");

        assertThat(commandLine().run(words)).isEqualTo(Command.NOTHING_DONE);
        assertThat(said(err)).contains("http://127.0.0.1:1").doesNotContain("\tat ");
    }

    @Test
    void anExportIsAFileThatImportsUnchanged() throws IOException {
        var file = folder.resolve("out.csv");

        assertThat(remotely("export", "units", "--out", file.toString())).isEqualTo(Command.DONE);

        assertThat(remotely("import", "units", file.toString())).isEqualTo(Command.DONE);
        assertThat(said(out)).contains("accepted 0,").endsWith("rejected 0\n");
    }

    @Test
    void aStoppedLinliIsWorkedOnInItsDataDirectory() throws IOException {
        var data = folder.resolve("data").toString();
        var file =
                Files.writeString(
                        folder.resolve("divisions.csv"), "code,level,name\n1,district,区\n");

        var words = List.of("import", "divisions", file.toString(), "--data", data);
        assertThat(commandLine().run(words)).as(said(err)).isEqualTo(Command.DONE);
        assertThat(commandLine().run(List.of("export", "divisions", "--data", data))).isZero();

        assertThat(said(out)).startsWith("accepted 1, unchanged 0, rejected 0").contains("\"区\"");
        assertThat(TestServer.runsOn(folder.resolve("data"))).isFalse();
    }

    private int remotely(String... words) {
        var all = new ArrayList<>(List.of(words));
        var token = accounts.tokenFor(Role.ADMINISTRATOR);
        all.addAll(List.of("--url", url(), "--token", token));
        return commandLine().run(all);
    }

    private String url() {
        return "http://localhost:" + port + "/";
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private CommandLine commandLine() {
        var console =
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.CHINESE);
        var inside = new Inside(LinliApplication.class);
        return new CommandLine(
                console,
                List.of(new ImportCommand(inside, console), new ExportCommand(inside, console)));
    }
}
