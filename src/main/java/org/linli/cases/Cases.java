package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.StepTaking.Taker;
import org.linli.evidence.Holder;
import org.linli.platform.geo.Position;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.springframework.stereotype.Service;

/** The front door of the cases: report one, take a step with it, follow it. */
@Service
public class Cases {

    /** What a reporter may do by their tracking code alone. */
    static final Set<Kind> BY_CODE = Set.of(Kind.RATE, Kind.REOPEN, Kind.CONFIRM);

    private final CaseStore store;
    private final CaseQueries queries;
    private final Reporting reporting;
    private final StepTaking steps;
    private final CaseItems items;
    private final CaseViews views;
    private final ConcernViews concerns;
    private final Operations operations;

    Cases(
            CaseStore store,
            CaseQueries queries,
            Reporting reporting,
            StepTaking steps,
            CaseItems items,
            CaseViews views,
            ConcernViews concerns,
            Operations operations) {
        this.store = store;
        this.queries = queries;
        this.reporting = reporting;
        this.steps = steps;
        this.items = items;
        this.views = views;
        this.concerns = concerns;
        this.operations = operations;
    }

    /**
     * Stores what somebody reports, once, and answers with the receipt. Where the reporter has
     * solved it already, the same act files and closes it.
     *
     * @param report made here, because what was taken in once is answered the same, even if it
     *     would be refused by now
     * @throws NotYourStep if the reporter may not solve it themselves
     * @throws AlreadyReported if the sending system handed the same thing over before
     */
    public Answer report(Actor actor, Supplier<NewReport> report, Operation operation) {
        return beyond(
                actor,
                () ->
                        operations.onceOptimistically(
                                operation, () -> reporting.added(actor, report.get(), operation)));
    }

    /**
     * Takes a step with a case, once, and answers with the case as it is then.
     *
     * @throws CaseNotFound if there is no such case, or none the actor may see
     * @throws NotYourStep if the step is for somebody else to take
     * @throws StepNotAllowed if it cannot be taken from where the case stands
     * @throws StaleVersion if the case has moved since the actor saw it
     */
    public Answer take(Actor actor, String caseNo, StepRequest request, Operation operation) {
        return operations.onceOptimistically(
                operation,
                () -> {
                    var file = visible(actor, caseNo);
                    request.requireVersion(file);
                    var taker = steps.taker(actor, file, request);
                    return steps.taken(
                            taker, file, request, operation, (moved, _) -> items.item(moved));
                });
    }

    /**
     * Takes a step the reporter may take by their tracking code, once, and answers with their
     * concern as they see it.
     *
     * @param caseNo which of the cases that the concern was split into; null for the one there is
     * @throws CaseNotFound if the code opens no case, or none of that number
     */
    public Answer takeTracked(
            String code, @Nullable String caseNo, StepRequest request, Operation operation) {
        return beyond(
                Actor.ANONYMOUS,
                () ->
                        operations.onceOptimistically(
                                operation, () -> movedByCode(code, caseNo, request, operation)));
    }

    private Answer movedByCode(
            String code, @Nullable String caseNo, StepRequest request, Operation operation) {
        var opened = tracked(code);
        var file = caseNo == null ? opened : part(opened, caseNo);
        if (!BY_CODE.contains(request.kind())) {
            throw new NotYourStep(request.kind(), file.flow());
        }
        return steps.taken(
                new Taker(Actor.ANONYMOUS, "resident"),
                file,
                request,
                operation,
                (moved, event) -> concerns.tracked(opened, moved, event));
    }

    private CaseFile part(CaseFile opened, String caseNo) {
        return store.followed(opened).stream()
                .filter(file -> file.caseNo().equals(caseNo))
                .findFirst()
                .orElseThrow(() -> new CaseNotFound(caseNo));
    }

    /**
     * A case with everything its reader may know.
     *
     * @throws CaseNotFound if there is no such case, or none the actor may see
     */
    public CaseDetail see(Actor actor, String caseNo) {
        return views.detail(actor, visible(actor, caseNo));
    }

    /**
     * A concern as its reporter sees it.
     *
     * @throws CaseNotFound if the code opens no case
     */
    public TrackedConcern track(String code) {
        return beyond(Actor.ANONYMOUS, () -> concerns.tracked(tracked(code)));
    }

    /** Cases of a matter around a position: those still open, and those closed since. */
    public List<SimilarCase> similar(
            Position position, String matter, int radiusMetres, Instant closedSince) {
        return queries.similar(position, matter, radiusMetres, closedSince);
    }

    /** The cases a tracking code lets one follow, as the holders of their photos. */
    public List<Holder> trackedHolders(String code) {
        return beyond(
                Actor.ANONYMOUS,
                () -> store.followed(tracked(code)).stream().map(CasePhotos::holder).toList());
    }

    /** Residents reach no case: what they may do by a report or a code is done for them. */
    private static <T> T beyond(Actor actor, Supplier<T> work) {
        return actor.isAnonymous() ? AccessContext.asSystem("resident", work) : work.get();
    }

    private CaseFile tracked(String code) {
        return TrackingCode.read(code)
                .flatMap(store::tracked)
                .orElseThrow(() -> new CaseNotFound(code));
    }

    private CaseFile visible(Actor actor, String caseNo) {
        return store.find(caseNo)
                .filter(file -> file.readableBy(actor))
                .orElseThrow(() -> new CaseNotFound(caseNo));
    }
}
