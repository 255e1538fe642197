package org.linli.launch.durability;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as a client sees it, through HTTP and nothing else. */
final class Server {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAGE = 200;

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    Server(String address) {
        this.address = address;
    }

    /** A case as its list shows it. */
    record Listed(String caseNo, String text) {}

    boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + "/health")).timeout(PATIENCE);
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Sends a report.
     *
     * @return what it is told is stored, or empty if it was told nothing of the kind
     * @throws IllegalStateException if it was told that its report is wrong
     */
    Optional<Acknowledged> report(String token, UUID opId, String text, String matter) {
        var body = Map.of("opId", opId, "text", text, "matterCode", matter, "source", "patrol");
        var request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/reports"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 201) {
                var caseNo = JSON.readTree(response.body()).get("caseNo").asString();
                return Optional.of(new Acknowledged(opId, caseNo));
            }
            if (response.statusCode() >= 500 || response.statusCode() == 429) {
                return Optional.empty();
            }
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        } catch (IOException cutOff) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A matter to report about. */
    String anyMatter() {
        return get("", "/api/v1/matters").get(0).get("code").asString();
    }

    /** Every case whose text holds these words. */
    List<Listed> find(String token, String words) {
        var found = new ArrayList<Listed>();
        var first = "/api/v1/cases?limit=" + PAGE + "&text=" + encoded(words);
        for (var page = get(token, first); ; ) {
            for (var item : page.get("items")) {
                found.add(new Listed(item.get("caseNo").asString(), item.get("text").asString()));
            }
            var next = page.path("next").asString("");
            if (next.isEmpty()) {
                return found;
            }
            page = get(token, first + "&cursor=" + encoded(next));
        }
    }

    /** What the audit trail tells of reports since a moment, and whether it is whole. */
    Traces traces(String token, Instant since) {
        var reported = new ArrayList<String>();
        var first = "/api/v1/audit?limit=" + PAGE + "&from=" + since;
        var page = get(token, first);
        while (true) {
            for (var event : page.get("items")) {
                if (event.get("act").asString().equals("case-report")) {
                    reported.add(event.get("object").asString());
                }
            }
            var next = page.path("next").asString("");
            if (next.isEmpty()) {
                break;
            }
            page = get(token, first + "&cursor=" + next);
        }
        var check = get(token, "/api/v1/audit/check");
        return new Traces(reported, check.get("holds").asBoolean(), check.get("said").asString());
    }

    private JsonNode get(String token, String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException away) {
            throw new IllegalStateException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
