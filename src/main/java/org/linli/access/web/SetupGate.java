package org.linli.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.linli.access.Setup;
import org.linli.access.SetupNeeded;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps everything but set-up shut until the first administrator is there. */
class SetupGate extends OncePerRequestFilter {

    private static final Set<String> OPEN =
            Set.of("/health", "/setup", "/api/v1/setup", "/index.html", "/favicon.ico");

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
        if (refusals.guard(request, response, () -> require(request.getRequestURI()))) {
            chain.doFilter(request, response);
        }
    }

    private void require(String address) {
        if (!OPEN.contains(address) && !address.startsWith("/assets/") && !setup.isDone()) {
            throw new SetupNeeded();
        }
    }
}
