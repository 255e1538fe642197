package org.linli.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.linli.access.FirstSealing;
import org.linli.platform.backup.Backup;
import org.linli.platform.words.Message;

/** {@code restore DIR}: an installation made anew from a backup, where there is none. */
final class RestoreCommand implements Command {

    private final Inside inside;
    private final Console console;

    RestoreCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("DIR"), Set.of("data"), Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        var backup = Backup.at(Path.of(arguments.operand("DIR")));
        var installation = inside.installation(arguments);
        installation.make(backup::restore);
        if (!backup.holds("access.post", "seal")) {
            FirstSealing.await(installation.data());
        }
        console.print(told(console, "backup/restored", backup.size(), installation.data()));
        return DONE;
    }

    static String told(Console console, String code, Backup.Size size, Path where) {
        return console.words(
                Message.of(
                        code,
                        size.rows(),
                        size.tables(),
                        size.photos(),
                        size.asOf().toString(),
                        where.toString()));
    }
}
