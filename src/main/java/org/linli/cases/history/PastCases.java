package org.linli.cases.history;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.audit.AuditTrail;
import org.linli.cases.CaseIds;
import org.linli.cases.CaseKey;
import org.linli.cases.CaseNumber;
import org.linli.cases.Placement;
import org.linli.platform.words.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes batches of past cases in: what is new is added, what has changed is corrected. */
@Component
class PastCases {

    /** Few enough that each transaction is a matter of a fraction of a second. */
    private static final int MERGED_AT_ONCE = 2_000;

    private final StoredCases stored;
    private final HistoryStore store;
    private final Retelling retelling;
    private final CaseIds ids;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    PastCases(
            StoredCases stored,
            HistoryStore store,
            Retelling retelling,
            CaseIds ids,
            AuditTrail trail,
            TransactionTemplate transaction,
            @Value("${linli.zone:Asia/Shanghai}") ZoneId zone) {
        this.stored = stored;
        this.store = store;
        this.retelling = retelling;
        this.ids = ids;
        this.trail = trail;
        this.transaction = transaction;
        this.zone = zone;
    }

    /** How many rows of a batch were stored, and how many were there already. */
    record Taken(int accepted, int unchanged) {}

    /** What is to be done with the rows of a batch. */
    private record Sorted(List<Incoming> added, List<Change> changed, int unchanged) {}

    private record Change(Incoming incoming, StoredCase before, Placed place) {

        PastCase after() {
            return incoming.past().placed(place);
        }
    }

    /** Stores a batch in one transaction; a row that cannot be stored says why. */
    Taken take(List<Incoming> batch, Placing placing, KnownCodes codes, boolean dryRun) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    store.lock();
                    var sorted = sorted(batch, placing);
                    if (dryRun) {
                        return counted(sorted);
                    }
                    var taken = stored(sorted, codes);
                    trail.stored("cases", taken.accepted());
                    return taken;
                }));
    }

    /**
     * Merges duplicates into their survivors as far as those are here.
     *
     * @return how many duplicates are without a survivor in the end
     */
    long mergeDuplicates() {
        var merged = 0;
        do {
            merged =
                    Objects.requireNonNull(
                            transaction.execute(_ -> {
                                store.lock();
                                var now = store.merge(MERGED_AT_ONCE);
                                trail.stored("cases", now);
                                return now;
                            }));
        } while (merged > 0);
        return store.withoutSurvivor();
    }

    private Sorted sorted(List<Incoming> batch, Placing placing) {
        var here = stored.find(batch.stream().map(one -> one.past().origin()).toList());
        var added = new ArrayList<Incoming>();
        var changed = new ArrayList<Change>();
        var unchanged = 0;
        for (var incoming : batch) {
            var before = here.get(incoming.past().origin());
            if (before == null) {
                added.add(incoming);
                continue;
            }
            var change = new Change(incoming, before, placeNow(incoming, before, placing));
            if (saysNothingNew(change)) {
                unchanged++;
            } else if (mayBeMade(change)) {
                changed.add(change);
            }
        }
        return new Sorted(added, changed, unchanged);
    }

    /**
     * The same row again, or the case as it stands now, such as an export tells it. Where the cell
     * was not known then but is now, the row does say something new.
     */
    private static boolean saysNothingNew(Change change) {
        var before = change.before;
        var imported = before.imported();
        var told = change.incoming.past().fingerprint();
        if (imported != null && imported.fingerprint().equals(told)) {
            return before.livesHere() || !isPlacedNow(change);
        }
        return change.after().cells().equals(before.past().cells());
    }

    private static boolean isPlacedNow(Change change) {
        return change.before.place().placement() != Placement.PLACED
                && change.place.placement() == Placement.PLACED
                && change.place.countyCode().equals(change.before.key().countyCode());
    }

    /** A case keeps the cell of its day as long as nobody says another place. */
    private static Placed placeNow(Incoming incoming, StoredCase before, Placing placing) {
        var report = incoming.past().report();
        var was = before.place();
        var samePlace =
                report.position() != null
                        ? report.position().equals(was.position())
                        : was.position() == null
                                && Objects.equals(report.cellCode(), was.cellCode());
        if (was.placement() == Placement.PLACED && samePlace) {
            return was;
        }
        var said = incoming.place();
        return said.placement() == Placement.PLACED
                ? said
                : placing.keptIn(before.key().countyCode(), said);
    }

    private static boolean mayBeMade(Change change) {
        var row = change.incoming.row();
        var before = change.before;
        if (before.livesHere()) {
            row.reject("case_id", Message.of("history/lives-here", before.caseNo()));
        } else if (!change.place.countyCode().equals(before.key().countyCode())) {
            row.reject("case_id", Message.of("history/other-county", before.key().countyCode()));
        }
        return row.isSound();
    }

    private static Taken counted(Sorted sorted) {
        return new Taken(sorted.added.size() + sorted.changed.size(), sorted.unchanged);
    }

    private Taken stored(Sorted sorted, KnownCodes codes) {
        store.add(sorted.added.stream().map(one -> added(one, codes)).toList());
        return new Taken(sorted.added.size() + correct(sorted.changed, codes), sorted.unchanged);
    }

    private NewPast added(Incoming incoming, KnownCodes codes) {
        var past = incoming.placed();
        var key = new CaseKey(incoming.place().countyCode(), ids.next());
        return new NewPast(
                key,
                CaseNumber.of(key, past.times().reportedAt(), zone),
                past,
                incoming.past().fingerprint(),
                incoming.place(),
                codes.filingOf(past.report().matterCode()),
                retelling.events(past));
    }

    private int correct(List<Change> changes, KnownCodes codes) {
        if (changes.isEmpty()) {
            return 0;
        }
        var histories = stored.events(changes.stream().map(one -> one.before.key()).toList());
        var corrected =
                changes.stream().map(change -> corrected(change, histories, codes)).toList();
        var left = store.correct(corrected);
        left.forEach(one ->
                one.row()
                        .reject(
                                "case_id",
                                Message.of("history/lives-here", one.before().caseNo())));
        return corrected.size() - left.size();
    }

    private Corrected corrected(
            Change change, Map<CaseKey, List<PastEvent>> histories, KnownCodes codes) {
        var after = change.after();
        var history = histories.getOrDefault(change.before.key(), List.of());
        return new Corrected(
                change.incoming.row(),
                change.before,
                after,
                change.incoming.past().fingerprint(),
                change.place,
                codes.filingOf(after.report().matterCode()),
                retelling.corrected(change.before, history, after));
    }
}
