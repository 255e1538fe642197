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
        var breaches = found.breaches().size();
        var told =
                found.rounds() == 0
                        ? Message.of("walls/found-without-turns", breaches)
                        : Message.of("walls/found", breaches, found.rounds(), found.rows());
        console.print(console.words(told));
        return found.breaches().isEmpty() ? Command.DONE : Command.NOTHING_DONE;
    }
}
