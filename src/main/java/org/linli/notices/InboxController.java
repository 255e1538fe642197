package org.linli.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.notices.NoticeStore.Kept;
import org.linli.notices.NoticeStore.Unread;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own inbox: what one was told. */
@RestController
@RequestMapping("/api/v1/notices")
class InboxController {

    private static final int MOST = 100;

    private final NoticeStore store;
    private final Wording wording;
    private final Streets streets;
    private final Clock clock;

    InboxController(NoticeStore store, Wording wording, Streets streets, Clock clock) {
        this.store = store;
        this.wording = wording;
        this.streets = streets;
        this.clock = clock;
    }

    /**
     * A notice.
     *
     * @param said what happened, in the reader's language
     * @param about the matter, the street and the case number, as far as there are any
     */
    @Classified(FieldClass.C1)
    record Shown(
            long id,
            String topic,
            boolean urgent,
            String said,
            String about,
            @Nullable String caseNo,
            @Nullable String matterCode,
            @Nullable String streetName,
            Instant at,
            boolean read) {}

    /**
     * A page of an inbox.
     *
     * @param unread how many nobody has read yet, of all
     * @param urgent how many of those are urgent
     * @param next the {@code before} of the next page; null on the last
     */
    @Classified(FieldClass.C1)
    record Inbox(List<Shown> items, long unread, long urgent, @Nullable Long next) {}

    /**
     * How many wait to be read.
     *
     * @param urgent how many of them are urgent
     */
    @Classified(FieldClass.C1)
    record Waiting(long unread, long urgent) {}

    /**
     * What has been seen.
     *
     * @param upTo the newest notice that was
     * @param only one notice alone; null for all up to there
     */
    record Seen(@Nullable Long upTo, @Nullable Long only) {}

    /** What one was told, the newest first. */
    @GetMapping
    @Permission(Action.OWN_NOTICES)
    Inbox inbox(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue("request/value", "limit", limit);
        }
        var newest = before == null ? Long.MAX_VALUE : before;
        var kept = store.inbox(actor.id(), newest, unread, limit + 1);
        var page = kept.size() > limit ? kept.subList(0, limit) : kept;
        var waiting = store.unread(actor.id());
        return new Inbox(
                page.stream().map(one -> shown(one, locale)).toList(),
                waiting.notices(),
                waiting.urgent(),
                kept.size() > limit ? page.getLast().id() : null);
    }

    /** How many notices wait to be read. */
    @GetMapping("/unread")
    @Permission(Action.OWN_NOTICES)
    Waiting unread(Actor actor) {
        Unread waiting = store.unread(actor.id());
        return new Waiting(waiting.notices(), waiting.urgent());
    }

    /** Notes what one has seen. */
    @PutMapping("/read")
    @Permission(Action.OWN_NOTICES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @RequestBody Seen body) {
        if (body.only() == null && body.upTo() == null) {
            throw InvalidValue.missing("upTo");
        }
        var upTo = body.upTo() == null ? Long.MAX_VALUE : body.upTo();
        store.read(actor.id(), upTo, body.only(), clock.instant());
    }

    private Shown shown(Kept kept, Locale locale) {
        var line = kept.line();
        return new Shown(
                kept.id(),
                line.topic().code(),
                line.urgent(),
                wording.said(line, locale),
                wording.about(line, locale),
                line.caseNo(),
                line.matterCode(),
                line.streetCode() == null ? null : streets.name(line.streetCode()),
                line.at(),
                kept.read());
    }
}
