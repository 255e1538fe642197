package org.linli.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.linli.platform.backup.Backup;

/** {@code backup DIR}: everything an installation knows into a folder, while it runs or not. */
final class BackupCommand implements Command {

    private final Inside inside;
    private final Console console;

    BackupCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("DIR"), Set.of("data"), Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        var folder = Path.of(arguments.operand("DIR"));
        var installation = inside.installation(arguments);
        try (var database = installation.open()) {
            var size = Backup.make(database, installation.data(), folder);
            console.print(RestoreCommand.told(console, "backup/made", size, folder));
        }
        return DONE;
    }
}
