package org.linli.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.platform.backup.BackupRefused;
import org.linli.platform.postgres.DatabaseRefused;
import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** Everything {@code ./linli} can do, by its first word. */
public final class CommandLine {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);

    private static final List<String> HELP = List.of("help", "--help", "-h");

    private final Console console;
    private final List<Command> commands;

    CommandLine(Console console, List<Command> commands) {
        this.console = console;
        this.commands = List.copyOf(commands);
    }

    /**
     * Runs a command of the product to its end.
     *
     * @param application the class that everything is found from
     * @param words a command and what follows it
     * @return the exit code
     */
    public static int run(Class<?> application, String... words) {
        var console = Console.ofProcess();
        var inside = new Inside(application);
        return new CommandLine(
                        console,
                        List.of(
                                new DemoCommand(inside, console),
                                new ServeCommand(inside, console),
                                new SetupCommand(inside, console),
                                new ImportCommand(inside, console),
                                new ExportCommand(inside, console),
                                new TokenCommand(inside, console),
                                new BackupCommand(inside, console),
                                new RestoreCommand(inside, console),
                                new CheckCommand(inside, console),
                                new TrainCommand(inside),
                                new DoctorCommand(console)))
                .run(List.of(words));
    }

    int run(List<String> words) {
        if (words.isEmpty() || HELP.contains(words.getFirst())) {
            console.say("launch/usage");
            return words.isEmpty() ? Command.WRITTEN_WRONGLY : Command.DONE;
        }
        try {
            var command = command(words.getFirst());
            var rest = words.subList(1, words.size());
            if (rest.stream().anyMatch(HELP::contains)) {
                console.say("launch/usage");
                return Command.DONE;
            }
            return command.run(command.syntax().read(rest));
        } catch (WrittenWrongly wrong) {
            console.say(wrong.told());
            console.say("launch/help");
            return Command.WRITTEN_WRONGLY;
        } catch (RuntimeException failed) {
            reason(failed).ifPresentOrElse(console::say, () -> LOG.error("Unforeseen", failed));
            return Command.NOTHING_DONE;
        }
    }

    private Command command(String name) {
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrittenWrongly("launch/command-unknown", name));
    }

    /** What whoever runs the command can do something about, or empty if that is not known. */
    private static Optional<Message> reason(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static Optional<Message> told(Throwable cause) {
        return switch (cause) {
            case Problem problem -> Optional.of(problem.told());
            case DatabaseRefused refused -> Optional.of(refused.told());
            case BackupRefused refused -> Optional.of(refused.told());
            case ToldByLinli refused -> Optional.of(refused.told());
            case PortInUseException taken ->
                    Optional.of(Message.of("launch/port-in-use", taken.getPort()));
            default -> Optional.empty();
        };
    }
}
