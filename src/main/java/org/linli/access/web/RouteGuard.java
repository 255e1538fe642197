package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.linli.access.NotPermitted;
import org.linli.access.Permission;
import org.linli.access.Policy;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller take a route if one of their posts could allow what it is for. */
class RouteGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        switch (Route.of(handler)) {
            case Route.Open _ -> {}
            case Route.Needs(Permission permission) -> require(permission, request);
            case Route.Unnamed _ -> throw new IllegalStateException("Unguarded: " + handler);
        }
        return true;
    }

    private static void require(Permission permission, HttpServletRequest request) {
        var caller = Caller.of(request);
        if (caller.actor().isAnonymous()) {
            throw caller.refusal();
        }
        if (!Policy.mayAnywhere(caller.actor(), permission.value())) {
            throw new NotPermitted();
        }
    }

    /** What a route asks of its caller. */
    sealed interface Route {

        /** Everybody may take it. */
        record Open() implements Route {}

        /** Who may do this, somewhere at least, may take it. */
        record Needs(Permission permission) implements Route {}

        /** Nobody has said who may take it. */
        record Unnamed() implements Route {}

        static Route of(Object handler) {
            return handler instanceof HandlerMethod method
                    ? Routes.of(method)
                    : Routes.ofOther(handler);
        }
    }
}
