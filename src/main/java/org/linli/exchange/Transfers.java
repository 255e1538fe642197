package org.linli.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.springframework.stereotype.Component;

/** The front door: every kind of file that can be taken in or given out. */
@Component
public class Transfers {

    private final List<Importer> importers;
    private final List<Exporter> exporters;
    private final AuditTrail trail;

    Transfers(List<Importer> importers, List<Exporter> exporters, AuditTrail trail) {
        this.trail = trail;
        this.importers = List.copyOf(importers);
        this.exporters = List.copyOf(exporters);
    }

    /** What reads files of a kind, and leaves a trace of whose file it was. */
    public interface Reading {
        ImportReport load(Path file, ImportOptions options, ImportProgress progress);
    }

    /** What writes files of a kind, and leaves a trace of whom it went to. */
    public interface Writing {
        void write(OutputStream out) throws IOException;
    }

    /**
     * What reads files of a kind.
     *
     * @throws NoSuchKind if nothing does
     */
    public Reading importer(String kind) {
        var importer = of(kind, importers, Importer::kind);
        return (file, options, progress) -> {
            if (!options.dryRun()) {
                trail.note(trail.now(Act.DATA_IMPORT, Thing.DATA, kind).request(sha256(file)));
            }
            return importer.load(file, options, progress);
        };
    }

    /**
     * What writes files of a kind.
     *
     * @throws NoSuchKind if nothing does
     */
    public Writing exporter(String kind) {
        var exporter = of(kind, exporters, Exporter::kind);
        return out -> {
            trail.note(trail.now(Act.DATA_EXPORT, Thing.DATA, kind));
            exporter.write(out);
        };
    }

    private static byte[] sha256(Path file) {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T of(String kind, List<T> all, Function<T, String> kindOf) {
        return all.stream()
                .filter(one -> kindOf.apply(one).equals(kind))
                .findFirst()
                .orElseThrow(() -> new NoSuchKind(kind, all.stream().map(kindOf).toList()));
    }
}
