package org.linli.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.access.Setup;
import org.linli.access.SetupNeeded;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps everything but set-up shut until the first administrator is there. */
class SetupGate extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/health", "/setup", "/api/v1/setup");

    /** What the set-up page loads: files of the front end at the root. */
    private static final Pattern FILE = Pattern.compile("/(?:assets/)?[\\w.-]+\\.\\w+");

    private final Setup setup;
    private final Refusals refusals;

    SetupGate(Setup setup, Refusals refusals) {
        this.setup = setup;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (refusals.guard(request, response, () -> require(request, response))) {
            chain.doFilter(request, response);
        }
    }

    private void require(HttpServletRequest request, HttpServletResponse response) {
        var address = request.getRequestURI();
        if (OPEN.contains(address) || FILE.matcher(address).matches() || setup.isDone()) {
            return;
        }
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")) {
            // a person in a browser is shown the way
            response.setHeader("Refresh", "0; url=/setup");
        }
        throw new SetupNeeded();
    }
}
