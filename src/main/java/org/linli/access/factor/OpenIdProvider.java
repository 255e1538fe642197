package org.linli.access.factor;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.http.CallFailed;
import org.linli.platform.http.OutboundHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks with an OpenID provider (OpenID Connect Core 1.0, code flow with PKCE): sends people there,
 * and reads what it says of those who come back. Its word is taken only in a token that it signed,
 * for us, just now, for this one question.
 */
public class OpenIdProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

    /** Signatures that only the provider can make: none that a shared secret would. */
    private static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    /** For how long what it says of itself is believed. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** How often it is asked for new keys, whatever tokens say. */
    private static final Duration KEYS_ASKED = Duration.ofMinutes(1);

    private final Terms terms;
    private final OutboundHttp http;
    private final Clock clock;
    private @Nullable Known known;

    public OpenIdProvider(Terms terms, OutboundHttp http, Clock clock) {
        this.terms = terms;
        this.http = http;
        this.clock = clock;
    }

    /**
     * What is settled between the provider and us.
     *
     * @param issuer as it names itself
     * @param clientId as it knows us
     * @param secret that it knows us by; null if there is none
     * @param back where it sends people back to
     * @param acr which of its {@code acr} tell of two factors
     * @param amr which of its {@code amr} do
     */
    public record Terms(
            URI issuer,
            String clientId,
            @Nullable String secret,
            URI back,
            List<String> acr,
            List<String> amr) {}

    /**
     * What a browser takes along.
     *
     * @param state to be brought back with the answer
     * @param nonce to stand in the token
     * @param verifier that whoever asked can show, and nobody else
     */
    public record Errand(String state, String nonce, String verifier) {}

    /**
     * Somebody, as the provider knows them.
     *
     * @param strong whether they showed two factors there
     * @param shownAt when they did; null if they did not, or it does not say: they may have come
     *     with a session of theirs that is hours old
     */
    public record Stranger(String subject, boolean strong, @Nullable Instant shownAt) {}

    private record Known(OIDCProviderMetadata metadata, JWKSet keys, Instant at) {}

    /**
     * Where to send a browser.
     *
     * @throws ProviderUnreachable if the provider does not say
     */
    public URI address(Errand errand) {
        var request =
                new AuthenticationRequest.Builder(
                                new ResponseType(ResponseType.Value.CODE),
                                new Scope("openid"),
                                new ClientID(terms.clientId),
                                terms.back)
                        .endpointURI(known().metadata.getAuthorizationEndpointURI())
                        .state(new State(errand.state))
                        .nonce(new Nonce(errand.nonce))
                        .codeChallenge(new CodeVerifier(errand.verifier), CodeChallengeMethod.S256);
        if (!terms.acr.isEmpty()) {
            request.acrValues(terms.acr.stream().map(ACR::new).toList());
        }
        return request.build().toURI();
    }

    /**
     * Who has come back with this code.
     *
     * @throws ProviderRefused unless the provider says so to us, for this errand
     * @throws ProviderUnreachable if the provider does not answer
     */
    public Stranger redeem(String code, Errand errand) {
        try {
            var claims = checked(tokens(code, errand), errand);
            var strong = isStrong(claims);
            var at = claims.getAuthenticationTime();
            return new Stranger(
                    claims.getSubject().getValue(),
                    strong,
                    strong && at != null ? at.toInstant() : null);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException bad) {
            LOG.warn("What {} answered was refused: {}", terms.issuer, bad.getMessage());
            throw new ProviderRefused();
        }
    }

    private boolean isStrong(IDTokenClaimsSet claims) {
        var acr = claims.getACR();
        var amr = claims.getAMR();
        return acr != null && terms.acr.contains(acr.getValue())
                || amr != null && amr.stream().map(AMR::getValue).anyMatch(terms.amr::contains);
    }

    private OIDCTokenResponse tokens(String code, Errand errand) throws ParseException {
        var client = new ClientID(terms.clientId);
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code), terms.back, new CodeVerifier(errand.verifier));
        var endpoint = known().metadata.getTokenEndpointURI();
        var request =
                (terms.secret == null
                                ? new TokenRequest.Builder(endpoint, client, grant)
                                : new TokenRequest.Builder(
                                        endpoint,
                                        new ClientSecretBasic(client, new Secret(terms.secret)),
                                        grant))
                        .build()
                        .toHTTPRequest();
        try {
            var reply = http.post(endpoint, request.getBody(), request.getAuthorization());
            var answer = new HTTPResponse(reply.status());
            answer.setEntityContentType(ContentType.APPLICATION_JSON);
            answer.setBody(reply.body());
            var parsed = OIDCTokenResponseParser.parse(answer);
            if (!(parsed instanceof OIDCTokenResponse tokens)) {
                throw new ParseException(
                        String.valueOf(parsed.toErrorResponse().getErrorObject().getCode()));
            }
            return tokens;
        } catch (CallFailed failed) {
            throw unreachable(failed);
        }
    }

    private IDTokenClaimsSet checked(OIDCTokenResponse tokens, Errand errand)
            throws BadJOSEException, JOSEException {
        var token = tokens.getOIDCTokens().getIDToken();
        if (token == null) {
            throw new BadJOSEException("No ID token");
        }
        var keys = new JWSVerificationKeySelector<>(SIGNATURES, this::keys);
        var client = new ClientID(terms.clientId);
        var claims =
                new IDTokenValidator(new Issuer(terms.issuer), client, keys, null)
                        .validate(token, new Nonce(errand.nonce));
        var handedTo = claims.getAuthorizedParty();
        if (handedTo != null && !handedTo.getValue().equals(terms.clientId)) {
            throw new BadJOSEException("Handed to " + handedTo);
        }
        return claims;
    }

    private List<JWK> keys(JWKSelector wanted, @Nullable SecurityContext context) {
        var found = wanted.select(known().keys);
        return found.isEmpty() ? wanted.select(knownSince(KEYS_ASKED).keys) : found;
    }

    private Known known() {
        return knownSince(KEPT);
    }

    private synchronized Known knownSince(Duration age) {
        var now = clock.instant();
        var last = known;
        if (last == null || !now.isBefore(last.at.plus(age))) {
            last = asked(now);
            known = last;
        }
        return last;
    }

    /** What the provider says of itself (OpenID Connect Discovery 1.0, section 4). */
    private Known asked(Instant now) {
        var issuer = terms.issuer.toString().replaceAll("/$", "");
        try {
            var said = read(URI.create(issuer + "/.well-known/openid-configuration"));
            var metadata = OIDCProviderMetadata.parse(said);
            if (!metadata.getIssuer().getValue().equals(terms.issuer.toString())
                    || metadata.getAuthorizationEndpointURI() == null
                    || metadata.getTokenEndpointURI() == null
                    || metadata.getJWKSetURI() == null) {
                throw new ParseException("Not the configuration of " + terms.issuer);
            }
            return new Known(metadata, JWKSet.parse(read(metadata.getJWKSetURI())), now);
        } catch (CallFailed | ParseException | java.text.ParseException failed) {
            throw unreachable(failed);
        }
    }

    private String read(URI address) throws CallFailed, ParseException {
        var reply = http.get(address);
        if (reply.status() != 200) {
            throw new ParseException("Status " + reply.status() + " at " + address);
        }
        return reply.body();
    }

    private ProviderUnreachable unreachable(Exception failed) {
        LOG.warn("{} could not be asked: {}", terms.issuer, failed.getMessage());
        return new ProviderUnreachable();
    }
}
