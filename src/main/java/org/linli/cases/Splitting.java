package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.AccessContext;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseFile.Report;
import org.linli.cases.CaseState.Accepted;
import org.linli.cases.CaseStep.Part;
import org.linli.cases.CaseStep.Split;
import org.linli.cases.Milestones.Milestone;
import org.linli.cases.StepTaking.Taker;
import org.linli.evidence.Evidence;
import org.linli.platform.operation.Operation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes cases of the concerns that one report named (拆分). Each is a report of the same person at
 * the same time, which the office has accepted by telling it apart.
 */
@Component
class Splitting {

    /** The first that is told of a part. */
    static final String OFF = "split-off";

    private final CaseEventStore told;
    private final NewCaseStore newCases;
    private final CaseIds ids;
    private final CaseEvents events;
    private final Filings filings;
    private final Contacts contacts;
    private final Evidence evidence;
    private final Calendar calendar;
    private final TransactionTemplate transaction;

    Splitting(
            CaseEventStore told,
            NewCaseStore newCases,
            CaseIds ids,
            CaseEvents events,
            Filings filings,
            Contacts contacts,
            Evidence evidence,
            Calendar calendar,
            TransactionTemplate transaction) {
        this.told = told;
        this.newCases = newCases;
        this.ids = ids;
        this.events = events;
        this.filings = filings;
        this.contacts = contacts;
        this.evidence = evidence;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    /** Whether nobody has worked on a case yet: what was done is not told apart any more. */
    static boolean canBeSplit(CaseFile file) {
        return file.handlers().isEmpty()
                && file.counts().dispatches() == 0
                && file.counts().reopenings() == 0;
    }

    /**
     * @throws StepNotAllowed if somebody has worked on what is to be split
     */
    static void require(CaseFile file, CaseStep step) {
        if (step instanceof Split && !canBeSplit(file)) {
            throw new StepNotAllowed(file, step.kind());
        }
    }

    /** The cases that a step makes of a case; none but where it splits it. */
    List<NewCase> parts(Taker taker, CaseFile whole, CaseStep step, Instant at, Instant now) {
        if (!(step instanceof Split(var parts))) {
            return List.of();
        }
        var photos = photos(whole);
        return parts.stream().map(part -> part(taker, whole, part, photos, at, now)).toList();
    }

    private List<UUID> photos(CaseFile whole) {
        return told.history(whole.key()).stream()
                .flatMap(event -> event.photoIds().stream())
                .toList();
    }

    private NewCase part(
            Taker taker, CaseFile whole, Part part, List<UUID> photos, Instant at, Instant now) {
        var key = new CaseKey(whole.key().countyCode(), ids.next());
        var reported = whole.report();
        var file =
                CaseFile.begun(
                        key,
                        CaseNumber.of(key, reported.reportedAt(), calendar.zone()),
                        new Accepted(),
                        filings.flow(part.matterCode()),
                        new Report(
                                reported.source(),
                                part.text(),
                                part.matterCode(),
                                null,
                                part.place(),
                                reported.reportedAt(),
                                reported.reporter()),
                        Milestones.NONE.with(Milestone.ACCEPTED, at));
        var said =
                new Said("", Map.of("splitFrom", whole.caseNo()))
                        .with("photoIds", photos.isEmpty() ? null : photos);
        return new NewCase(
                file,
                List.of(events.of(taker.actor(), taker.role(), file, OFF, at, now, said)),
                contacts.copied(whole.key(), key),
                null,
                null);
    }

    /** Stores them and what becomes of the whole, all or nothing. */
    void store(CaseFile whole, List<NewCase> parts, Operation operation, Runnable move) {
        // whoever splits a case reports nothing in their own name
        AccessContext.asSystem(
                "parts of a case",
                () ->
                        transaction.executeWithoutResult(_ -> {
                            move.run();
                            for (var no = 0; no < parts.size(); no++) {
                                var part = parts.get(no);
                                newCases.addPart(part, whole.key(), no + 1, operation);
                                var photos = part.events().getFirst().photoIds();
                                evidence.attach(CasePhotos.holder(part.file()), photos);
                            }
                        }));
    }
}
