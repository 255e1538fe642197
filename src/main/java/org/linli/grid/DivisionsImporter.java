package org.linli.grid;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.linli.platform.transfer.FileRefused;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;

/** Reads divisions and cells, checks that they fit together, and publishes them as a whole. */
@Component
class DivisionsImporter implements Importer {

    private static final Pattern SCHEME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,40}");

    /** Of what an overlay may do but should not, this much is told. */
    private static final int MOST_NOTES = 200;

    private final GridStore grid;
    private final PublicationStore store;
    private final Publisher publisher;
    private final CurrentWorld world;
    private final Clock clock;

    DivisionsImporter(
            GridStore grid,
            PublicationStore store,
            Publisher publisher,
            CurrentWorld world,
            Clock clock) {
        this.grid = grid;
        this.store = store;
        this.publisher = publisher;
        this.world = world;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "divisions";
    }

    @Override
    public ImportReport load(Path path, ImportOptions options, ImportProgress progress) {
        var scheme = scheme(options);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        while (true) {
            // read anew each time: its rows remember what was found wrong with them
            var file = DivisionFile.read(path, options);
            var published = published(scheme);
            var revision =
                    new Revision(
                            published,
                            scheme.equals(WorldReader.MASTER),
                            file.unknownGround(),
                            now);
            revision.take(file.drafts());
            if (isDone(options, scheme, published, revision, now, progress)) {
                return report(file, revision);
            }
        }
    }

    private boolean isDone(
            ImportOptions options,
            String scheme,
            Published published,
            Revision revision,
            Instant now,
            ImportProgress progress) {
        if (options.dryRun() || revision.changes().isEmpty()) {
            return true;
        }
        var done = publisher.publish(scheme, published.edition(), revision, now, progress);
        world.refresh();
        return done;
    }

    private Published published(String scheme) {
        var edition = grid.edition();
        var above =
                scheme.equals(WorldReader.MASTER)
                        ? Map.<String, Division>of()
                        : world.refresh().divisions();
        return Published.of(edition, store.latest(scheme), above);
    }

    private static ImportReport report(DivisionFile file, Revision revision) {
        var tally = new ImportTally();
        tally.accepted(revision.changes().size());
        tally.unchanged(revision.unchanged());
        file.rejected().forEach(tally::rejected);
        revision.rejected().forEach(tally::rejected);
        file.notes().forEach(tally::note);
        tell(revision.notes(), tally);
        return tally.report();
    }

    private static void tell(List<Message> notes, ImportTally tally) {
        notes.stream().limit(MOST_NOTES).forEach(tally::note);
        if (notes.size() > MOST_NOTES) {
            tally.note(Message.of("grid/more-notes", notes.size() - MOST_NOTES));
        }
    }

    private static String scheme(ImportOptions options) {
        var name = options.scheme().orElse(WorldReader.MASTER);
        if (!SCHEME.matcher(name).matches()) {
            throw new FileRefused("grid/scheme-unusable", name);
        }
        return name;
    }
}
