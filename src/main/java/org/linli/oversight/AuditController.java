package org.linli.oversight;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.audit.AuditEvent;
import org.linli.audit.Trace;
import org.linli.audit.TraceFilter;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.time.StorableTime;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail over HTTP. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final int MOST = 200;

    private static final Pattern CURSOR = Pattern.compile("\\d{1,18}");

    private final Oversight oversight;

    AuditController(Oversight oversight) {
        this.oversight = oversight;
    }

    /**
     * A part of the trail.
     *
     * @param next the cursor of the next part; null at the end
     */
    @Classified(FieldClass.C1)
    record Page(List<ShownTrace> items, @Nullable String next) {}

    /**
     * What a check of the trail came to.
     *
     * @param holds whether nothing is wrong with it
     * @param said in words; names the first bad record
     */
    @Classified(FieldClass.C1)
    record Checked(boolean holds, long records, long waiting, int checkpoints, String said) {}

    /** What was done, and what personal data was read: newest first. */
    @GetMapping
    @Permission(Action.AUDIT_READ)
    Page read(
            Actor actor,
            @RequestParam(name = "actor", required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        var filter =
                new TraceFilter(
                        code("actor", who),
                        code("object", object),
                        time("from", from),
                        time("to", to),
                        before(cursor),
                        checked(limit) + 1);
        return page(oversight.read(actor, filter), limit);
    }

    /** Reads the whole trail again and computes it again, up to the first thing that is wrong. */
    @GetMapping("/check")
    @Permission(Action.AUDIT_READ)
    Checked check(Actor actor, Locale locale) {
        var verdict = oversight.check(actor);
        var said =
                verdict.fault()
                        .orElseGet(() ->
                                Message.of(
                                        "audit/holds",
                                        verdict.records(),
                                        verdict.waiting(),
                                        verdict.checkpoints()));
        return new Checked(
                verdict.holds(),
                verdict.records(),
                verdict.waiting(),
                verdict.checkpoints(),
                Words.say(said, locale));
    }

    private Page page(List<Trace> found, int limit) {
        var items = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                oversight.shown(items),
                found.size() > limit ? Long.toString(items.getLast().id()) : null);
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue("request/out-of-range", "limit", 1, MOST);
        }
        return limit;
    }

    /** What the trail could hold; anything else is not in it. */
    private static @Nullable String code(String name, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (!AuditEvent.isCode(given)) {
            throw new InvalidValue("request/value", name, given);
        }
        return given;
    }

    private static @Nullable Instant time(String name, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return StorableTime.checked(Instant.parse(given));
        } catch (DateTimeException unreadable) {
            throw new InvalidValue("request/value", name, given);
        }
    }

    private static long before(String cursor) {
        if (!cursor.isEmpty() && !CURSOR.matcher(cursor).matches()) {
            throw new InvalidValue("request/value", "cursor", cursor);
        }
        return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
    }
}
