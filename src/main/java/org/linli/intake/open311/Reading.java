package org.linli.intake.open311;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseNotFound;
import org.linli.cases.Cases;
import org.linli.cases.PublicCase;
import org.linli.cases.PublicCases;
import org.linli.cases.TrackedCase;
import org.linli.cases.TrackedConcern;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Flow;
import org.linli.people.Units;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.time.StorableTime;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.stereotype.Component;

/** Reads cases for clients of Open311: those that are public, or one by its tracking code. */
@Component
class Reading {

    /** The standard's own bounds: a span of 90 days, and a thousand. */
    static final Duration LONGEST = Duration.ofDays(90);

    static final int MOST = 1_000;

    /** Codes are guessed one by one, or not at all. */
    private static final int MOST_BY_ID = 100;

    private final PublicCases publicCases;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Units units;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    Reading(
            PublicCases publicCases,
            Cases cases,
            Catalogue catalogue,
            Units units,
            Jurisdictions jurisdictions,
            Clock clock) {
        this.publicCases = publicCases;
        this.cases = cases;
        this.catalogue = catalogue;
        this.units = units;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /** Those a client asks for: by their ids, and else by what they are and when they came. */
    List<ServiceRequest> list(Form form, Locale locale) {
        var area = jurisdictions.path(form.text("jurisdiction_id").orElse(null)).orElse(null);
        var ids = form.text("service_request_id").map(Reading::parts);
        if (ids.isPresent()) {
            return ids.get().stream()
                    .limit(MOST_BY_ID)
                    .flatMap(id -> find(id, locale).stream())
                    .toList();
        }
        var size = number(form, "page_size", MOST, MOST);
        var page = number(form, "page", 1, 1_000);
        var span = span(form);
        var wanted =
                new PublicCases.Wanted(
                        form.text("service_code").map(Reading::parts).orElse(null),
                        area,
                        span.from,
                        span.to,
                        over(form),
                        null,
                        size,
                        (page - 1) * size);
        return publicCases.find(wanted).stream().map(found -> shown(found, locale)).toList();
    }

    /**
     * @throws UnknownRequest if there is none that anybody may know of
     */
    ServiceRequest one(String id, Locale locale) {
        return find(id, locale).orElseThrow(() -> new UnknownRequest(id));
    }

    /**
     * @throws UnknownRequest if the token is no tracking code
     */
    TokenAnswer token(String token) {
        var tracked = tracked(token).orElseThrow(() -> new UnknownRequest(token)).it();
        var matter = tracked.matterCode();
        var isPublic = matter != null && publicCases.shows(matter);
        return new TokenAnswer(isPublic ? tracked.caseNo() : token, token);
    }

    private Optional<ServiceRequest> find(String id, Locale locale) {
        return publicCases
                .find(id)
                .map(found -> shown(found, locale))
                .or(() -> tracked(id).map(tracked -> shown(id, tracked, locale)));
    }

    private Optional<TrackedConcern> tracked(String code) {
        try {
            return Optional.of(cases.track(code));
        } catch (CaseNotFound none) {
            return Optional.empty();
        }
    }

    private ServiceRequest shown(PublicCase found, Locale locale) {
        var name = matterName(found.matterCode(), locale);
        return new ServiceRequest(
                found.caseNo(),
                found.over() ? "closed" : "open",
                notes(found.state(), Flow.CASE, locale),
                name,
                found.matterCode(),
                name,
                found.unitCode() == null ? null : units.nameOf(found.unitCode()).orElse(null),
                null,
                found.reportedAt(),
                found.changedAt(),
                found.dueAt(),
                null,
                null,
                null,
                found.lat(),
                found.lon(),
                null);
    }

    private ServiceRequest shown(String id, TrackedConcern concern, Locale locale) {
        var found = concern.it();
        var last = found.history().isEmpty() ? null : found.history().getLast();
        var told =
                found.history().reversed().stream()
                        .map(TrackedCase.Entry::note)
                        .filter(note -> note != null && !note.isEmpty())
                        .findFirst();
        return new ServiceRequest(
                id,
                concern.over() ? "closed" : "open",
                told.orElseGet(() -> notes(found.state(), found.flow(), locale)),
                matterName(found.matterCode(), locale),
                found.matterCode(),
                found.text(),
                null,
                null,
                found.reportedAt(),
                last == null ? found.reportedAt() : last.at(),
                found.dueAt(),
                found.address(),
                null,
                null,
                found.lat(),
                found.lon(),
                null);
    }

    private @Nullable String matterName(@Nullable String code, Locale locale) {
        return code == null
                ? null
                : catalogue
                        .matter(code)
                        .map(matter -> ServiceList.name(matter, locale))
                        .orElse(null);
    }

    /**
     * Where it stands: a service in words of its own, as far as it has any; what came later than
     * these words by that it is worked on.
     */
    private static String notes(String state, Flow flow, Locale locale) {
        var code =
                Stream.of("open311/service-state-%s", "open311/state-%s")
                        .skip(flow == Flow.SERVICE ? 0 : 1)
                        .map(worded -> worded.formatted(state))
                        .filter(Words::has)
                        .findFirst()
                        .orElse("open311/state-OTHER");
        return Words.say(Message.of(code), locale);
    }

    private record Span(Instant from, Instant to) {}

    private Span span(Form form) {
        var from = time(form, "start_date");
        var to = time(form, "end_date");
        if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new InvalidValue("open311/too-long-a-span", "end_date", LONGEST.toDays());
        }
        if (from != null) {
            return new Span(from, to == null ? from.plus(LONGEST) : to);
        }
        var end = to == null ? clock.instant() : to;
        return new Span(end.minus(LONGEST), end);
    }

    private static @Nullable Instant time(Form form, String field) {
        return form.text(field)
                .map(text -> {
                    try {
                        // a plus in an address that nobody wrote as %2B arrives as a blank
                        var at = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                        return StorableTime.checked(at);
                    } catch (DateTimeException none) {
                        throw new InvalidValue("request/value", field, text);
                    }
                })
                .orElse(null);
    }

    private static @Nullable Boolean over(Form form) {
        var asked = form.text("status").map(Reading::parts).orElse(List.of());
        for (var status : asked) {
            if (!status.equals("open") && !status.equals("closed")) {
                throw new InvalidValue("request/value", "status", status);
            }
        }
        var both = asked.isEmpty() || asked.contains("open") && asked.contains("closed");
        return both ? null : Boolean.valueOf(asked.contains("closed"));
    }

    private static int number(Form form, String field, int usual, int most) {
        var text = form.text(field).orElse(Integer.toString(usual));
        try {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new InvalidValue("request/value", field, text);
        }
        throw new InvalidValue("request/value", field, text);
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
