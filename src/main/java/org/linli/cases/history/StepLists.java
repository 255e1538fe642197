package org.linli.cases.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.audit.AuditTrail;
import org.linli.cases.CaseIds;
import org.linli.platform.transfer.Rejection;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes lists of steps in: each takes the place of what could be read off its case's row. */
@Component
class StepLists {

    private final StoredCases stored;
    private final HistoryStore store;
    private final CaseIds ids;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StepLists(
            StoredCases stored,
            HistoryStore store,
            CaseIds ids,
            Accounts accounts,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.stored = stored;
        this.store = store;
        this.ids = ids;
        this.accounts = accounts;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What became of some lists.
     *
     * @param accepted rows of lists that were stored
     * @param unchanged rows of lists that were there already
     * @param rejected rows of lists that were not stored
     */
    record Taken(long accepted, long unchanged, long rejected, List<Rejection> rejections) {}

    /** Stores the lists in one transaction, unless it is a dry run. */
    Taken take(Map<Origin, List<ListedStep>> lists, Map<String, String> names, boolean dryRun) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    store.lock();
                    var taken = new Sorting(lists, names, dryRun).taken();
                    if (!dryRun) {
                        trail.stored("case-events", taken.accepted());
                    }
                    return taken;
                }));
    }

    /** What a staff id was called when the list came; empty for nobody known. */
    private String nameOf(String staffId, Map<String, String> names) {
        return staffId.isEmpty()
                ? ""
                : names.computeIfAbsent(
                        staffId,
                        id -> accounts.find(Telling.actor(id)).map(Account::name).orElse(""));
    }

    /** Goes through the lists of one transaction. */
    private final class Sorting {

        private final Map<Origin, List<ListedStep>> lists;
        private final Map<String, String> names;
        private final boolean dryRun;
        private final List<Relisted> relisted = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private long accepted;
        private long unchanged;
        private long rejected;

        Sorting(Map<Origin, List<ListedStep>> lists, Map<String, String> names, boolean dryRun) {
            this.lists = lists;
            this.names = names;
            this.dryRun = dryRun;
        }

        Taken taken() {
            var here = stored.find(lists.keySet());
            var histories = stored.events(here.values().stream().map(StoredCase::key).toList());
            lists.forEach((origin, steps) -> {
                var before = here.get(origin);
                if (before == null) {
                    reject(steps, Message.of("history/no-such-case", origin.caseId()));
                } else {
                    take(steps, before, histories.getOrDefault(before.key(), List.of()));
                }
            });
            var left = dryRun ? List.<Relisted>of() : store.relist(relisted);
            accepted = relisted.stream().mapToLong(list -> list.rows().size()).sum();
            for (var list : left) {
                accepted -= list.rows().size();
                reject(list.rows(), Message.of("history/lives-here", list.before().caseNo()));
            }
            return new Taken(accepted, unchanged, rejected, rejections);
        }

        private void take(List<ListedStep> steps, StoredCase before, List<PastEvent> history) {
            var fault = fault(steps);
            if (fault.isPresent()) {
                reject(steps, fault.get());
                return;
            }
            var course = new Course();
            var events = events(steps, course);
            var tellings = events.stream().map(Telling::of).toList();
            var disagreement = new Agreement(course, before.past()).disagreement();
            if (tellings.equals(tellings(history))) {
                unchanged += steps.size();
            } else if (before.livesHere()) {
                reject(steps, Message.of("history/lives-here", before.caseNo()));
            } else if (disagreement.isPresent()) {
                reject(steps, disagreement.get());
            } else {
                relisted.add(
                        new Relisted(
                                before,
                                course.known(),
                                steps,
                                withCorrections(events, history, before)));
            }
        }

        private Optional<Message> fault(List<ListedStep> steps) {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).kind() == null) {
                    return Optional.of(Message.of("history/list-broken", steps.get(i).row()));
                }
                if (i > 0 && steps.get(i).seq() == steps.get(i - 1).seq()) {
                    return Optional.of(Message.of("history/seq-repeated", steps.get(i).seq()));
                }
            }
            return Optional.empty();
        }

        private List<PastEvent> events(List<ListedStep> steps, Course course) {
            var now = clock.instant();
            var events = new ArrayList<PastEvent>();
            for (var step : steps) {
                var kind = Objects.requireNonNull(step.kind());
                course.take(step, kind);
                events.add(
                        new PastEvent(
                                ids.next(),
                                events.size() + 1,
                                kind.code(),
                                course.state(),
                                step.at(),
                                now,
                                Telling.actor(step.staffId()),
                                nameOf(step.staffId(), names),
                                step.actorRole(),
                                course.unit(),
                                step.remark(),
                                step.carried(course.unit())));
            }
            return events;
        }

        /** A list of n steps is n rows; its first one stands for all. Unreadable rows said why. */
        private void reject(List<ListedStep> steps, Message reason) {
            rejected += steps.stream().filter(step -> step.kind() != null).count();
            rejections.add(new Rejection(steps.getFirst().row(), "", "", reason));
        }
    }

    private static List<Telling> tellings(List<PastEvent> history) {
        return history.stream()
                .filter(event -> !event.step().equals(PastEvent.CORRECTION))
                .map(Telling::of)
                .toList();
    }

    /**
     * Corrections stay, after the steps; the version is never lower than somebody may have seen.
     */
    private static List<PastEvent> withCorrections(
            List<PastEvent> listed, List<PastEvent> history, StoredCase before) {
        var events = new ArrayList<>(listed);
        history.stream()
                .filter(event -> event.step().equals(PastEvent.CORRECTION))
                .forEach(event -> events.add(event.numbered(events.size() + 1)));
        var version = Math.max(events.size(), before.version() + 1);
        events.add(events.removeLast().numbered(version));
        return events;
    }
}
