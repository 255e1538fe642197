package org.linli.intake.open311;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.cases.PublicCases;
import org.linli.cases.Source;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Matter;
import org.linli.evidence.Evidence;
import org.linli.intake.Intake;
import org.linli.intake.ReportRequest;
import org.linli.platform.operation.Answer;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what a client of Open311 reports, as any other report. */
@Component
class Posting {

    /** The system a client speaks for that gives a name of its own but does not say whose. */
    private static final String OPEN311 = "open311";

    /** What a client calls the fields of a report. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "text", "description",
                    "address", "address_string",
                    "sourceSystem", "source_system",
                    "externalId", "external_id",
                    "reporter.name", "first_name",
                    "reporter.phone", "phone",
                    "reporter.email", "email");

    private final Intake intake;
    private final Evidence evidence;
    private final ServiceList services;
    private final Catalogue catalogue;
    private final PublicCases publicCases;
    private final Jurisdictions jurisdictions;
    private final JsonMapper json;

    Posting(
            Intake intake,
            Evidence evidence,
            ServiceList services,
            Catalogue catalogue,
            PublicCases publicCases,
            Jurisdictions jurisdictions,
            JsonMapper json) {
        this.intake = intake;
        this.evidence = evidence;
        this.services = services;
        this.catalogue = catalogue;
        this.publicCases = publicCases;
        this.jurisdictions = jurisdictions;
        this.json = json;
    }

    /**
     * @throws InvalidValue if there is no matter, no place, or an answer that is none
     */
    Accepted post(Actor actor, Form form, Locale locale) throws IOException {
        jurisdictions.path(form.text("jurisdiction_id").orElse(null));
        var code =
                form.text("service_code").orElseThrow(() -> InvalidValue.missing("service_code"));
        var matter = services.matter(code);
        var lines = Attributes.lines(catalogue.questions(code), form.fields(), locale);
        var address = place(form);
        var opId = form.operation();
        var report = report(actor, form, matter, opId, text(form, matter, lines, locale), address);
        var receipt = json.readTree(reported(actor, report).body());
        return accepted(matter, receipt, form.text("account_id").orElse(null), locale);
    }

    private Answer reported(Actor actor, ReportRequest report) {
        try {
            return intake.report(actor, report);
        } catch (InvalidValue wrong) {
            throw wrong.called(NAMES);
        }
    }

    private Accepted accepted(
            Matter matter, JsonNode receipt, @Nullable String account, Locale locale) {
        var tracking = receipt.path("trackingCode").asString();
        var id = publicCases.shows(matter.code()) ? receipt.path("caseNo").asString() : tracking;
        return new Accepted(id, Words.say(Message.of("open311/notice", tracking), locale), account);
    }

    private ReportRequest report(
            Actor actor, Form form, Matter matter, UUID opId, String text, @Nullable String address)
            throws IOException {
        var external = form.text("external_id").orElse(null);
        return new ReportRequest(
                opId,
                matter.code(),
                null,
                text,
                form.degrees("long", 180),
                form.degrees("lat", 90),
                address,
                form.text("source").orElse(Source.RESIDENT.code()),
                external == null ? null : form.text("source_system").orElse(OPEN311),
                external,
                photos(actor, opId, form),
                reporter(form),
                null,
                null);
    }

    /** Degrees, or words for where it is; a client that knows a place by a number names that. */
    private static @Nullable String place(Form form) {
        var address = form.text("address_string").or(() -> form.text("address_id")).orElse(null);
        if (address == null && form.text("lat").isEmpty() && form.text("long").isEmpty()) {
            throw InvalidValue.missing("lat, long");
        }
        if (form.text("lat").isPresent() != form.text("long").isPresent()) {
            throw InvalidValue.missing(form.text("lat").isEmpty() ? "lat" : "long");
        }
        return address;
    }

    /** We fetch nothing from where a client says: its address is kept for people to open. */
    private static String text(Form form, Matter matter, List<String> lines, Locale locale) {
        var all = new ArrayList<String>();
        all.add(form.text("description").orElse(ServiceList.name(matter, locale)));
        all.addAll(lines);
        form.text("media_url").ifPresent(all::add);
        return String.join("\n", all);
    }

    private static ReportRequest.@Nullable Reporter reporter(Form form) {
        var name =
                String.join(
                                " ",
                                form.text("first_name").orElse(""),
                                form.text("last_name").orElse(""))
                        .strip();
        var phone = form.text("phone").orElse("");
        var email = form.text("email").orElse("");
        return name.isEmpty() && phone.isEmpty() && email.isEmpty()
                ? null
                : new ReportRequest.Reporter(name, phone, email);
    }

    private List<UUID> photos(Actor actor, UUID opId, Form form) throws IOException {
        var ids = new ArrayList<UUID>();
        for (var file : form.files()) {
            var name = opId + "/" + ids.size();
            var part = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            var answer = json.readTree(evidence.store(actor, part, file).body());
            ids.add(UUID.fromString(answer.path("photoId").asString()));
        }
        return ids;
    }
}
