package org.linli.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One trace: who did what to which thing, when, what for, and what came of it. What is chained can
 * never be cleaned, so there is no place in it for a sentence or for the name of a person.
 *
 * @param at to the microsecond, as it is stored
 * @param actor the id of who acts
 * @param object the id of what it was done to; empty if there is no such thing
 * @param subject the pseudonym of the person it is about; null if it is about none
 * @param purpose the code of what it was done for; null where the act says that already
 * @param records how many records it touched
 * @param request SHA-256 of what was asked; null where nothing was sent
 */
public record AuditEvent(
        Instant at,
        String actor,
        Act act,
        Thing thing,
        String object,
        @Nullable String subject,
        @Nullable String purpose,
        Result result,
        int records,
        byte @Nullable [] request) {

    /** Ids and codes, and nothing that reads like a sentence. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}:._/|-]{0,120}");

    private static final int SHA256_BYTES = 32;

    public AuditEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
        requireCode(actor);
        requireCode(object);
        requireCode(subject);
        requireCode(purpose);
        request = request == null ? null : request.clone();
        if (request != null && request.length != SHA256_BYTES) {
            throw new IllegalArgumentException("Not a SHA-256: " + request.length + " bytes");
        }
    }

    /** Something that was done, to one thing, about nobody. */
    public static AuditEvent of(Instant at, String actor, Act act, Thing thing, String object) {
        return new AuditEvent(at, actor, act, thing, object, null, null, Result.DONE, 1, null);
    }

    /** The same about a person. */
    public AuditEvent about(@Nullable String pseudonym) {
        return new AuditEvent(
                at, actor, act, thing, object, pseudonym, purpose, result, records, request);
    }

    /** The same for a purpose. */
    public AuditEvent purpose(@Nullable String code) {
        return new AuditEvent(
                at, actor, act, thing, object, subject, code, result, records, request);
    }

    /** The same, but it was refused. */
    public AuditEvent refused() {
        return new AuditEvent(
                at, actor, act, thing, object, subject, purpose, Result.REFUSED, records, request);
    }

    /** The same to so many records. */
    public AuditEvent records(int number) {
        return new AuditEvent(
                at, actor, act, thing, object, subject, purpose, result, number, request);
    }

    /** The same, asked for by what has this SHA-256. */
    public AuditEvent request(byte @Nullable [] sha256) {
        return new AuditEvent(
                at, actor, act, thing, object, subject, purpose, result, records, sha256);
    }

    @Override
    public byte @Nullable [] request() {
        return request == null ? null : request.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditEvent that
                && at.equals(that.at)
                && actor.equals(that.actor)
                && act == that.act
                && thing == that.thing
                && object.equals(that.object)
                && Objects.equals(subject, that.subject)
                && Objects.equals(purpose, that.purpose)
                && result == that.result
                && records == that.records
                && Arrays.equals(request, that.request);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, actor, act, object);
    }

    /** Whether a text is short and plain enough to stand in the trail. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static void requireCode(@Nullable String text) {
        if (text != null && !isCode(text)) {
            throw new IllegalArgumentException("No code: " + text);
        }
    }
}
