package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseState.Reported;
import org.linli.catalogue.Flow;
import org.linli.platform.geo.Position;

/** A case that walks through the product's own flow, without a database. */
public final class SimulatedCase {

    /** Limits count continuous hours here: {@code 24CH}. */
    private static final CaseFlow.DueTime HOURS =
            new CaseFlow.DueTime() {
                @Override
                public @Nullable Instant of(@Nullable String limit, Instant start) {
                    return limit == null ? null : start.plus(duration(limit));
                }

                @Override
                public @Nullable Instant resumed(
                        @Nullable String limit, @Nullable Instant due, Instant from, Instant to) {
                    return due == null ? null : due.plus(Duration.between(from, to));
                }
            };

    private final List<CaseEvent> events = new ArrayList<>();
    private final List<@Nullable Instant> dueTimes = new ArrayList<>();
    private final @Nullable String matter;
    private CaseFile file;

    /** A case as it is reported. */
    public SimulatedCase(
            long id,
            Source source,
            String matter,
            Position spot,
            String cell,
            String by,
            Instant at) {
        this.matter = matter;
        var path = "/990000/990800/990801/" + cell + "/";
        var place = new Place(Placement.PLACED, spot, "990801", cell, path, "");
        file =
                new CaseFile(
                        new CaseKey("990801", id),
                        "990801-" + id,
                        1,
                        new Reported(),
                        Flow.CASE,
                        new CaseFile.Report(source, "", matter, null, place, at, by),
                        Milestones.NONE,
                        Counts.NONE,
                        CaseFile.Feedback.NONE,
                        List.of(),
                        null,
                        Affairs.NONE);
        tell("report", by, at, at, Map.of());
    }

    private static Duration duration(String limit) {
        return Duration.ofHours(Long.parseLong(limit.substring(0, limit.length() - 2)));
    }

    /** Files it under a limit. */
    public SimulatedCase file(String limit, String by, Instant at) {
        return take(new CaseStep.File(new Filing(matter, 1, 1, limit)), by, at, at, Map.of());
    }

    /** Solves it on the spot, told when it was. */
    public SimulatedCase selfHandle(String limit, boolean sampled, String by, Instant at) {
        var filing = new Filing(matter, 1, 1, limit);
        return take(new CaseStep.SelfHandle(filing, sampled), by, at, at, Map.of());
    }

    public SimulatedCase dispatch(String unit, String by, Instant at) {
        return take(new CaseStep.Dispatch(unit, null), by, at, at, Map.of());
    }

    public SimulatedCase sendBack(String by, Instant at) {
        return take(new CaseStep.Return(), by, at, at, Map.of());
    }

    /** Gives it to a unit bindingly, and charges the time lost. */
    public SimulatedCase rule(String unit, @Nullable String responsible, String by, Instant at) {
        return take(
                new CaseStep.Rule(unit, responsible),
                by,
                at,
                at,
                responsible == null ? Map.of() : Map.of("responsible", responsible));
    }

    /** Says that it was handled at one time, told at another. */
    public SimulatedCase handle(String by, Instant at, Instant toldAt) {
        return take(new CaseStep.Handle(), by, at, toldAt, Map.of());
    }

    public SimulatedCase check(String by, Instant at) {
        return take(new CaseStep.Check(), by, at, at, Map.of());
    }

    public SimulatedCase rework(String by, Instant at) {
        return take(new CaseStep.Rework(), by, at, at, Map.of());
    }

    /** Asks for a hold, which two others approve. */
    public SimulatedCase hold(
            String by, String first, String second, Instant at, Instant approved, Instant until) {
        take(new CaseStep.AskHold(by, Application.Ground.SEASON, until), by, at, at, Map.of());
        var half = at.plus(Duration.between(at, approved).dividedBy(2));
        take(new CaseStep.Approve(first), first, half, half, Map.of());
        if (!isHeld()) {
            take(new CaseStep.Approve(second), second, approved, approved, Map.of());
        }
        return this;
    }

    public SimulatedCase unhold(Instant at) {
        return take(new CaseStep.Unhold(), "system", at, at, Map.of());
    }

    public boolean isHeld() {
        return file.state() instanceof CaseState.Held;
    }

    /** Whether units have sent it back so often that only a ruling goes on. */
    public boolean isContested() {
        return file.state() instanceof CaseState.Contested;
    }

    public CaseKey key() {
        return file.key();
    }

    public String caseNo() {
        return file.caseNo();
    }

    public int version() {
        return file.version();
    }

    public @Nullable Instant dueAt() {
        return file.dueAt();
    }

    public List<CaseEvent> events() {
        return events;
    }

    /** By when it was to be solved as each event happened. */
    public @Nullable Instant dueAt(int event) {
        return dueTimes.get(event);
    }

    /** Its time as the product attributes it. */
    public List<CaseDetail.Segment> segments() {
        return Segments.of(events, unit -> unit, area -> area);
    }

    private SimulatedCase take(
            CaseStep step, String by, Instant at, Instant toldAt, Map<String, Object> carried) {
        var moved = file.moved(step, by, at, HOURS);
        var said = new Said("", carried).filing(step).deciding(file, moved);
        file = moved;
        tell(step.kind().code(), by, at, toldAt, said.carried());
        return this;
    }

    private void tell(
            String step, String by, Instant at, Instant toldAt, Map<String, Object> carried) {
        dueTimes.add(file.dueAt());
        events.add(
                new CaseEvent(
                        file.key().id() * 100 + file.version(),
                        file.version(),
                        step,
                        file.state().code(),
                        at,
                        toldAt,
                        by,
                        "",
                        "",
                        file.unitCode(),
                        "",
                        carried));
    }
}
