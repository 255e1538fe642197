package org.linli.launch;

import org.linli.indicators.RollupCheck;
import org.linli.platform.words.Message;

/** {@code check indicators}: whether what the boards show is what a recount of the cases gives. */
final class RollupCommand {

    private final Inside inside;
    private final Console console;

    RollupCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    int run(Arguments arguments) {
        return inside.work(arguments, linli -> tell(linli.getBean(RollupCheck.class).run()));
    }

    private int tell(RollupCheck.Found found) {
        found.wrong().forEach(wrong -> console.print("✗ " + wrong));
        console.print(
                console.words(
                        Message.of(
                                "indicator/checked",
                                found.days(),
                                found.wrong().size(),
                                found.onTheWay())));
        return found.holds() ? Command.DONE : Command.NOTHING_DONE;
    }
}
