package org.linli.launch;

import org.linli.audit.TrailCheck;
import org.linli.audit.Verdict;
import org.linli.platform.words.Message;

/** {@code check audit}: whether anybody has changed what the audit trail says. */
final class TrailCommand {

    private final Inside inside;
    private final Console console;

    TrailCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    /** Checks the data of a Linli that is stopped, or asks one that runs. */
    int run(Arguments arguments) {
        return Where.remote(arguments, console.language())
                .map(linli -> tell(linli.trail()))
                .orElseGet(() -> {
                    var settings = Settings.data(arguments);
                    // what is checked is left as it is
                    settings.put("linli.audit.sealing", "false");
                    return inside.work(
                            settings, linli -> tell(told(linli.getBean(TrailCheck.class).run())));
                });
    }

    /**
     * What became of it, in words.
     *
     * @param holds whether nothing was found
     */
    record Told(boolean holds, Message said) {}

    private static Told told(Verdict verdict) {
        return new Told(
                verdict.holds(),
                verdict.fault()
                        .orElseGet(() ->
                                Message.of(
                                        "audit/holds",
                                        verdict.records(),
                                        verdict.waiting(),
                                        verdict.checkpoints())));
    }

    private int tell(Told told) {
        console.print(console.words(told.said()));
        return told.holds() ? Command.DONE : Command.NOTHING_DONE;
    }
}
