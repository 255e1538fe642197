package org.linli.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the chain was at a moment, as a line of a file that the database cannot reach: what is
 * changed before it shows.
 *
 * @param no from 1, without gaps
 * @param database the id of the trail
 * @param sealNo how many events were sealed
 * @param head of the chain then, in hex
 * @param before SHA-256 of the line before, in hex; zeros before the first
 * @param signature of all that, Ed25519 in Base64
 */
record Checkpoint(
        long no,
        UUID database,
        long sealNo,
        String head,
        Instant at,
        String before,
        String signature) {

    /** What stands before the first. */
    static final String NONE = "0".repeat(2 * Sha256.BYTES);

    private static final Pattern LINE =
            Pattern.compile(
                    "(\\d{1,18}) ([0-9a-f-]{36}) (\\d{1,18}) ([0-9a-f]{64}) (\\S+) ([0-9a-f]{64})"
                            + " ([A-Za-z0-9+/=]{88})");

    static Checkpoint signed(
            long no,
            UUID database,
            long sealNo,
            byte[] head,
            Instant at,
            String before,
            SigningKey key) {
        var hex = HexFormat.of().formatHex(head);
        var unsigned = new Checkpoint(no, database, sealNo, hex, at, before, "");
        var signature = Base64.getEncoder().encodeToString(key.sign(unsigned.said()));
        return new Checkpoint(no, database, sealNo, hex, at, before, signature);
    }

    /** Reads a line; empty if it is none. */
    static Optional<Checkpoint> read(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Checkpoint(
                            Long.parseLong(parts.group(1)),
                            UUID.fromString(parts.group(2)),
                            Long.parseLong(parts.group(3)),
                            parts.group(4),
                            Instant.parse(parts.group(5)),
                            parts.group(6),
                            parts.group(7)));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    String line() {
        return said() + " " + signature;
    }

    /** SHA-256 of the line. */
    byte[] hash() {
        return Sha256.of(line());
    }

    boolean isSignedBy(SigningKey key) {
        return key.verifies(said(), Base64.getDecoder().decode(signature));
    }

    private String said() {
        return "%d %s %d %s %s %s".formatted(no, database, sealNo, head, at, before);
    }
}
