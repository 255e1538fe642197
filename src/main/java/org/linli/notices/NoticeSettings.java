package org.linli.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which channels notices go out. What is not set is closed, and only the inbox works.
 *
 * @param mail the mail server; null for none
 * @param sms the gateway that sends short messages; null for none
 * @param webhook another system that is told what people of staff are; null for none
 */
@ConfigurationProperties("linli.notices")
record NoticeSettings(@Nullable Mail mail, @Nullable Gateway sms, @Nullable Gateway webhook) {

    /** How the way to the mail server is kept from others. */
    enum Tls {
        /** Encrypted once both have said so, or not at all. */
        STARTTLS,
        /** Encrypted from the first byte. */
        IMPLICIT,
        /** Not: for a server on this machine. */
        NONE
    }

    /**
     * A mail server.
     *
     * @param from whom the mails are from
     * @param user who sends them; null where the server asks nobody
     */
    record Mail(
            String host,
            @DefaultValue("587") int port,
            @DefaultValue("starttls") Tls tls,
            String from,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path passwordFile) {

        String secret() {
            return NoticeSettings.secret(password, passwordFile);
        }
    }

    /**
     * Something that takes a form by HTTP.
     *
     * @param token sent as a bearer token; empty for none
     */
    record Gateway(URI url, @Nullable String token, @Nullable Path tokenFile) {

        @Nullable String authorization() {
            var secret = NoticeSettings.secret(token, tokenFile);
            return secret.isEmpty() ? null : "Bearer " + secret;
        }
    }

    private static String secret(@Nullable String plain, @Nullable Path file) {
        try {
            return file != null ? Files.readString(file).strip() : plain == null ? "" : plain;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
