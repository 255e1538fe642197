package org.linli.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider that answers over HTTP what it is told to, be it true or not. Whoever is sent
 * to it is signed in there at once.
 */
final class LyingProvider {

    static final String CLIENT = "linli";
    static final String SECRET = "the secret that Linli and the provider share";

    private final HttpServer server;
    private final RSAKey key = key();
    private @Nullable String asked;
    private Answer answer = (provider, claims) -> provider.signed(claims);

    LyingProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/.well-known/openid-configuration", this::configuration);
        server.createContext(
                "/keys", exchange -> answer(exchange, 200, new JWKSet(key).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    /** What is said of somebody: a token, or the whole answer. */
    interface Answer {
        Object of(LyingProvider provider, JWTClaimsSet.Builder claims) throws JOSEException;
    }

    String issuer() {
        return "http://" + authority();
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on. */
    void says(Answer answer) {
        this.answer = answer;
    }

    /** Answers nobody any more. */
    void stop() {
        server.stop(0);
    }

    /** What it was last asked for a code, as a form and with whose secret. */
    String asked() {
        return String.valueOf(asked);
    }

    /** Everything is as it should be, for somebody whom a browser was sent along with. */
    static JWTClaimsSet.Builder claims(String issuer, String subject, String nonce) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("nonce", nonce);
    }

    JWT signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(claims, key);
    }

    /** As if it were signed with the key that the provider shows to everybody. */
    static JWT forged(JWTClaimsSet.Builder claims, LyingProvider provider) throws JOSEException {
        var other = new RSAKey.Builder(key()).keyID(provider.key.getKeyID()).build();
        return signed(claims, other);
    }

    static JWT withSharedSecret(JWTClaimsSet.Builder claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        token.sign(new MACSigner(SECRET));
        return token;
    }

    static JWT unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build());
    }

    private static JWT signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(key));
        return token;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"]}
                """
                        .formatted(issuer()));
    }

    /** The code carries what a real provider would have kept: who it is, and the nonce. */
    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked = exchange.getRequestHeaders().getFirst("Authorization") + " " + form;
        var code = parameter(form, "code");
        var bar = code.indexOf('|');
        try {
            var said =
                    answer.of(
                            this,
                            claims(issuer(), code.substring(0, bar), code.substring(bar + 1)));
            var body =
                    said instanceof JWT token
                            ? """
                            {"access_token": "x", "token_type": "Bearer", "id_token": "%s"}
                            """
                                    .formatted(token.serialize())
                            : said.toString();
            answer(exchange, body.contains("\"error\"") ? 400 : 200, body);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a browser comes back with that was sent to this address and is somebody there. */
    Map<String, String> back(String address, String subject) {
        return Map.of(
                "code", subject + "|" + sent(address, "nonce"),
                "state", sent(address, "state"),
                "issuer", issuer());
    }

    /** What a browser takes along to an address. */
    static String sent(String address, String name) {
        return parameter(URI.create(address).getRawQuery(), name);
    }

    private static String parameter(String form, String name) {
        return URLUtils.parseParameters(form).getOrDefault(name, List.of("")).getFirst();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
