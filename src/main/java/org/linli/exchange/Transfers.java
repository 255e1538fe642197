package org.linli.exchange;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.Importer;
import org.springframework.stereotype.Component;

/** The front door: every kind of file that can be taken in or given out. */
@Component
public class Transfers {

    private final List<Importer> importers;
    private final List<Exporter> exporters;

    Transfers(List<Importer> importers, List<Exporter> exporters) {
        this.importers = List.copyOf(importers);
        this.exporters = List.copyOf(exporters);
    }

    /**
     * What reads files of a kind.
     *
     * @throws NoSuchKind if nothing does
     */
    public Importer importer(String kind) {
        return of(kind, importers, Importer::kind);
    }

    /**
     * What writes files of a kind.
     *
     * @throws NoSuchKind if nothing does
     */
    public Exporter exporter(String kind) {
        return of(kind, exporters, Exporter::kind);
    }

    private static <T> T of(String kind, List<T> all, Function<T, String> kindOf) {
        return all.stream()
                .filter(one -> kindOf.apply(one).equals(kind))
                .findFirst()
                .orElseThrow(() -> new NoSuchKind(kind, all.stream().map(kindOf).toList()));
    }
}
