package org.linli.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Application.Subject;
import org.linli.cases.CaseStep.Kind;
import org.springframework.stereotype.Component;

/** Shows what somebody reported to them: what they are told of it, and where it stands. */
@Component
class ConcernViews {

    /** The steps whose notes are meant for the reporter as well. */
    private static final Set<String> TOLD_TO_REPORTER =
            Set.of(
                    Kind.REFUSE.code(),
                    Kind.SELF_HANDLE.code(),
                    Kind.HELP.code(),
                    Kind.HANDLE.code(),
                    Kind.CLOSE.code());

    private static final List<CaseFile> NO_PARTS = List.of();

    private final CaseStore store;
    private final CaseEventStore events;
    private final CaseItems items;

    ConcernViews(CaseStore store, CaseEventStore events, CaseItems items) {
        this.store = store;
        this.events = events;
        this.items = items;
    }

    /** What somebody reported, as they see it. */
    TrackedConcern tracked(CaseFile opened) {
        return tracked(opened, part -> tracked(part, events.history(part.key())));
    }

    /** The same, once this event is stored of the case they opened, or of one of its parts. */
    TrackedConcern tracked(CaseFile opened, CaseFile moved, CaseEvent event) {
        return tracked(
                opened,
                file -> {
                    var told = events.history(file.key()).stream();
                    return file.key().equals(moved.key())
                            ? tracked(moved, Stream.concat(told, Stream.of(event)).toList())
                            : tracked(file, told.toList());
                });
    }

    private TrackedConcern tracked(CaseFile opened, Function<CaseFile, TrackedCase> shown) {
        var parts = opened.state() instanceof CaseState.SplitUp ? store.followed(opened) : NO_PARTS;
        return new TrackedConcern(shown.apply(opened), parts.stream().map(shown).toList());
    }

    private TrackedCase tracked(CaseFile file, List<CaseEvent> history) {
        var item = items.item(file);
        var row = item.row();
        return new TrackedCase(
                row.caseNo(),
                row.version(),
                row.state(),
                item.stage(),
                file.flow(),
                row.matterCode(),
                item.matterNameZh(),
                item.matterNameEn(),
                row.text(),
                row.address(),
                row.lon(),
                row.lat(),
                row.reportedAt(),
                row.dueAt(),
                history.stream()
                        .filter(ConcernViews::concernsReporter)
                        .map(ConcernViews::told)
                        .toList(),
                history.stream().flatMap(event -> event.photoIds().stream()).toList(),
                file.ways().stream().filter(Cases.BY_CODE::contains).map(Kind::code).toList(),
                row.rating(),
                row.solved(),
                row.heldUntil(),
                ground(file));
    }

    private static @Nullable String ground(CaseFile file) {
        var hold = file.affairs().hold();
        return hold == null || file.heldUntil() == null
                ? null
                : hold.ground().name().toLowerCase(Locale.ROOT);
    }

    /** What offices ask of each other is theirs; that a case is put off or given up is not. */
    private static boolean concernsReporter(CaseEvent event) {
        return beginsHold(event)
                || closesUnsolved(event)
                || !Applications.isStep(event.step())
                        && !Joint.isStep(event.step())
                        && !event.step().endsWith("-card");
    }

    private static boolean beginsHold(CaseEvent event) {
        return event.carried().containsKey("heldUntil");
    }

    private static boolean closesUnsolved(CaseEvent event) {
        return event.step().equals(Kind.APPROVE.code())
                && Subject.FORCED_CLOSE.code().equals(event.carried().get("application"))
                && !event.carried().containsKey("pending");
    }

    private static TrackedCase.Entry told(CaseEvent event) {
        var told =
                TOLD_TO_REPORTER.contains(event.step())
                        ? Stream.of(event.said("answer"), event.said("reason"))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse(event.note())
                        : null;
        return new TrackedCase.Entry(event.at(), nameForReporter(event), event.state(), told);
    }

    private static String nameForReporter(CaseEvent event) {
        if (beginsHold(event)) {
            return "hold";
        }
        if (closesUnsolved(event)) {
            return "forced-close";
        }
        var missed =
                event.step().equals(Kind.CONTACT.code())
                        && Boolean.FALSE.equals(event.carried().get("reached"));
        return missed ? "contact-missed" : event.step();
    }
}
