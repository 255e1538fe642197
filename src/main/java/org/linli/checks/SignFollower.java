package org.linli.checks;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.calendar.Calendar;
import org.linli.cases.Bigrams;
import org.linli.cases.CaseCourses;
import org.linli.cases.CaseCourses.CourseOfCase;
import org.linli.cases.CaseLog;
import org.linli.cases.LoggedEvent;
import org.linli.checks.signs.Course;
import org.linli.checks.signs.CourseSigns;
import org.linli.checks.signs.Work;
import org.linli.checks.signs.WorkSigns;
import org.linli.evidence.Evidence;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.springframework.stereotype.Component;

/** Follows the cases and looks for signs of gaming; each brings its case before a person. */
@Component
class SignFollower implements Follower<LoggedEvent> {

    /** What can show a sign as it happens; the rest of the log is passed over. */
    private static final Set<String> LOOKED_AT =
            Set.of("self-handle", "handle", "check", "rule", "return", "approve");

    private final CaseLog log;
    private final CaseCourses courses;
    private final WorkStore works;
    private final SignReviews reviews;
    private final ReviewStore store;
    private final Evidence photos;
    private final WorkSigns signs;

    SignFollower(
            CaseLog log,
            CaseCourses courses,
            WorkStore works,
            SignReviews reviews,
            ReviewStore store,
            Evidence photos,
            Calendar calendar) {
        this.log = log;
        this.courses = courses;
        this.works = works;
        this.reviews = reviews;
        this.store = store;
        this.photos = photos;
        this.signs = new WorkSigns(calendar.zone());
    }

    @Override
    public String name() {
        return "checks.signs";
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
        var looked =
                events.stream()
                        .filter(event -> !event.subject().imported())
                        .filter(event -> LOOKED_AT.contains(event.step()))
                        .toList();
        if (looked.isEmpty()) {
            return;
        }
        var found = courses.find(looked.stream().map(LoggedEvent::key).collect(toSet()));
        for (var event : looked) {
            var course = found.get(event.key());
            if (course != null) {
                look(event, course);
            }
        }
        works.forget(looked.getLast().recordedAt().minus(WorkSigns.MEMORY));
    }

    @Override
    public void forget() {
        works.forget(Instant.parse("9999-01-01T00:00:00Z"));
        store.forget();
    }

    private void look(LoggedEvent event, CourseOfCase found) {
        switch (event.step()) {
            case "self-handle", "handle" -> {
                var work = work(event, found);
                works.put(work, event.subject().path());
                signs.ofHandling(work, works)
                        .forEach(sign -> reviews.raise(sign, event.recordedAt()));
            }
            case "check" ->
                    works.checked(event.key(), event.actor(), event.at())
                            .forEach(work ->
                                    signs.ofCheck(work, works)
                                            .forEach(sign ->
                                                    reviews.raise(sign, event.recordedAt())));
            default -> {}
        }
        CourseSigns.of(course(event, found), works)
                .forEach(sign -> reviews.raise(sign, event.recordedAt()));
    }

    /** As the case stood with this event; what came since is another's. */
    private static Course course(LoggedEvent event, CourseOfCase found) {
        return new Course(
                event.key(),
                found.file().matterCode(),
                found.events().stream().filter(each -> each.version() <= event.version()).toList(),
                event.subject().dueAt());
    }

    private Work work(LoggedEvent event, CourseOfCase found) {
        var file = found.file();
        var report = file.report();
        var own = event.step().equals("self-handle") && report.reporter().equals(event.actor());
        return new Work(
                event.key(),
                file.matterCode(),
                report.place().cellCode() == null ? "" : report.place().cellCode(),
                report.place().position(),
                report.reporter(),
                event.actor(),
                event.unitCode(),
                report.reportedAt(),
                event.at(),
                own,
                Bigrams.of(List.of(report.text())),
                photos.likenesses(photoIds(found)),
                null,
                null);
    }

    private static List<UUID> photoIds(CourseOfCase found) {
        return found.events().stream()
                .flatMap(each ->
                        each.carried().get("photoIds") instanceof List<?> ids
                                ? ids.stream()
                                : Stream.empty())
                .map(id -> UUID.fromString(id.toString()))
                .distinct()
                .toList();
    }
}
