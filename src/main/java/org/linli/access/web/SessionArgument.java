package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.linli.access.Session;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the session, whole or half, to a handler with a parameter {@code Session}. */
class SessionArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Session.class;
    }

    /** Whoever has no session is refused, also with a token. */
    @Override
    public Session resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var caller = Caller.of((HttpServletRequest) webRequest.getNativeRequest());
        var session = caller.session();
        if (session == null) {
            throw caller.refusal();
        }
        return session;
    }
}
