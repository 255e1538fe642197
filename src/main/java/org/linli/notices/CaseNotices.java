package org.linli.notices;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.access.Holders;
import org.linli.cases.CaseCourses;
import org.linli.cases.CaseEvent;
import org.linli.cases.CaseLog;
import org.linli.cases.LoggedEvent;
import org.linli.cases.Reporters;
import org.linli.cases.Reporters.Reachable;
import org.linli.catalogue.Condition;
import org.linli.notices.Addressees.Told;
import org.linli.platform.log.Follower;
import org.springframework.stereotype.Component;

/**
 * Tells those whom a step concerns: whoever has to act next, whoever asked for something, whoever
 * reported it. Nobody is told of what they did themselves, nor of what an import says has been.
 */
@Component
class CaseNotices implements Follower<LoggedEvent> {

    /** What a reporter is told by the state that a step leads to. */
    private static final Map<String, Topic> TO_REPORTERS =
            Map.of(
                    "FILED", Topic.FILED,
                    "REFUSED", Topic.REFUSED,
                    "HANDLED", Topic.CONFIRM,
                    "MERGED", Topic.REPORT_MERGED,
                    "CLOSED", Topic.CLOSED);

    /** The steps that are news to a reporter. */
    private static final Set<String> NEWS =
            Set.of("file", "refuse", "merge", "close", "self-handle", "approve", "handle", "help");

    private final CaseLog log;
    private final CaseCourses courses;
    private final Notices notices;
    private final Holders holders;
    private final Reporters reporters;

    CaseNotices(
            CaseLog log,
            CaseCourses courses,
            Notices notices,
            Holders holders,
            Reporters reporters) {
        this.log = log;
        this.courses = courses;
        this.notices = notices;
        this.holders = holders;
        this.reporters = reporters;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public CaseLog log() {
        return log;
    }

    @Override
    public Beginning beginning() {
        return Beginning.NOW;
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        var audience = new Audience(holders);
        var real = events.stream().filter(event -> !event.subject().imported()).toList();
        real.forEach(event ->
                new Addressees(event, audience)
                        .told(() -> unitBefore(event))
                        .forEach(told -> tell(event, told)));
        tellReporters(real);
    }

    private void tellReporters(List<LoggedEvent> events) {
        var told = events.stream().filter(CaseNotices::isNews).toList();
        var keys = told.stream().map(LoggedEvent::key).distinct().toList();
        var reachable = reporters.of(keys).stream().collect(Collectors.groupingBy(Reachable::told));
        for (var event : told) {
            var topic = Objects.requireNonNull(TO_REPORTERS.get(event.state()));
            notices.write(reachable.getOrDefault(event.key(), List.of()), news(event, topic));
            if (hasInbox(event.subject().reporter())) {
                tell(event, new Told(List.of(event.subject().reporter()), topic));
            }
        }
    }

    /** Residents have none, and scripts read none. */
    private static boolean hasInbox(String reporter) {
        return reporter.startsWith("staff:");
    }

    /**
     * A case may be put on hold, urged or asked about and stay filed; that work is done is news to
     * whoever is to say that it is.
     */
    private static boolean isNews(LoggedEvent event) {
        return NEWS.contains(event.step())
                && TO_REPORTERS.containsKey(event.state())
                && (!event.state().equals("HANDLED") || event.subject().service());
    }

    private void tell(LoggedEvent event, Told told) {
        var others = told.accounts().stream().filter(id -> !id.equals(event.actor())).toList();
        notices.tell(others, news(event, told.topic()));
    }

    private static News news(LoggedEvent event, Topic topic) {
        var subject = event.subject();
        var key =
                "case:%s/%d/%d"
                        .formatted(event.key().countyCode(), event.key().id(), event.version());
        return new News(
                key,
                topic,
                isUrgent(event, topic),
                new About(subject.caseNo(), subject.matterCode(), subject.path()));
    }

    /** What was filed as urgent may wake whoever is to solve it. */
    private static boolean isUrgent(LoggedEvent event, Topic topic) {
        return switch (topic) {
            case WHISTLE, RED_CARD -> true;
            case DISPATCHED, MATCHED, REWORK, RULED, URGED, CO_HANDLE ->
                    Objects.equals(event.subject().conditionNo(), Condition.URGENT);
            default -> false;
        };
    }

    /** Asked of the history where a step leaves nobody in charge. */
    private Optional<String> unitBefore(LoggedEvent event) {
        return courses.find(event.key()).stream()
                .flatMap(course -> course.events().stream())
                .filter(before -> before.version() == event.version() - 1)
                .map(CaseEvent::unitCode)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
