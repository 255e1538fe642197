package org.linli.cases.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.cases.Placement;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Rejection;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;

/** One file of cases on its way in: takes batches of rows and remembers what it has met. */
final class CaseImport {

    private final PastCaseReader reader;
    private final Placing placing;
    private final KnownCodes codes;
    private final PastCases cases;
    private final ImportTally tally;
    private final boolean dryRun;
    private final Behind behind;
    private final Map<Long, Long> rowOf = new HashMap<>();

    CaseImport(
            PastCaseReader reader,
            Placing placing,
            KnownCodes codes,
            PastCases cases,
            ImportTally tally,
            Behind behind,
            boolean dryRun) {
        this.reader = reader;
        this.placing = placing;
        this.codes = codes;
        this.cases = cases;
        this.tally = tally;
        this.behind = behind;
        this.dryRun = dryRun;
    }

    /** Reads a batch while the one before is being stored. */
    void take(List<Row> rows) {
        var batch = new ArrayList<Incoming>(rows.size());
        rows.forEach(row -> read(row, batch));
        codes.register();
        behind.begin(() -> store(rows, batch));
    }

    private void store(List<Row> rows, List<Incoming> batch) {
        var taken = cases.take(batch, placing, codes, dryRun);
        tally.accepted(taken.accepted());
        tally.unchanged(taken.unchanged());
        rows.stream().filter(row -> !row.isSound()).forEach(tally::rejected);
        batch.stream().filter(one -> one.row().isSound()).forEach(this::tellWhatIsLeftOut);
    }

    /** Ends the import: only now every survivor that the file holds is here. */
    void finish() {
        behind.await();
        var lost = dryRun ? 0 : cases.mergeDuplicates();
        if (lost > 0) {
            tally.note(Message.of("history/survivors-missing", lost));
        }
    }

    private void read(Row row, List<Incoming> batch) {
        reader.read(row)
                .ifPresent(past -> {
                    var before = rowOf.putIfAbsent(past.origin().fingerprint(), row.number());
                    if (before != null) {
                        row.reject("case_id", Message.of("table/repeated", before));
                    }
                    codes.check(row, past.report().matterCode(), past.outcome().unitCode());
                    if (row.isSound()) {
                        batch.add(new Incoming(row, past, placing.place(past.report())));
                    }
                });
    }

    private void tellWhatIsLeftOut(Incoming incoming) {
        var cell = incoming.past().report().cellCode();
        if (cell != null && incoming.place().placement() == Placement.UNPLACED) {
            var row = incoming.row();
            var reason = Message.of("history/unknown-cell");
            tally.leftOut(List.of(new Rejection(row.number(), "cell_code", cell, reason)));
        }
    }
}
