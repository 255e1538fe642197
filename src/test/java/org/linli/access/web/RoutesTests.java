package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.access.Action;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A route that does not say who may take it keeps Linli from starting. */
class RoutesTests {

    /** What somebody might forget. */
    static class Forgetful {

        public void unnamed() {}

        @Permission(Action.CASE_READ)
        @OpenToAll(because = "it says both")
        public void contradictory() {}

        @Permission(Action.CASE_READ)
        public void guarded() {}

        @OpenToAll(because = "it is a test")
        public void open() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"unnamed", "contradictory"})
    void aHandlerThatDoesNotSayWhoMayKeepsLinliFromStarting(String method) {
        var routes = routes(handling("guarded", "open", method));

        assertThatThrownBy(routes::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(method);
    }

    @Test
    void handlersThatSayWhoMayLetItStart() {
        assertThatCode(routes(handling("guarded", "open"))::afterSingletonsInstantiated)
                .doesNotThrowAnyException();
    }

    @Test
    void aRouteOfAnotherKindKeepsLinliFromStartingToo() {
        var byAddress = new SimpleUrlHandlerMapping();
        HttpRequestHandler handler = (request, response) -> {};
        byAddress.setUrlMap(Map.of("/elsewhere", handler));
        byAddress.setApplicationContext(new StaticApplicationContext());
        var byFunction =
                new RouterFunctionMapping(
                        RouterFunctions.route()
                                .GET("/elsewhere", request -> ServerResponse.ok().build())
                                .build());
        HandlerMapping unknown = request -> null;

        for (var mapping : new HandlerMapping[] {byAddress, byFunction, unknown}) {
            assertThatThrownBy(routes(mapping)::afterSingletonsInstantiated)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static RequestMappingHandlerMapping handling(String... methods) {
        var mapping = new RequestMappingHandlerMapping();
        Arrays.stream(Forgetful.class.getDeclaredMethods())
                .filter(method -> Arrays.asList(methods).contains(method.getName()))
                .forEach(method ->
                        mapping.registerMapping(
                                RequestMappingInfo.paths("/" + method.getName()).build(),
                                new Forgetful(),
                                method));
        return mapping;
    }

    private static Routes routes(HandlerMapping mapping) {
        return new Routes(
                new ObjectProvider<>() {
                    @Override
                    public Stream<HandlerMapping> stream() {
                        return Stream.of(mapping);
                    }
                });
    }
}
