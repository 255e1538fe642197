package org.linli.checks;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Holders;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.cases.CaseCourses;
import org.linli.cases.CaseLog;
import org.linli.cases.LoggedEvent;
import org.linli.checks.DayDraw.Purpose;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Follows the cases: gives what was drawn to somebody, and keeps what they found. */
@Component
class DrawnFollower implements Follower<LoggedEvent> {

    /** As long as a draw can be repeated. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final CaseLog log;
    private final CaseCourses courses;
    private final DrawnStore store;
    private final Draws draws;
    private final Accounts accounts;
    private final Holders holders;
    private final ApplicationEventPublisher events;

    DrawnFollower(
            CaseLog log,
            CaseCourses courses,
            DrawnStore store,
            Draws draws,
            Accounts accounts,
            Holders holders,
            ApplicationEventPublisher events) {
        this.log = log;
        this.courses = courses;
        this.store = store;
        this.draws = draws;
        this.accounts = accounts;
        this.holders = holders;
        this.events = events;
    }

    @Override
    public String name() {
        return "checks.tasks";
    }

    @Override
    public EventLog<LoggedEvent> log() {
        return log;
    }

    @Override
    public Beginning beginning() {
        return Beginning.START;
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        var ours = events.stream().filter(event -> !event.subject().imported()).toList();
        ours.forEach(this::follow);
        if (!ours.isEmpty()) {
            store.forgetClosings(ours.getLast().recordedAt().minus(KEPT));
        }
    }

    @Override
    public void forget() {
        store.forget();
    }

    private void follow(LoggedEvent event) {
        switch (event.step()) {
            case "self-handle" -> closed(event, rate(event));
            case "close" -> closed(event, null);
            case "check" -> settle(event, Purpose.CHECK, "solved");
            case "rework" -> settle(event, Purpose.CHECK, "wanting");
            case "reopen" -> {
                settle(event, Purpose.CHECK, "overtaken");
                settle(event, Purpose.SUPERVISION, "overtaken");
            }
            default -> {}
        }
    }

    private void settle(LoggedEvent event, Purpose purpose, String outcome) {
        store.settle(
                event.key(),
                event.version(),
                purpose,
                outcome,
                outcome.equals("overtaken") ? null : event.actor(),
                event.at());
    }

    private static @Nullable Double rate(LoggedEvent event) {
        return event.carried().get("sampleRate") instanceof Number rate ? rate.doubleValue() : null;
    }

    private void closed(LoggedEvent event, @Nullable Double rate) {
        store.add(event, rate);
        var caseNo = event.subject().caseNo();
        if (rate != null && draws.drawn(caseNo, event.version(), rate, event.recordedAt())) {
            give(event, Purpose.CHECK);
        }
        if (draws.supervised(caseNo, event.version(), event.recordedAt())) {
            give(event, Purpose.SUPERVISION);
        }
    }

    /** Supervisors take from their areas what they can see; a check has its checker. */
    private void give(LoggedEvent event, Purpose purpose) {
        var barred = barred(event);
        var handler =
                event.step().equals("self-handle") || barred.isEmpty()
                        ? event.actor()
                        : barred.getLast();
        var task =
                new DrawnTask(
                        event.key(),
                        event.version(),
                        purpose,
                        event.subject().caseNo(),
                        event.subject().matterCode(),
                        event.unitCode(),
                        event.subject().path(),
                        handler,
                        purpose == Purpose.CHECK ? checker(event, handler, barred) : null,
                        event.recordedAt());
        if (store.add(task) && task.assignee() != null) {
            events.publishEvent(given(task, task.assignee()));
        }
    }

    private static CheckGiven given(DrawnTask task, String checker) {
        return new CheckGiven(
                task.caseNo(),
                task.version(),
                task.matterCode(),
                task.path(),
                checker,
                task.drawnAt());
    }

    /** Who handled it, in turn. */
    private List<String> barred(LoggedEvent event) {
        return courses.find(event.key()).map(course -> course.file().handlers()).orElse(List.of());
    }

    private @Nullable String checker(LoggedEvent event, String handler, List<String> barred) {
        var path = event.subject().path();
        var checkers =
                holders.over(EnumSet.of(Role.CHECKER), path).stream()
                        .flatMap(id -> accounts.find(id).stream())
                        .toList();
        var ids = checkers.stream().map(Account::id).toList();
        var apart = new HashSet<>(barred);
        apart.add(event.subject().reporter());
        apart.add(handler);
        return Rotation.next(
                        checkers,
                        postsOf(handler),
                        Rotation.above(path),
                        Set.copyOf(apart),
                        store.met(ids, handler),
                        store.had(ids))
                .orElse(null);
    }

    private List<Post> postsOf(String handler) {
        return accounts.find(handler).map(Account::posts).orElse(List.of());
    }
}
