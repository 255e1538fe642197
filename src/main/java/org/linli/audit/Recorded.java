package org.linli.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the database, whatever anybody has made of it there.
 *
 * @param transaction that recorded it; a restored database counts them anew, so no leaf knows it
 */
record Recorded(
        long id,
        long transaction,
        Instant at,
        String actor,
        String act,
        String kind,
        String object,
        @Nullable String subject,
        @Nullable String purpose,
        String result,
        int records,
        byte @Nullable [] request) {

    private static final int ABSENT = -1;

    /** Every field with its length before it, so that no two events read the same. */
    byte[] canonical() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(id);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            for (var field : Arrays.asList(actor, act, kind, object, subject, purpose, result)) {
                write(out, field);
            }
            out.writeInt(records);
            write(out, request);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String field) throws IOException {
        write(out, field == null ? null : field.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte @Nullable [] field) throws IOException {
        if (field == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(field.length);
            out.write(field);
        }
    }
}
