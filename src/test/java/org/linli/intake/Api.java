package org.linli.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to Linli over the network as a client would. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final @Nullable String token;
    private final @Nullable String cookie;

    public Api(int port) {
        this("http://localhost:" + port, null, null);
    }

    private Api(String base, @Nullable String token, @Nullable String cookie) {
        this.base = base;
        this.token = token;
        this.cookie = cookie;
    }

    /** The same, acting with this token. */
    public Api as(String bearer) {
        return new Api(base, bearer, null);
    }

    /** The same, as a browser that keeps this session. */
    public Api in(String secret) {
        return new Api(base, null, "linli_session=" + secret);
    }

    /** The same, as a resident's browser that was told to keep this cookie. */
    public Api asResident(String setCookie) {
        return new Api(base, null, setCookie.substring(0, setCookie.indexOf(';')));
    }

    public record Answer(int status, HttpHeaders headers, byte[] bytes) {

        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        /** What kind of problem it is, or empty where it is none. */
        public String problem() {
            return text("type").replace("/problems/", "");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, byte[] json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json)));
    }

    public Answer put(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    /** Sends a body of any type. */
    public Answer post(String path, String type, byte[] body) {
        return send(
                request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Uploads a photo. */
    public Answer upload(@Nullable UUID opId, byte @Nullable [] file) {
        var border = "----linli-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        if (opId != null) {
            part(body, border, "name=\"opId\"", opId.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (file != null) {
            part(body, border, "name=\"file\"; filename=\"../../x.jpg\"", file);
        }
        body.writeBytes(("--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request("/api/v1/photos")
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Uploads a form as it is, whose parts are bordered by B. */
    Answer form(String parts) {
        return send(
                request("/api/v1/photos")
                        .header("Content-Type", "multipart/form-data; boundary=B")
                        .POST(BodyPublishers.ofString(parts + "--B--\r\n")));
    }

    private static void part(ByteArrayOutputStream body, String border, String name, byte[] data) {
        var head = "--" + border + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(data);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        request.header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (cookie != null) {
            request.header("Cookie", cookie).header("X-Linli", "1");
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
