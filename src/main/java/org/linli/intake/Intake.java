package org.linli.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.cases.Cases;
import org.linli.cases.Contact;
import org.linli.cases.NewReport;
import org.linli.cases.Place;
import org.linli.cases.Source;
import org.linli.catalogue.Catalogue;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.springframework.stereotype.Service;

/** The front door: checks what was sent, places it, and hands it to the cases. */
@Service
public class Intake {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{3,}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    private final Cases cases;
    private final Placing placing;
    private final Catalogue catalogue;
    private final Operations operations;
    private final Clock clock;

    Intake(Cases cases, Placing placing, Catalogue catalogue, Operations operations, Clock clock) {
        this.cases = cases;
        this.placing = placing;
        this.catalogue = catalogue;
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * Takes a report in, once, and answers with its receipt when it is stored for good. What an
     * earlier sending was answered with is answered again, even if it would not be taken today.
     */
    public Answer report(Actor actor, ReportRequest request) {
        // the time may be told by the envelope or within: it is the same report
        var operation = operations.of(actor.id(), request.opId(), request.seen(null));
        return cases.report(actor, () -> checked(actor, request), operation);
    }

    /**
     * Takes in what another system hands over, once by its name there, whatever else it says.
     *
     * @param area the code of the cell or division it lies in, where no degrees say it
     * @param received when it was handed over: it may have waited since, and is no older for it
     */
    public Answer handOver(
            Actor actor, ReportRequest request, @Nullable String area, Instant received) {
        return cases.report(
                actor, () -> handedOver(actor, request, area, received), handingOver(request));
    }

    /** What was answered when something of this name was handed over and taken in before. */
    public Optional<Answer> handedOverBefore(ReportRequest request) {
        return operations.answered(handingOver(request));
    }

    /**
     * Looks at what another system hands over as far as it can be looked at while nobody knows what
     * its codes mean.
     *
     * @throws InvalidValue if it could not be taken in whatever they mean
     */
    public void requireSound(Actor actor, ReportRequest request) {
        handedOver(actor, request, null, clock.instant());
    }

    private Operation handingOver(ReportRequest request) {
        var name = request.sourceSystem() + "/" + request.externalId();
        return operations.of("handed-over:" + name, request.opId(), name);
    }

    /** The path that a concern lies under, as far as it says; empty where it does not. */
    public Optional<String> pathOf(
            @Nullable Double longitude, @Nullable Double latitude, @Nullable String area) {
        return placing.pathOf(longitude, latitude, area);
    }

    private NewReport checked(Actor actor, ReportRequest request) {
        return handedOver(actor, request, null, clock.instant());
    }

    private NewReport handedOver(
            Actor actor, ReportRequest request, @Nullable String area, Instant received) {
        var address = Text.optional("address", request.address(), Limits.ADDRESS);
        var place =
                area == null
                        ? placing.at(actor, request.lon(), request.lat(), address)
                        : placing.in(area, address);
        return checked(actor, request, place, received);
    }

    private NewReport checked(Actor actor, ReportRequest request, Place place, Instant received) {
        var source = Sources.given(actor, request.source());
        var text = Text.required("text", request.text(), Limits.TEXT);
        requireMatter(request);
        return new NewReport(
                source,
                text,
                request.matterCode(),
                request.conditionNo(),
                place,
                contact(request.reporter()),
                photos(request.photoIds()),
                sourceSystem(request, source),
                externalId(actor, request),
                solved(request),
                Occurrence.checked(request.occurredAt(), received));
    }

    private void requireMatter(ReportRequest request) {
        var code = request.matterCode();
        var condition = request.conditionNo();
        if (code == null) {
            if (condition != null || request.selfHandle() != null) {
                throw InvalidValue.missing("matterCode");
            }
            return;
        }
        var matter =
                catalogue
                        .matter(code)
                        .orElseThrow(
                                () -> new InvalidValue("case/unknown-matter", "matterCode", code));
        if (condition != null && matter.condition(condition).isEmpty()) {
            throw new InvalidValue("case/unknown-condition", "conditionNo", condition, code);
        }
    }

    private static List<UUID> photos(List<UUID> ids) {
        var distinct = ids.stream().distinct().toList();
        if (distinct.size() > Limits.PHOTOS) {
            throw new InvalidValue("report/too-many-photos", "photoIds", Limits.PHOTOS);
        }
        return distinct;
    }

    private static Contact contact(ReportRequest.@Nullable Reporter reporter) {
        if (reporter == null) {
            return Contact.NONE;
        }
        var name = Text.optional("reporter.name", reporter.name(), Limits.NAME);
        var phone = Text.optional("reporter.phone", reporter.phone(), Limits.PHONE);
        var email = Text.optional("reporter.email", reporter.email(), Limits.EMAIL);
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            throw new InvalidValue("report/phone", "reporter.phone");
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw new InvalidValue("report/email", "reporter.email");
        }
        return new Contact(name, phone, email);
    }

    private static @Nullable String externalId(Actor actor, ReportRequest request) {
        if (request.externalId() == null) {
            return null;
        }
        if (!Sources.isSystem(actor)) {
            throw new InvalidValue("report/external-id", "externalId");
        }
        return Text.required("externalId", request.externalId(), Limits.CODE);
    }

    /** The system whose names for things these are: as told, or else the one its source is. */
    private static @Nullable String sourceSystem(ReportRequest request, Source source) {
        var system = request.sourceSystem();
        if (request.externalId() == null) {
            if (system != null) {
                throw InvalidValue.missing("externalId");
            }
            return null;
        }
        if (system != null && !SYSTEM.matcher(system).matches()) {
            throw new InvalidValue("report/source-system", "sourceSystem");
        }
        return system == null ? source.code() : system;
    }

    private static NewReport.@Nullable Solved solved(ReportRequest request) {
        var handled = request.selfHandle();
        return handled == null
                ? null
                : new NewReport.Solved(
                        Text.optional("selfHandle.note", handled.note(), Limits.TEXT));
    }
}
