package org.linli.access;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.SignInKey;
import org.springframework.stereotype.Component;

/**
 * Seals rows that give rights under a key outside the database (GB/T 39786-2021, integrity of
 * access control), so that whoever can write to the database cannot write themselves a right.
 */
@Component
class Seals {

    private static final String USE = "rows that give rights";

    private static final int ABSENT = -1;

    private final SignInKey key;

    Seals(SignInKey key) {
        this.key = key;
    }

    /** A post as its row has it, whatever anybody has made of it there. */
    record PostRow(
            String account,
            String role,
            String areaCode,
            String areaPath,
            @Nullable String unitCode,
            Instant from) {

        static PostRow of(String account, Post post, Instant from) {
            return new PostRow(
                    account,
                    post.role().code(),
                    post.areaCode(),
                    post.areaPath(),
                    post.unitCode(),
                    from);
        }

        PostRow movedTo(String path) {
            return new PostRow(account, role, areaCode, path, unitCode, from);
        }
    }

    /** A service token as its row has it. */
    record TokenRow(
            byte[] hash,
            String role,
            String areaCode,
            String areaPath,
            @Nullable String unitCode,
            Instant expires) {

        static TokenRow of(byte[] hash, Post post, Instant expires) {
            return new TokenRow(
                    hash,
                    post.role().code(),
                    post.areaCode(),
                    post.areaPath(),
                    post.unitCode(),
                    expires);
        }

        TokenRow movedTo(String path) {
            return new TokenRow(hash, role, areaCode, path, unitCode, expires);
        }
    }

    /** A phone as its row has it. */
    record DeviceRow(String account, byte[] publicKey, String status) {

        DeviceRow with(Device.Status other) {
            return new DeviceRow(account, publicKey, other.code());
        }
    }

    byte[] of(PostRow post) {
        return seal(
                "post",
                post.from,
                post.account,
                post.role,
                post.areaCode,
                post.areaPath,
                post.unitCode);
    }

    byte[] of(TokenRow token) {
        return seal(
                "token",
                token.expires,
                token.hash,
                token.role,
                token.areaCode,
                token.areaPath,
                token.unitCode);
    }

    byte[] of(DeviceRow device) {
        return seal("device", Instant.EPOCH, device.account, device.publicKey, device.status);
    }

    boolean holds(PostRow post, byte @Nullable [] seal) {
        return MessageDigest.isEqual(of(post), seal);
    }

    boolean holds(TokenRow token, byte @Nullable [] seal) {
        return MessageDigest.isEqual(of(token), seal);
    }

    boolean holds(DeviceRow device, byte @Nullable [] seal) {
        return MessageDigest.isEqual(of(device), seal);
    }

    /** Every part with its length before it, so that no two rows read the same. */
    private byte[] seal(String kind, Instant at, @Nullable Object... parts) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            write(out, kind);
            // as exact as the database keeps it
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            for (var part : parts) {
                write(out, part);
            }
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.derive(USE), "HmacSHA256"));
            return mac.doFinal(bytes.toByteArray());
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(DataOutputStream out, @Nullable Object part) throws IOException {
        if (part == null) {
            out.writeInt(ABSENT);
            return;
        }
        var bytes =
                part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
