package org.linli.trust;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to Linli over the network as somebody. */
final class Wire {

    static final JsonMapper JSON = new JsonMapper();

    /**
     * @param type of the body
     */
    record Request(String method, String address, String type, byte[] body) {

        static Request get(String address) {
            return new Request("GET", address, "application/json", new byte[0]);
        }

        static Request delete(String address) {
            return new Request("DELETE", address, "application/json", new byte[0]);
        }

        static Request post(String address, Object body) {
            return new Request("POST", address, "application/json", JSON.writeValueAsBytes(body));
        }

        static Request put(String address, Object body) {
            return new Request("PUT", address, "application/json", JSON.writeValueAsBytes(body));
        }

        @Override
        public String toString() {
            return method + " " + address + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    record Answer(int status, HttpResponse<byte[]> response, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** Where a request goes, as a phone signs it. */
    String url(Request asked) {
        return "http://localhost:" + port + asked.address;
    }

    Answer send(Request asked, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url(asked)))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", asked.type)
                        .header("Accept-Language", "en")
                        .method(asked.method, BodyPublishers.ofByteArray(asked.body));
        headers.forEach(request::setHeader);
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response,
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException unanswered) {
            throw new IllegalStateException(asked + " was not answered", unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
