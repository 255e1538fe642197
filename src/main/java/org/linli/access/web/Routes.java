package org.linli.access.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.access.web.RouteGuard.Route;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Refuses to start while any route leads somewhere without saying who may take it. */
@Component
class Routes implements SmartInitializingSingleton {

    /** Routes that are open, of code that cannot carry our annotations. */
    private static final Set<String> OPEN_ELSEWHERE =
            Set.of(
                    // the API's description is public
                    "org.springdoc.webmvc.api.OpenApiWebMvcResource",
                    // what Spring answers OPTIONS with: the methods that an address takes
                    "org.springframework.web.servlet.mvc.method"
                            + ".RequestMappingInfoHandlerMapping$HttpOptionsHandler",
                    // where the container sends its own errors
                    "org.linli.platform.web.ErrorAddress",
                    // what a problem means
                    "org.linli.platform.web.ProblemAddress");

    private final ObjectProvider<HandlerMapping> mappings;

    Routes(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var unnamed =
                mappings.stream()
                        .flatMap(Routes::handlers)
                        .filter(handler -> Route.of(handler) instanceof Route.Unnamed)
                        .map(Object::toString)
                        .toList();
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException(
                    "Neither @Permission nor @OpenToAll, or both: " + unnamed);
        }
    }

    static Route of(HandlerMethod method) {
        var permission = method.getMethodAnnotation(Permission.class);
        var open = method.hasMethodAnnotation(OpenToAll.class);
        if (OPEN_ELSEWHERE.contains(method.getBeanType().getName())) {
            return new Route.Open();
        }
        if (permission == null) {
            return open ? new Route.Open() : new Route.Unnamed();
        }
        return open ? new Route.Unnamed() : new Route.Needs(permission);
    }

    /** Files of the front ends and the addresses they are shown at. */
    static Route ofOther(Object handler) {
        return handler instanceof ResourceHttpRequestHandler
                        || handler instanceof ParameterizableViewController
                ? new Route.Open()
                : new Route.Unnamed();
    }

    private static Stream<?> handlers(HandlerMapping mapping) {
        return switch (mapping) {
            case AbstractHandlerMethodMapping<?> methods ->
                    methods.getHandlerMethods().values().stream();
            case AbstractUrlHandlerMapping addresses -> addresses.getHandlerMap().values().stream();
            case RouterFunctionMapping functions ->
                    Stream.ofNullable(functions.getRouterFunction());
            default -> List.of(mapping).stream();
        };
    }
}
