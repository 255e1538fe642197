package org.linli.exchange.handback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseLog;
import org.linli.cases.LoggedEvent;
import org.linli.cases.MergedReport;
import org.linli.cases.MergedReports;
import org.linli.cases.MergedReports.Outcome;
import org.linli.platform.log.EventLog;
import org.linli.platform.log.Follower;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the cases, and writes down for each system what it is to be told of its concerns: also of
 * those that were merged into another, whose fate they share (DOMAIN 2.4).
 */
@Component
class HandBack implements Follower<LoggedEvent> {

    /** The steps that change what a reporter would be told. */
    private static final Set<String> TOLD =
            Set.of(
                    "accept",
                    "verify",
                    "file",
                    "refuse",
                    "self-handle",
                    "dispatch",
                    "dispatch-again",
                    "rule",
                    "match",
                    "handle",
                    "help",
                    "confirm",
                    "call-back",
                    "rework",
                    "check",
                    "close",
                    "reopen",
                    "merge",
                    "split",
                    "rate",
                    "hold",
                    "unhold");

    /** The steps whose result is told. */
    private static final Set<String> WITH_RESULT =
            Set.of("refuse", "self-handle", "handle", "help", "close");

    private static final String HELD_UNTIL = "heldUntil";

    /** Free text may name somebody's telephone in spite of all. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d[\\d -]{5,}\\d[Xx]?");

    private final CaseLog log;
    private final MergedReports reports;
    private final HandBackStore store;
    private final JsonMapper json;
    private final Clock clock;

    HandBack(
            CaseLog log, MergedReports reports, HandBackStore store, JsonMapper json, Clock clock) {
        this.log = log;
        this.reports = reports;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange.hand-back";
    }

    @Override
    public EventLog<LoggedEvent> log() {
        return log;
    }

    @Override
    public Beginning beginning() {
        return Beginning.NOW;
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        var listening =
                store.webhooks().stream()
                        .filter(Webhook::active)
                        .map(Webhook::system)
                        .collect(Collectors.toSet());
        if (listening.isEmpty()) {
            return;
        }
        events.stream()
                .filter(event -> TOLD.contains(step(event)))
                .filter(event -> !event.subject().imported())
                .forEach(event -> tell(event, listening));
    }

    /** Two people closed it unsolved: the second approval is what closes it. */
    private static boolean isForced(LoggedEvent event) {
        return event.step().equals("approve")
                && event.state().equals("CLOSED")
                && "forced-close".equals(event.carried().get("application"));
    }

    /** What was asked for and approved is told as what came of it: a hold, or the end. */
    private static String step(LoggedEvent event) {
        if (isForced(event)) {
            return "close";
        }
        return event.carried().containsKey(HELD_UNTIL) ? "hold" : event.step();
    }

    private void tell(LoggedEvent event, Set<String> listening) {
        for (var report : reports.of(event.key())) {
            if (report.externalId() != null && listening.contains(report.sourceSystem())) {
                said(event, report)
                        .map(said -> delivery(event, said))
                        .ifPresent(told -> store.add(told, clock.instant()));
            }
        }
    }

    /**
     * What a system is told of its concern. Of one that was split it hears once all the parts are
     * over, and when one is taken up again: to the system it is one concern still.
     */
    private Optional<Message.Data> said(LoggedEvent event, MergedReport report) {
        var whole = report.partOf();
        if (whole == null || event.step().equals("reopen")) {
            return Optional.of(said(event, report, event.subject().caseNo()));
        }
        var parts = reports.concludedBy(whole, event.id());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(concluded(event, report, whole, parts));
    }

    private Message.Data said(LoggedEvent event, MergedReport report, String caseNo) {
        var carried = event.carried();
        return new Message.Data(
                String.valueOf(report.sourceSystem()),
                String.valueOf(report.externalId()),
                caseNo,
                step(event),
                event.state(),
                event.at(),
                result(event),
                carried.get("score") instanceof Integer score ? score : null,
                carried.get("solved") instanceof Boolean solved ? solved : null,
                carried.get(HELD_UNTIL) instanceof String until ? Instant.parse(until) : null,
                carried.get("parts") instanceof List<?> numbers
                        ? numbers.stream().map(Object::toString).toList()
                        : null);
    }

    private static Message.Data concluded(
            LoggedEvent event, MergedReport report, String whole, List<Outcome> parts) {
        var refused = parts.stream().allMatch(part -> part.state().equals("REFUSED"));
        var results =
                parts.stream()
                        .filter(part -> part.result() != null)
                        .map(part -> part.caseNo() + ": " + masked(part.result()))
                        .collect(Collectors.joining("\n"));
        return new Message.Data(
                String.valueOf(report.sourceSystem()),
                String.valueOf(report.externalId()),
                whole,
                refused ? "refuse" : "close",
                refused ? "REFUSED" : "CLOSED",
                event.at(),
                results.isEmpty() ? null : results,
                null,
                null,
                null,
                parts.stream().map(Outcome::caseNo).toList());
    }

    private HandBackStore.NewDelivery delivery(LoggedEvent event, Message.Data said) {
        var type = "case." + said.step();
        var name = event.id() + "/" + said.system() + "/" + said.externalId();
        return new HandBackStore.NewDelivery(
                event.key().countyCode(),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                said.system(),
                said.externalId(),
                event.id(),
                type,
                json.writeValueAsString(new Message(type, event.recordedAt(), said)));
    }

    private @Nullable String result(LoggedEvent event) {
        return WITH_RESULT.contains(event.step())
                ? reports.result(event.key()).map(HandBack::masked).orElse(null)
                : null;
    }

    private static String masked(@Nullable String text) {
        return text == null ? "" : LONG_NUMBER.matcher(text).replaceAll("…");
    }
}
