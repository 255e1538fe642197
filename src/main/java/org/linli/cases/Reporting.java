package org.linli.cases;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.access.Resource;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseFile.Report;
import org.linli.cases.CaseState.Reported;
import org.linli.cases.CaseStep.Help;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Makes cases of what is reported; what the reporter has solved already is closed by the same act.
 */
@Component
class Reporting {

    private final CaseStore store;
    private final NewCaseStore newCases;
    private final CaseQueries queries;
    private final CaseIds ids;
    private final CaseEvents events;
    private final CasePhotos photos;
    private final Filings filings;
    private final Limits limits;
    private final Contacts contacts;
    private final Operations operations;
    private final Sampling sampling;
    private final GridDoor door;
    private final Calendar calendar;
    private final SecureRandom random = new SecureRandom();

    Reporting(
            CaseStore store,
            NewCaseStore newCases,
            CaseQueries queries,
            CaseIds ids,
            CaseEvents events,
            CasePhotos photos,
            Filings filings,
            Limits limits,
            Contacts contacts,
            Operations operations,
            Sampling sampling,
            GridDoor door,
            Calendar calendar) {
        this.store = store;
        this.newCases = newCases;
        this.queries = queries;
        this.ids = ids;
        this.events = events;
        this.photos = photos;
        this.filings = filings;
        this.limits = limits;
        this.contacts = contacts;
        this.operations = operations;
        this.sampling = sampling;
        this.door = door;
        this.calendar = calendar;
    }

    /**
     * Stores what somebody reports, and answers with the receipt.
     *
     * @throws NotYourStep if the reporter may not solve it themselves
     * @throws AlreadyReported if the sending system handed the same thing over before
     */
    Answer added(Actor actor, NewReport report, Operation operation) {
        var now = events.now();
        var at = report.occurredAt() == null ? now : report.occurredAt();
        photos.requireSentBy(actor, report.photos());
        var reported = reported(actor, report, at);
        var files = new ArrayList<CaseFile>(List.of(reported));
        var role = roleOfReporter(actor, reported.resource());
        var told = new ArrayList<CaseEvent>();
        told.add(events.of(actor, role, reported, "report", at, now, report.said()));
        if (report.solved() != null) {
            solvedAtOnce(actor, report.solved(), at, now, files, told);
        }
        var code = TrackingCode.next(random);
        var stored =
                new NewCase(
                        files.getLast(),
                        told,
                        contacts.sealed(reported.key(), report.contact()),
                        report.sourceSystem(),
                        report.externalId());
        var answer = operations.answer(201, receipt(stored, code, operation, now));
        return store(actor, stored, code, new Claim(operation, answer), report);
    }

    private void solvedAtOnce(
            Actor actor,
            NewReport.Solved solved,
            Instant at,
            Instant now,
            List<CaseFile> files,
            List<CaseEvent> told) {
        var reported = files.getFirst();
        var kind = reported.isService() ? Kind.HELP : Kind.SELF_HANDLE;
        var role =
                StepTaking.role(actor, reported, kind, filings.here(reported.key()))
                        .orElseThrow(() -> new NotYourStep(kind, reported.flow()));
        door.require(role, kind, reported.report().matterCode());
        var step = solving(reported, at, now);
        var closed = reported.moved(step, actor.id(), at, limits);
        files.add(closed);
        told.add(
                events.of(
                        actor,
                        role,
                        closed,
                        step.kind().code(),
                        at,
                        now,
                        new Said(solved.note(), Map.of())
                                .filing(step)
                                .drawnAt(sampling.rate(reported, step, now))));
    }

    private CaseStep solving(CaseFile reported, Instant at, Instant now) {
        var said = reported.report();
        if (reported.isService()) {
            return new Help(filings.helped(reported, said.matterCode(), said.conditionNo(), at));
        }
        var filing = filings.of(reported, said.matterCode(), said.conditionNo(), at);
        return new SelfHandle(filing, sampling.drawn(reported, filing, now));
    }

    private Answer store(Actor actor, NewCase added, String code, Claim claim, NewReport report) {
        try {
            photos.storedWith(
                    report.photos(), added.file(), () -> newCases.add(added, code, claim));
            return claim.answer();
        } catch (DuplicateKeyException twice) {
            throw handedOverBefore(actor, added).orElseThrow(() -> twice);
        }
    }

    private Optional<AlreadyReported> handedOverBefore(Actor actor, NewCase added) {
        var system = added.sourceSystem();
        var externalId = added.externalId();
        if (system == null || externalId == null) {
            return Optional.empty();
        }
        var county = added.file().key().countyCode();
        return AccessContext.asSystem(
                        "handed over before",
                        () -> queries.handedOver(county, system, externalId).flatMap(store::find))
                .map(before ->
                        AlreadyReported.as(
                                Optional.of(before)
                                        .filter(file -> file.readableBy(actor))
                                        .map(CaseFile::caseNo),
                                system,
                                externalId));
    }

    private CaseFile reported(Actor actor, NewReport report, Instant at) {
        var key = new CaseKey(report.place().countyCode(), ids.next());
        return CaseFile.begun(
                key,
                CaseNumber.of(key, at, calendar.zone()),
                new Reported(),
                filings.flow(report.matterCode()),
                new Report(
                        report.source(),
                        report.text(),
                        report.matterCode(),
                        report.conditionNo(),
                        report.place(),
                        at,
                        actor.id()),
                Milestones.NONE);
    }

    private Receipt receipt(NewCase added, String code, Operation operation, Instant now) {
        var file = added.file();
        return new Receipt(
                operation.opId(),
                Long.toString(file.key().id()),
                file.caseNo(),
                code,
                file.report().place().cellCode(),
                now,
                added.events().getLast().id(),
                operation.hashInHex(),
                operations.epoch());
    }

    private static String roleOfReporter(Actor actor, Resource resource) {
        return Policy.actingAs(actor, Action.CASE_REPORT, resource).orElse("resident");
    }
}
