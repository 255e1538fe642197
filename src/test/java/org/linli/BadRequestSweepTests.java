package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends every operation of the API's own description whatever it does not expect. Nothing that a
 * caller sends may end in a 5xx, in a stack trace, or in anything but a problem; and a number where
 * text belongs is refused by the name of its field.
 */
@LinliTest
@TestPropertySource(
        properties = {"linli.test.context=sweep", "linli.anonymous.codes-per-minute=9999"})
class BadRequestSweepTests {

    private static final Path RESULT = Path.of("target", "checks", "requests.txt");

    /** How many requests are sent: of those wrong in some known way first, then others. */
    private static final int SENT = Integer.getInteger("linli.requests", 10_000);

    private static final long SEED = Long.getLong("linli.requests.seed", 20_261_122L);

    @LocalServerPort private int port;

    @Autowired private Accounts accounts;

    @Autowired private SignIn signIn;

    @Autowired private TestDistrict district;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<String> sessions = new ArrayList<>();
    private final Map<String, Object> usual = new HashMap<>();

    /** A case, and what else a request must name to get far. */
    @BeforeEach
    void report() throws Exception {
        district.load();
        usual.putAll(
                Map.of(
                        "lon", TestDistrict.WEST_LON,
                        "lat", TestDistrict.LAT,
                        "area", TestDistrict.COUNTY,
                        "areaCode", TestDistrict.COUNTY,
                        "unit", TestDistrict.LIGHTS,
                        "unitCode", TestDistrict.LIGHTS,
                        "role", "viewer",
                        "source", "resident",
                        "step", "accept",
                        "version", 1));
        var matters = new JsonMapper().readTree(get("/api/v1/matters").body());
        usual.put("matterCode", matters.path(0).path("code").asString());
        usual.put("district", TestDistrict.COUNTY);
        usual.put("conditionNo", 2);
        var body =
                """
                {"opId": "%s", "text": "路灯不亮", "source": "resident", "lon": %s, "lat": %s}
                """
                        .formatted(UUID.randomUUID(), TestDistrict.WEST_LON, TestDistrict.LAT);
        var request =
                HttpRequest.newBuilder(at("/api/v1/reports"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var receipt = new JsonMapper().readTree(answer.body());
        usual.put("caseNo", receipt.path("caseNo").asString());
        usual.put("code", receipt.path("trackingCode").asString());
    }

    /** People who hold every post between them, so that no request is stopped before it is read. */
    @BeforeEach
    void signIn() {
        var another = "test:" + UUID.randomUUID();
        accounts.ensure(another, "Somebody else, whom requests may take the posts of");
        usual.put("id", another);
        Role.THREE_ADMINISTRATORS.forEach(this::signIn);
    }

    /** Somebody who holds every post but those of the other administrators. */
    private void signIn(Role administrator) {
        var id = "test:" + UUID.randomUUID();
        accounts.ensure(id, "Everybody");
        accounts.setPosts(
                id,
                Arrays.stream(Role.values())
                        .filter(role -> !administrator.excludes(role))
                        .map(role -> new Post(role, Post.EVERYWHERE, Post.EVERYWHERE, "U1"))
                        .toList());
        sessions.add(signIn.use(signIn.issue(id, "test").code(), "test").secret());
    }

    @Test
    void nothingThatACallerSendsIsOurFault() throws Exception {
        var description = new JsonMapper().readTree(get("/api/openapi.json").body());
        var operations = BadRequests.operationsOf(description);

        var wrong = new ArrayList<BadRequests.Request>();
        for (var operation : operations) {
            wrong.addAll(new BadRequests(description, operation, usual).all());
        }
        Collections.shuffle(wrong, new Random(SEED));
        var more = new RandomRequests(SEED, wrong).stream();
        var requests = Stream.concat(wrong.stream(), more).limit(SENT).toList();
        requests.parallelStream().forEach(this::send);

        Files.createDirectories(RESULT.getParent());
        Files.writeString(
                RESULT,
                "%d bad requests to %d operations (seed %d), %d answered badly%n"
                        .formatted(SENT, operations.size(), SEED, faults.size()));
        assertThat(faults).as("of %d requests", SENT).isEmpty();
        assertThat(operations).hasSizeGreaterThan(40);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(address)).build(), BodyHandlers.ofString());
    }

    /** What one of them has no right to send is sent by the next. */
    private void send(BadRequests.Request wrong) {
        try {
            var answer = answer(wrong, sessions.getFirst());
            for (var i = 1; i < sessions.size() && answer.statusCode() == 403; i++) {
                answer = answer(wrong, sessions.get(i));
            }
            judge(wrong, answer);
        } catch (IOException noAnswer) {
            faults.add(wrong + " got no answer: " + noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> answer(BadRequests.Request wrong, String session)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(at(wrong.address()))
                        .timeout(Duration.ofSeconds(20))
                        .method(wrong.method(), BodyPublishers.ofByteArray(wrong.body()))
                        .header("X-Linli", "1")
                        .header("Content-Type", wrong.contentType());
        if (!wrong.address().startsWith("/api/v1/session")) {
            request.header("Cookie", "linli_session=" + session);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void judge(BadRequests.Request wrong, HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var body = answer.body();
        var asOurs = answer.statusCode() >= 500;
        var notAProblem =
                answer.statusCode() >= 400
                        && !type.startsWith("application/problem+json")
                        && !isAsOpen311Says(wrong, type);
        var tellsTooMuch =
                body.contains("Exception")
                        || body.contains("org.linli.")
                        || body.contains("server/unforeseen");
        var takenAsText =
                !wrong.wrongField().isEmpty()
                        && answer.statusCode() != 404
                        && !(body.contains("/problems/request/field")
                                && body.contains(wrong.wrongField()));
        if (asOurs || notAProblem || tellsTooMuch || takenAsText) {
            faults.add(wrong + " → " + answer.statusCode() + " " + type + " " + body);
        }
    }

    /** Whose standard has a form of its own for what is wrong, XML unless JSON was asked for. */
    private static boolean isAsOpen311Says(BadRequests.Request wrong, String type) {
        return wrong.address().startsWith("/open311/")
                && (type.startsWith("text/xml") || type.startsWith("application/json"));
    }

    private URI at(String address) {
        return URI.create("http://localhost:" + port + address);
    }
}
