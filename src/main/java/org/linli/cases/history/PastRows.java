package org.linli.cases.history;

import java.util.List;
import org.linli.cases.Bigrams;
import org.linli.cases.CaseKey;
import tools.jackson.databind.json.JsonMapper;

/** Cases of the past as the rows they become, table by table, in the order of the columns. */
final class PastRows {

    private final JsonMapper json;
    private final CopyText files = new CopyText();
    private final CopyText search = new CopyText();
    private final CopyText imported = new CopyText();
    private final CopyText events = new CopyText();

    PastRows(JsonMapper json) {
        this.json = json;
    }

    CopyText files() {
        return files;
    }

    CopyText search() {
        return search;
    }

    CopyText imported() {
        return imported;
    }

    CopyText events() {
        return events;
    }

    void add(NewPast past) {
        var key = past.key();
        file(past);
        search(past);
        imported.add(key.countyCode())
                .add(key.id())
                .add(past.told().hex())
                .add(past.version())
                .add(past.past().outcome().duplicateOf())
                .add(false)
                .endRow();
        past.events().forEach(event -> add(key, event));
    }

    void add(CaseKey key, PastEvent event) {
        events.add(key.countyCode())
                .add(event.id())
                .add(key.id())
                .add(event.version())
                .add(event.step())
                .add(event.state())
                .add(event.at())
                .add(event.recordedAt())
                .add(event.actor())
                .add(event.actorName())
                .add(event.actorRole())
                .add(event.unitCode())
                .add(event.note())
                .add(event.carried().isEmpty() ? "{}" : json.writeValueAsString(event.carried()))
                .endRow();
    }

    private void file(NewPast past) {
        var row = past.past();
        var report = row.report();
        var times = row.times();
        var outcome = row.outcome();
        files.add(past.key().countyCode())
                .add(past.key().id())
                .add(past.caseNo())
                .add(past.version())
                .add(past.state())
                .add(past.filing().flowFrom(past.state()))
                .add(report.source().code())
                .add(row.origin().system())
                .add(row.origin().caseId())
                .add(report.matterCode())
                .add(past.filing().version())
                .add(report.text())
                .add(PastParameters.longitude(report))
                .add(PastParameters.latitude(report))
                .add(past.place().placement())
                .add(past.place().cellCode())
                .add(past.place().path())
                .add(report.address())
                .add(times.reportedAt())
                .add(PastEvent.NOBODY)
                .add(times.filedAt())
                .add(times.refusedAt())
                .add(times.dispatchedAt())
                .add(outcome.unitCode())
                .add(times.handledAt())
                .array(List.of())
                .add(times.checkedAt())
                .add(times.closedAt())
                .add(times.dueAt())
                .add(times.cancelledAt())
                .add(times.heldUntil())
                .add(outcome.selfHandled())
                .add(false)
                .add(times.dispatchedAt() == null ? 0 : outcome.returns() + 1)
                .add(outcome.returns())
                .add(outcome.reworks())
                .add(0)
                .add(outcome.extensions())
                .add(outcome.rating())
                .add(Unfolding.timesDoubtful(row))
                .endRow();
    }

    private void search(NewPast past) {
        var report = past.past().report();
        var position = report.position();
        search.add(past.key().countyCode())
                .add(past.key().id())
                .array(Bigrams.of(List.of(report.text(), report.address())))
                .add(
                        position == null
                                ? null
                                : "(%s,%s)".formatted(position.longitude(), position.latitude()))
                .endRow();
    }
}
