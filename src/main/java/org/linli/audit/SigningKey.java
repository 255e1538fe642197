package org.linli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key that checkpoints are signed with. It lies beside their file, in no database. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String FILE = "signing-key";

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key in this folder, made if there is none. */
    static SigningKey in(Path folder) {
        try {
            var file = folder.resolve(FILE);
            if (!Files.exists(file)) {
                keep(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair(), file);
            }
            return read(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("No signing key in " + folder, unreadable);
        }
    }

    private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(file);
        var factory = KeyFactory.getInstance(ALGORITHM);
        var decoder = Base64.getDecoder();
        return new SigningKey(
                new KeyPair(
                        factory.generatePublic(
                                new X509EncodedKeySpec(decoder.decode(lines.get(0)))),
                        factory.generatePrivate(
                                new PKCS8EncodedKeySpec(decoder.decode(lines.get(1))))));
    }

    /** Beside its place first: a key is there whole or not at all. */
    private static void keep(KeyPair pair, Path file) throws IOException {
        var encoder = Base64.getEncoder();
        var beside = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(beside);
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(
                beside,
                encoder.encodeToString(pair.getPublic().getEncoded())
                        + "\n"
                        + encoder.encodeToString(pair.getPrivate().getEncoded())
                        + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** SHA-256 of the public half: who signs. */
    byte[] signer() {
        return Sha256.of(pair.getPublic().getEncoded());
    }

    byte[] sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean verifies(String text, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
