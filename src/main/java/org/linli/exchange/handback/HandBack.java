package org.linli.exchange.handback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseLog;
import org.linli.cases.LoggedEvent;
import org.linli.cases.MergedReports;
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
                    "rate",
                    "unhold");

    /** The steps whose result is told. */
    private static final Set<String> WITH_RESULT =
            Set.of("refuse", "self-handle", "handle", "help", "close");

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
                .filter(event -> TOLD.contains(event.step()) && !event.subject().imported())
                .forEach(event -> tell(event, listening));
    }

    private void tell(LoggedEvent event, Set<String> listening) {
        for (var report : reports.of(event.key())) {
            var system = report.sourceSystem();
            var externalId = report.externalId();
            if (system != null && externalId != null && listening.contains(system)) {
                store.add(delivery(event, system, externalId), clock.instant());
            }
        }
    }

    private HandBackStore.NewDelivery delivery(
            LoggedEvent event, String system, String externalId) {
        var type = "case." + event.step();
        var name = event.id() + "/" + system + "/" + externalId;
        var message =
                new Message(
                        type,
                        event.recordedAt(),
                        new Message.Data(
                                system,
                                externalId,
                                event.subject().caseNo(),
                                event.step(),
                                event.state(),
                                event.at(),
                                result(event),
                                event.carried().get("score") instanceof Integer score
                                        ? score
                                        : null,
                                event.carried().get("solved") instanceof Boolean solved
                                        ? solved
                                        : null));
        return new HandBackStore.NewDelivery(
                event.key().countyCode(),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                system,
                externalId,
                event.id(),
                type,
                json.writeValueAsString(message));
    }

    private @Nullable String result(LoggedEvent event) {
        return WITH_RESULT.contains(event.step())
                ? reports.result(event.key())
                        .map(text -> LONG_NUMBER.matcher(text).replaceAll("…"))
                        .orElse(null)
                : null;
    }
}
