package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what a filter refuses as a handler's refusal is answered. */
@Component
class Refusals {

    private final HandlerExceptionResolver resolver;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    /** Whether the check let the request pass; if not, the request has been answered. */
    boolean guard(HttpServletRequest request, HttpServletResponse response, Runnable check) {
        try {
            check.run();
            return true;
        } catch (RuntimeException refused) {
            answer(request, response, refused);
            return false;
        }
    }

    void answer(
            HttpServletRequest request, HttpServletResponse response, RuntimeException refused) {
        if (resolver.resolveException(request, response, null, refused) == null) {
            throw refused;
        }
    }
}
