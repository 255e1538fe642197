package org.linli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed after {@code ./linli}. */
class CommandLineTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Says back what it was given. */
    private record Echo(Console console) implements Command {

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Syntax syntax() {
            return new Syntax(List.of("WORD"), Set.of("port"), Set.of("loud"));
        }

        @Override
        public int run(Arguments arguments) {
            console.print(
                    arguments.operand("WORD") + arguments.port().orElse(0) + arguments.has("loud"));
            return PARTLY_DONE;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "echo hello,                     hello0false",
        "echo hello --port 80 --loud,    hello80true",
        "echo --loud --port=80 hello,    hello80true"
    })
    void wordsOptionsAndFlagsComeInAnyOrder(String line, String expected) {
        assertThat(run(line)).isEqualTo(Command.PARTLY_DONE);
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sing,                    没有“sing”这个命令",
        "echo,                    缺少 WORD",
        "echo a b,                多了“b”",
        "echo a --quiet,          没有选项 --quiet",
        "echo a --port,           --port 后面需要一个值",
        "echo a --port 99999,     --port 不能是“99999”",
        "echo a --port x,         --port 不能是“x”",
        "echo a --loud=yes,       没有选项 --loud=yes"
    })
    void whatIsWrittenWronglyIsNamed(String line, String expected) {
        assertThat(run(line)).isEqualTo(Command.WRITTEN_WRONGLY);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(expected);
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"help", "--help", "echo --help"})
    void helpIsGivenToWhoeverAsks(String line) {
        assertThat(run(line)).isEqualTo(Command.DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("  ./linli demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"durability", "indicators", "rls"})
    void whatChecksOtherDataIsAskedOfNoRunningLinli(String check) {
        var command = new CheckCommand(new Inside(Object.class), console());
        var running = Map.of("url", "http://localhost:1", "token", "x");

        assertThatExceptionOfType(WrittenWrongly.class)
                .isThrownBy(
                        () -> command.run(new Arguments(Map.of("NAME", check), running, Set.of())))
                .withMessage("launch/check-stopped");
    }

    @Test
    void withoutAnyWordTheUsageIsShown() {
        assertThat(commandLine().run(List.of())).isEqualTo(Command.WRITTEN_WRONGLY);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("./linli serve");
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 0 %", "50, 100, 50 %", "200, 100, 100 %"})
    void aProgressBarShowsHowFarItHasCome(long done, long total, String expected) {
        assertThat(ProgressBar.line(done, total)).contains(expected);
    }

    private int run(String line) {
        return commandLine().run(List.of(line.split(" ")));
    }

    private CommandLine commandLine() {
        var console = console();
        return new CommandLine(console, List.of(new Echo(console)));
    }

    private Console console() {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.CHINESE);
    }
}
