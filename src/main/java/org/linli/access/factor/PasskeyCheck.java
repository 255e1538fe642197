package org.linli.access.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what authenticators answer (WebAuthn, level 3, sections 7.1 and 7.2): the origin, the
 * domain, the challenge, the signature, the counter, and that the person was seen by finger, face
 * or PIN. Who made the authenticator is not asked.
 */
@Component
public class PasskeyCheck {

    /** The kinds of keys that we take; pages ask for the same. */
    private static final List<PublicKeyCredentialParameters> KINDS =
            Stream.of(
                            COSEAlgorithmIdentifier.ES256,
                            COSEAlgorithmIdentifier.EdDSA,
                            COSEAlgorithmIdentifier.RS256)
                    .map(kind ->
                            new PublicKeyCredentialParameters(
                                    PublicKeyCredentialType.PUBLIC_KEY, kind))
                    .toList();

    /** Longer than what any authenticator sends. */
    private static final int LONGEST = 16 << 10;

    private final ObjectConverter converter = new ObjectConverter();
    private final CollectedClientDataConverter clientData =
            new CollectedClientDataConverter(converter);
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /**
     * What a browser sends of a passkey that was just made.
     *
     * @param clientData what the browser saw
     * @param attestation what the authenticator made
     */
    public record Making(byte[] clientData, byte[] attestation) {}

    /**
     * A passkey as its authenticator made it.
     *
     * @param credentialId how it names it
     * @param publicKey as COSE writes keys
     * @param backupEligible whether it may be copied to the person's other devices
     */
    public record Made(
            byte[] credentialId, byte[] publicKey, long signCount, boolean backupEligible) {}

    /**
     * What a browser sends of a passkey that was just shown.
     *
     * @param userHandle what the authenticator knows the account as; null if it does not say
     */
    public record Showing(
            byte[] credentialId,
            byte[] clientData,
            byte[] authenticatorData,
            byte[] signature,
            byte @Nullable [] userHandle) {}

    /**
     * The challenge that an answer is to, in base64url.
     *
     * @throws PasskeyRefused if it names none
     */
    public String challengeIn(byte[] browserSaw) {
        return refusing(() -> {
            var read = clientData.convert(checked(browserSaw));
            if (read == null) {
                throw PasskeyRefused.untrue();
            }
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(read.getChallenge().getValue());
        });
    }

    /**
     * A new passkey, if it was made at this site for this challenge.
     *
     * @throws PasskeyRefused if it was not
     */
    public Made made(Making making, PasskeySite site, String challenge) {
        return refusing(() -> {
            var request =
                    new RegistrationRequest(
                            checked(making.attestation), checked(making.clientData));
            var wanted = new RegistrationParameters(asked(site, challenge), KINDS, true, true);
            var attested = manager.verify(request, wanted).getAttestationObject();
            if (attested == null) {
                throw PasskeyRefused.untrue();
            }
            var data = attested.getAuthenticatorData();
            var credential = data.getAttestedCredentialData();
            if (credential == null) {
                throw PasskeyRefused.untrue();
            }
            return new Made(
                    credential.getCredentialId(),
                    converter.getCborConverter().writeValueAsBytes(credential.getCOSEKey()),
                    data.getSignCount(),
                    data.isFlagBE());
        });
    }

    /**
     * Checks that a known passkey was shown at this site for this challenge.
     *
     * @return how often it has been used now, as it says itself
     * @throws PasskeyRefused if it was not
     */
    public long shown(Showing showing, Made known, PasskeySite site, String challenge) {
        var credential = record(known);
        return refusing(() -> {
            var request =
                    new AuthenticationRequest(
                            checked(showing.credentialId),
                            showing.userHandle,
                            checked(showing.authenticatorData),
                            checked(showing.clientData),
                            null,
                            checked(showing.signature));
            var wanted =
                    new AuthenticationParameters(
                            asked(site, challenge), credential, null, true, true);
            var data = manager.verify(request, wanted).getAuthenticatorData();
            if (data == null) {
                throw PasskeyRefused.untrue();
            }
            return data.getSignCount();
        });
    }

    private CredentialRecordImpl record(Made known) {
        var key = converter.getCborConverter().readValue(known.publicKey, COSEKey.class);
        if (key == null) {
            throw new IllegalStateException("No public key in what was stored of a passkey");
        }
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.backupEligible,
                null,
                known.signCount,
                new AttestedCredentialData(AAGUID.ZERO, known.credentialId, key),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty asked(PasskeySite site, String challenge) {
        Set<Origin> origins =
                site.origins().stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
        return ServerProperty.builder()
                .origins(origins)
                .rpId(site.domain())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static byte[] checked(byte[] sent) {
        if (sent.length == 0 || sent.length > LONGEST) {
            throw PasskeyRefused.untrue();
        }
        return sent;
    }

    /** Strangers send these bytes, and the library throws whatever its parsers do. */
    private static <T> T refusing(Supplier<T> check) {
        try {
            return check.get();
        } catch (PasskeyRefused refused) {
            throw refused;
        } catch (MaliciousCounterValueException wentBack) {
            throw PasskeyRefused.copied();
        } catch (RuntimeException untrue) {
            throw PasskeyRefused.untrue();
        }
    }
}
