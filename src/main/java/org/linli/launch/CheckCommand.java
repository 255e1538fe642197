package org.linli.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.linli.audit.Anchors;
import org.linli.launch.durability.DurabilityCheck;
import org.linli.platform.keys.Keys;
import org.linli.platform.postgres.EmbeddedPostgres;
import org.linli.platform.words.Message;

/**
 * {@code check NAME}: whether anything acknowledged is lost when Linli is killed, whether anybody
 * has changed the audit trail, and whether the database shows anybody what is not theirs.
 */
final class CheckCommand implements Command {

    private static final int KILLS = 10;
    private static final int ALL_KILLS = 50;

    /** Whoever asked a running Linli would be told of other data than its own. */
    private static final Set<String> OF_STOPPED = Set.of("durability", "indicators", "rls");

    private final Console console;
    private final TrailCommand trail;
    private final WallCommand walls;
    private final RollupCommand rollups;

    CheckCommand(Inside inside, Console console) {
        this.console = console;
        this.trail = new TrailCommand(inside, console);
        this.walls = new WallCommand(inside, console);
        this.rollups = new RollupCommand(inside, console);
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("NAME"), Where.OPTIONS, Set.of("full"));
    }

    @Override
    public int run(Arguments arguments) {
        var name = arguments.operand("NAME");
        if (OF_STOPPED.contains(name) && arguments.option("url").isPresent()) {
            throw new WrittenWrongly("launch/check-stopped", name);
        }
        return switch (name) {
            case "audit" -> trail.run(arguments);
            case "durability" -> durability(arguments);
            case "indicators" -> rollups.run(arguments);
            case "rls" -> walls.run(arguments);
            default -> throw new WrittenWrongly("launch/check-unknown", name);
        };
    }

    private int durability(Arguments arguments) {
        try {
            return durability(arguments.has("full") ? ALL_KILLS : KILLS);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private int durability(int kills) throws IOException {
        var folder =
                Files.createTempDirectory(
                        Files.createDirectories(Home.resolve("var/check")), "durability-");
        var check =
                new DurabilityCheck(
                        thisProgram(),
                        folder,
                        kills,
                        (done, total, what, acknowledged) ->
                                console.say("check/killed", done, total, what, acknowledged));
        var verdict = check.run();
        verdict.faults().forEach(console::print);
        console.print(
                console.words(
                        Message.of(
                                "check/durability",
                                2 * kills,
                                kills,
                                verdict.acknowledged(),
                                verdict.lost().size(),
                                verdict.doubled().size(),
                                verdict.numbers(),
                                verdict.untraced().size())));
        if (!verdict.holds()) {
            console.say("check/kept", folder.toString());
            return NOTHING_DONE;
        }
        EmbeddedPostgres.discard(folder.resolve("data"));
        Anchors.discard(folder.resolve("data"));
        Keys.discard(folder.resolve("data"));
        Files.delete(folder.resolve("journal"));
        Files.delete(folder.resolve("linli.log"));
        Files.delete(folder);
        return DONE;
    }

    /** The words that started this process, without its command. */
    private static List<String> thisProgram() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        var path = System.getProperty("java.class.path");
        if (path.endsWith(".jar") && !path.contains(File.pathSeparator)) {
            words.addAll(List.of("-jar", path));
        } else {
            var main = System.getProperty("sun.java.command").split(" ", 2)[0];
            words.addAll(List.of("-cp", path, main));
        }
        return words;
    }
}
