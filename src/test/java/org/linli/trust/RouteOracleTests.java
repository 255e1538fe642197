package org.linli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route is known three times: to the application that runs, to the API's description, and to
 * {@code access-matrix.csv}, which says who may take it. One that is new has no row yet, and fails.
 */
@LinliTest
class RouteOracleTests {

    private static final Path RESULT = Path.of("target", "checks", "routes.txt");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @LocalServerPort private int port;

    @Autowired private RequestMappingHandlerMapping mappings;

    private final Oracle oracle = Oracle.read();

    @Test
    void everyRouteThatRunsHasARowInTheOracle() {
        assertThat(undeclared(running())).isEmpty();
    }

    @Test
    void everyRouteInTheCodeHasARowWhateverSwitchesItOn() throws ClassNotFoundException {
        assertThat(undeclared(coded())).isEmpty();
    }

    @Test
    void everyRowOfTheOracleIsARouteInTheCode() throws ClassNotFoundException {
        var known = coded();
        known.addAll(running());

        assertThat(known)
                .containsAll(oracle.described())
                .containsAll(oracle.undescribed().keySet());
    }

    @Test
    void theDescriptionSaysOfEveryRouteThatRunsAndOfNoOther() throws Exception {
        var running = running();
        running.removeAll(oracle.undescribed().keySet());

        var described = described();
        Files.createDirectories(RESULT.getParent());
        Files.writeString(
                RESULT,
                "%d routes: described %d, undescribed %d%n"
                        .formatted(
                                running().size(), described.size(), oracle.undescribed().size()));
        assertThat(described).containsExactlyInAnyOrderElementsOf(running);
    }

    @Test
    void aRouteWithoutARowIsFound() {
        assertThat(
                        undeclared(
                                Set.of(
                                        "GET /api/v1/cases",
                                        "GET /api/v1/everything-about-everybody")))
                .containsExactly("GET /api/v1/everything-about-everybody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/health",
                "/manage",
                "/h2-console",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/api/v1",
                "/api/v2/cases",
                "/api/v1/cases/",
                "/api/v1//cases",
                "/API/v1/cases",
                "/.git/config",
                "/WEB-INF/web.xml"
            })
    void whatIsNotDeclaredIsNotThere(String address) throws Exception {
        assertThat(status(address)).isIn(400, 404);
    }

    @Test
    void theAddressOfErrorsTellsNothing() throws Exception {
        assertThat(status("/error")).isEqualTo(404);
    }

    private Set<String> undeclared(Set<String> routes) {
        var known = new TreeSet<>(oracle.described());
        known.addAll(oracle.undescribed().keySet());
        return routes.stream()
                .filter(route -> !known.contains(route))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private Set<String> running() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(RouteOracleTests::routes)
                .forEach(routes::add);
        return routes;
    }

    /** The routes of every controller, those included that some configuration leaves out. */
    private static Set<String> coded() throws ClassNotFoundException {
        var reader = new Reader();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setEnvironment(everythingOn());
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        var routes = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("org.linli")) {
            var type = Class.forName(found.getBeanClassName());
            if (!isOfTheProduct(type)) {
                continue;
            }
            Stream.of(type.getDeclaredMethods())
                    .map(method -> reader.mapping(method, type))
                    .filter(java.util.Objects::nonNull)
                    .flatMap(RouteOracleTests::routes)
                    .forEach(routes::add);
        }
        return routes;
    }

    /** Some tests have controllers of their own. */
    static boolean isOfTheProduct(Class<?> type) {
        var place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return !place.endsWith("/test-classes/");
    }

    /** Whatever setting a controller depends on is set. */
    static StandardEnvironment everythingOn() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new PropertySource<>("everything on", "true") {
                            @Override
                            public @Nullable Object getProperty(String name) {
                                return name.startsWith("linli.") ? "true" : null;
                            }
                        });
        return environment;
    }

    /** Reads the annotations of a handler as Spring does. */
    private static final class Reader extends RequestMappingHandlerMapping {

        Reader() {
            afterPropertiesSet();
        }

        @Nullable RequestMappingInfo mapping(java.lang.reflect.Method method, Class<?> type) {
            return getMappingForMethod(method, type);
        }

        @Override
        protected void initHandlerMethods() {}
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var names =
                methods.isEmpty()
                        ? Set.of("ANY")
                        : methods.stream()
                                .map(RequestMethod::name)
                                .collect(java.util.stream.Collectors.toSet());
        return info.getPatternValues().stream()
                .flatMap(pattern -> names.stream().map(name -> name + " " + pattern));
    }

    private Set<String> described() throws IOException, InterruptedException {
        var description = new JsonMapper().readTree(body("/api/openapi.json"));
        var operations = new LinkedHashSet<String>();
        description
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .forEach(method ->
                                        operations.add(
                                                method.getKey().toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        return operations;
    }

    private int status(String address) throws IOException, InterruptedException {
        return http(address).statusCode();
    }

    private String body(String address) throws IOException, InterruptedException {
        return http(address).body();
    }

    private java.net.http.HttpResponse<String> http(String address)
            throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + port + address);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
