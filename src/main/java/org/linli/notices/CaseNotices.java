package org.linli.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Holders;
import org.linli.cases.CaseLog;
import org.linli.cases.LoggedEvent;
import org.linli.cases.Reporters;
import org.linli.cases.Reporters.Reachable;
import org.linli.catalogue.Condition;
import org.linli.platform.log.Follower;
import org.springframework.stereotype.Component;

/**
 * Tells whoever has to act next that a case has come to them. Nobody is told of what they did
 * themselves, nor of what an import says has been.
 */
@Component
class CaseNotices implements Follower<LoggedEvent> {

    private static final String RULING = "ruling";

    /** What a reporter is told by the state that a step leads to. */
    private static final Map<String, Topic> TO_REPORTERS =
            Map.of(
                    "FILED", Topic.FILED,
                    "REFUSED", Topic.REFUSED,
                    "HANDLED", Topic.CONFIRM,
                    "CLOSED", Topic.CLOSED);

    /** The steps that are news to a reporter. */
    private static final Set<String> NEWS =
            Set.of("file", "refuse", "close", "self-handle", "approve", "handle", "help");

    private final CaseLog log;
    private final Notices notices;
    private final Holders holders;
    private final Reporters reporters;

    CaseNotices(CaseLog log, Notices notices, Holders holders, Reporters reporters) {
        this.reporters = reporters;
        this.log = log;
        this.notices = notices;
        this.holders = holders;
    }

    /** Some people, and what they are told. */
    private record Told(Collection<String> accounts, Topic topic) {}

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
        real.forEach(event -> told(event, audience).forEach(told -> tell(event, told)));
        tellReporters(real);
    }

    private void tellReporters(List<LoggedEvent> events) {
        var told = events.stream().filter(CaseNotices::isNews).toList();
        var keys = told.stream().map(LoggedEvent::key).distinct().toList();
        var reachable = reporters.of(keys).stream().collect(Collectors.groupingBy(Reachable::told));
        for (var event : told) {
            var topic = Objects.requireNonNull(TO_REPORTERS.get(event.state()));
            notices.write(reachable.getOrDefault(event.key(), List.of()), news(event, topic));
        }
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
        var others = told.accounts.stream().filter(id -> !id.equals(event.actor())).toList();
        notices.tell(others, news(event, told.topic));
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

    private static List<Told> told(LoggedEvent event, Audience audience) {
        var path = event.subject().path();
        return switch (event.step()) {
            case "dispatch", "dispatch-again" -> unit(event, audience, Topic.DISPATCHED);
            case "match" -> helper(event, audience, Topic.MATCHED);
            case "confirm", "call-back" ->
                    event.state().equals("DISPATCHED")
                            ? helper(event, audience, Topic.NOT_DONE)
                            : List.of();
            case "rule" -> unit(event, audience, Topic.RULED);
            case "yellow-card" -> unit(event, audience, Topic.YELLOW_CARD);
            case "red-card" -> unit(event, audience, Topic.RED_CARD);
            case "urge" -> unit(event, audience, Topic.URGED);
            case "rework" ->
                    contested(event)
                            ? List.of(new Told(audience.shiftLeaders(path), Topic.CONTESTED))
                            : unit(event, audience, Topic.REWORK);
            case "return" ->
                    contested(event)
                            ? List.of(new Told(audience.shiftLeaders(path), Topic.CONTESTED))
                            : List.of(new Told(audience.street(path), Topic.RETURNED));
            case "ask-extension" -> List.of(new Told(audience.street(path), Topic.ASKED));
            case "ask-hold", "ask-forced-close", "appeal" ->
                    List.of(new Told(audience.deciding(path), Topic.ASKED));
            case "approve" -> unit(event, audience, Topic.GRANTED);
            case "decline" -> unit(event, audience, Topic.DECLINED);
            case "unhold" -> both(event, audience, Topic.HOLD_ENDED);
            case "reopen" -> List.of(new Told(audience.street(path), Topic.REOPENED));
            default -> List.of();
        };
    }

    private static boolean contested(LoggedEvent event) {
        return RULING.equals(event.subject().awaiting());
    }

    /** Those of the unit that answers for the case from here on, or of the street if none does. */
    private static List<Told> unit(LoggedEvent event, Audience audience, Topic topic) {
        @Nullable String unit = event.unitCode();
        return List.of(
                new Told(
                        unit == null
                                ? audience.street(event.subject().path())
                                : audience.unit(unit),
                        topic));
    }

    /** What the grid takes on itself is in its own list. */
    private static List<Told> helper(LoggedEvent event, Audience audience, Topic topic) {
        return event.unitCode() == null ? List.of() : unit(event, audience, topic);
    }

    private static List<Told> both(LoggedEvent event, Audience audience, Topic topic) {
        var accounts = new ArrayList<>(audience.street(event.subject().path()));
        if (event.unitCode() != null) {
            accounts.addAll(audience.unit(event.unitCode()));
        }
        return List.of(new Told(accounts, topic));
    }
}
