package org.linli.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.exchange.Transfers;
import org.linli.platform.geo.Datum;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.RejectedFile;
import org.linli.platform.words.Message;
import org.springframework.context.ApplicationContext;

/** {@code import KIND FILE}: what is good is stored, what is not is named beside the file. */
final class ImportCommand implements Command {

    private final Inside inside;
    private final Console console;

    ImportCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Syntax syntax() {
        var options = new HashSet<>(Where.OPTIONS);
        options.addAll(Set.of("zone", "datum", "scheme"));
        return new Syntax(List.of("KIND", "FILE"), options, Set.of("dry-run", "create-missing"));
    }

    @Override
    public int run(Arguments arguments) {
        var kind = arguments.operand("KIND");
        var file = Path.of(arguments.operand("FILE"));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ToldByLinli(Message.of("launch/no-file", file.toString()));
        }
        var options = options(arguments);
        return Where.remote(arguments, console.language())
                .map(linli -> tell(file, load(linli, kind, file, options)))
                .orElseGet(() ->
                        inside.work(
                                arguments, linli -> tell(file, load(linli, kind, file, options))));
    }

    private ImportReport load(RemoteLinli linli, String kind, Path file, ImportOptions options) {
        return watched(progress -> linli.load(kind, file, options, progress));
    }

    private ImportReport load(
            ApplicationContext linli, String kind, Path file, ImportOptions options) {
        var importer = linli.getBean(Transfers.class).importer(kind);
        return watched(progress -> importer.load(file, options, progress));
    }

    /** An import as it tells how far it has come. */
    private interface Load {
        ImportReport with(ImportProgress progress);
    }

    private ImportReport watched(Load load) {
        if (!Console.isWatched()) {
            return load.with(ImportProgress.SILENT);
        }
        var bar = new ProgressBar(console.err());
        try {
            return load.with(bar);
        } finally {
            bar.end();
        }
    }

    private int tell(Path file, ImportReport report) {
        report.notes().forEach(console::say);
        var list = file.resolveSibling(file.getFileName() + ".rejected.csv");
        write(list, report);
        if (!report.rejections().isEmpty()) {
            console.say("launch/rejections-in", list.toString());
        }
        console.print(
                "accepted %d, unchanged %d, rejected %d"
                        .formatted(report.accepted(), report.unchanged(), report.rejected()));
        if (report.rejected() == 0) {
            return DONE;
        }
        return report.accepted() + report.unchanged() == 0 ? NOTHING_DONE : PARTLY_DONE;
    }

    /** Writes what was rejected; what an earlier run rejected is no longer so. */
    private void write(Path list, ImportReport report) {
        try {
            Files.deleteIfExists(list);
            if (report.rejections().isEmpty()) {
                return;
            }
            try (var out = Files.newOutputStream(list)) {
                RejectedFile.write(out, report.rejections(), console.language());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ImportOptions options(Arguments arguments) {
        var standard = ImportOptions.standard();
        return new ImportOptions(
                arguments.option("zone").map(ImportCommand::zone).orElse(standard.zone()),
                arguments.option("datum").map(ImportCommand::datum).orElse(standard.datum()),
                arguments.option("scheme").orElse(null),
                arguments.has("create-missing"),
                arguments.has("dry-run"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new WrittenWrongly("launch/value-wrong", "--zone", name);
        }
    }

    private static Datum datum(String name) {
        try {
            return Datum.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new WrittenWrongly("launch/value-wrong", "--datum", name);
        }
    }
}
