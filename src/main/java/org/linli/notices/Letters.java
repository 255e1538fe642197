package org.linli.notices;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.OwnAddress;
import org.linli.cases.Reporters;
import org.linli.mediation.Applicants;
import org.linli.notices.DeliveryStore.Delivery;
import org.linli.notices.NotDelivered.Why;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Component;

/** Writes letters: finds out whom to reach and how at the very moment that they go out. */
@Component
class Letters {

    private static final Quiet OF_RESIDENTS = Quiet.USUAL;

    private final Preferences preferences;
    private final Reporters reporters;
    private final Applicants applicants;
    private final Wording wording;
    private final Stops stops;
    private final @Nullable String home;

    Letters(
            Preferences preferences,
            Reporters reporters,
            Applicants applicants,
            Wording wording,
            Stops stops,
            OwnAddress address) {
        this.preferences = preferences;
        this.reporters = reporters;
        this.applicants = applicants;
        this.wording = wording;
        this.stops = stops;
        this.home = address.set();
    }

    /** A letter, and when its reader is not to be woken by it. */
    record Addressed(Letter letter, Quiet quiet) {}

    Addressed addressed(Delivery delivery) throws NotDelivered {
        var recipient = delivery.recipient();
        if (Recipients.isAccount(recipient)) {
            return toStaff(delivery, preferences.of(recipient));
        }
        var part = delivery.channel().equals("mail") ? "email" : "phone";
        var purpose = "notice." + delivery.channel();
        var to =
                Recipients.reporter(recipient)
                        .map(key -> reporters.contact(key, part, purpose))
                        .or(() ->
                                Recipients.applicant(recipient)
                                        .map(id -> applicants.contact(id, part, purpose)))
                        .orElse("");
        return toResident(delivery, to);
    }

    private Addressed toStaff(Delivery delivery, Preference preference) throws NotDelivered {
        var to =
                switch (delivery.channel()) {
                    case "mail" -> preference.email();
                    case "sms" -> preference.phone();
                    default -> preference.accountId();
                };
        var locale = Locale.of(preference.language());
        var line = delivery.line();
        var text = joined(wording.about(line, locale), toPage(line));
        var subject = wording.said(line, locale);
        return new Addressed(letter(delivery, to, subject, text, null), preference.quiet());
    }

    /** In both languages by mail: nobody has asked which one they read. */
    private Addressed toResident(Delivery delivery, String to) throws NotDelivered {
        var stop = home == null ? null : home + "/stop#" + stops.token(delivery.recipient());
        var text =
                delivery.channel().equals("mail")
                        ? joined(
                                toResident(delivery.line(), Locale.CHINESE, stop),
                                wording.said(delivery.line(), Locale.ENGLISH),
                                toResident(delivery.line(), Locale.ENGLISH, stop))
                        : toResident(delivery.line(), Locale.CHINESE, stop);
        var subject = wording.said(delivery.line(), Locale.CHINESE);
        return new Addressed(letter(delivery, to, subject, text, stop), OF_RESIDENTS);
    }

    private String toResident(Line line, Locale locale, @Nullable String stop) {
        return joined(
                wording.about(line, locale),
                line.caseNo() == null ? "" : linked("/track"),
                stop == null ? "" : Words.say(Message.of("notices/stop", stop), locale));
    }

    private static Letter letter(
            Delivery delivery, String to, String subject, String text, @Nullable String stop)
            throws NotDelivered {
        if (to.isEmpty()) {
            throw new NotDelivered(Why.NO_ADDRESS);
        }
        var line = delivery.line();
        return new Letter(
                "notice-" + delivery.id(),
                to,
                line.topic(),
                line.urgent(),
                line.caseNo(),
                subject,
                text,
                stop);
    }

    private String toPage(Line line) {
        if (line.topic().isOfMediation()) {
            return linked("/console/mediation");
        }
        return line.caseNo() == null ? "" : linked("/console/cases/" + line.caseNo());
    }

    private String linked(String page) {
        return Optional.ofNullable(home).map(address -> address + page).orElse("");
    }

    private static String joined(String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
