package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Clients of Open311 send their token as a field of a form, and know no other way. It counts there
 * alone: elsewhere a token never stands in an address.
 */
final class ApiKey {

    private static final String OPEN311 = "/open311/";

    private ApiKey() {}

    static Optional<String> in(HttpServletRequest request) {
        return request.getRequestURI().startsWith(OPEN311)
                ? Optional.ofNullable(request.getParameter("api_key"))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                : Optional.empty();
    }
}
