package org.linli.access;

import java.time.Instant;

/**
 * A one-time code to sign in with, known to nobody but who asked for it.
 *
 * @param accountId whom it signs in
 */
public record IssuedCode(String code, String accountId, Instant expiresAt) {

    /**
     * The address that signs in and goes on, to be put behind the server's own.
     *
     * @param page where to go on to, such as {@code /console}
     */
    public String link(String page) {
        return "/sign-in?code=" + code + "&to=" + page;
    }
}
