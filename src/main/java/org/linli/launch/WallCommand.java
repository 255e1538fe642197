package org.linli.launch;

import org.linli.access.WallCheck;
import org.linli.platform.words.Message;

/** {@code check rls}: whether the database shows anybody what is not theirs. */
final class WallCommand {

    private static final int TURNS = 1_000;
    private static final int ALL_TURNS = 10_000;

    private final Inside inside;
    private final Console console;

    WallCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    int run(Arguments arguments) {
        var turns = arguments.has("full") ? ALL_TURNS : TURNS;
        return inside.work(arguments, linli -> tell(linli.getBean(WallCheck.class).run(turns)));
    }

    private int tell(WallCheck.Found found) {
        found.breaches().forEach(breach -> console.print("✗ " + console.words(breach)));
        console.print(
                console.words(
                        Message.of(
                                "walls/found",
                                found.breaches().size(),
                                found.rounds(),
                                found.rows())));
        return found.breaches().isEmpty() ? Command.DONE : Command.NOTHING_DONE;
    }
}
