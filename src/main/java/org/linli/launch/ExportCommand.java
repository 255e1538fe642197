package org.linli.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import org.linli.exchange.Transfers;

/** {@code export KIND}: everything of one kind, as a file that imports again unchanged. */
final class ExportCommand implements Command {

    private final Inside inside;
    private final Console console;

    ExportCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public Syntax syntax() {
        var options = new HashSet<>(Where.OPTIONS);
        options.add("out");
        return new Syntax(List.of("KIND"), options, java.util.Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        var kind = arguments.operand("KIND");
        return Where.remote(arguments, console.language())
                .map(linli -> write(arguments, out -> linli.export(kind, out)))
                .orElseGet(() ->
                        inside.work(
                                arguments,
                                linli ->
                                        write(
                                                arguments,
                                                linli.getBean(Transfers.class).exporter(kind)
                                                        ::write)));
    }

    private interface Source {
        void into(OutputStream out) throws IOException;
    }

    private int write(Arguments arguments, Source source) {
        try {
            var file = arguments.path("out");
            if (file.isPresent()) {
                write(file.get().toAbsolutePath(), source);
            } else {
                source.into(console.out());
                console.out().flush();
            }
            return DONE;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Beside its place first: a file of that name is always whole. */
    private static void write(Path file, Source source) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try (var out = Files.newOutputStream(beside)) {
            source.into(out);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
