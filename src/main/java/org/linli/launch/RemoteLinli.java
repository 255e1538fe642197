package org.linli.launch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Rejection;
import org.linli.platform.words.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Linli that runs elsewhere, worked with over HTTP. */
final class RemoteLinli {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final String token;
    private final Locale language;
    private final HttpClient http = HttpClient.newHttpClient();

    RemoteLinli(URI address, String token, Locale language) {
        this.address = address;
        this.token = token;
        this.language = language;
    }

    /**
     * Sends a file to be imported there.
     *
     * @throws ToldByLinli if it is refused
     */
    ImportReport load(String kind, Path file, ImportOptions options, ImportProgress progress) {
        try {
            var request =
                    request("/api/v1/imports/" + word(kind) + query(options))
                            .header("Content-Type", contentType(file))
                            .POST(HttpRequest.BodyPublishers.ofFile(file))
                            .build();
            return report(send(request, BodyHandlers.ofLines()), progress);
        } catch (FileNotFoundException gone) {
            throw new ToldByLinli(Message.of("launch/no-file", file.toString()));
        } catch (UncheckedIOException brokenOff) {
            throw new ToldByLinli(Message.of("launch/broken-off", address.toString()));
        }
    }

    /**
     * Fetches a file of everything of one kind.
     *
     * @throws ToldByLinli if it is refused
     */
    void export(String kind, OutputStream out) throws IOException {
        var request = request("/api/v1/exports/" + word(kind)).GET().build();
        var response = send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw refused(new String(body.readAllBytes(), StandardCharsets.UTF_8), response);
            }
            body.transferTo(out);
        }
    }

    /**
     * Has the audit trail checked there.
     *
     * @throws ToldByLinli if it is refused
     */
    TrailCommand.Told trail() {
        var response = send(request("/api/v1/audit/check").GET().build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw refused(response.body(), response);
        }
        var verdict = JSON.readTree(response.body());
        return new TrailCommand.Told(
                verdict.get("holds").asBoolean(), told(verdict.get("said").asString()));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException away) {
            var reason = Message.of("launch/no-answer", address.toString(), away.toString());
            throw new ToldByLinli(reason);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language.toLanguageTag());
    }

    private ImportReport report(HttpResponse<Stream<String>> response, ImportProgress progress) {
        try (var lines = response.body()) {
            if (response.statusCode() != 200) {
                throw refused(lines.collect(Collectors.joining("\n")), response);
            }
            ImportReport report = null;
            for (var line : (Iterable<String>) lines::iterator) {
                var told = JSON.readTree(line);
                if (told.has("done")) {
                    progress.at(told.get("done").asLong(), told.get("total").asLong());
                } else if (told.has("problem")) {
                    throw refused(told.get("problem").toString(), response);
                } else {
                    report = report(told);
                }
            }
            if (report == null) {
                throw new ToldByLinli(Message.of("launch/broken-off", address.toString()));
            }
            return report;
        }
    }

    private static ImportReport report(JsonNode told) {
        var rejections = new ArrayList<Rejection>();
        for (var one : told.get("rejections")) {
            rejections.add(
                    new Rejection(
                            one.get("row").asLong(),
                            one.get("column").asString(),
                            one.get("value").asString(),
                            told(one.get("reason").asString())));
        }
        List<Message> notes = new ArrayList<>();
        told.get("notes").forEach(note -> notes.add(told(note.asString())));
        return new ImportReport(
                told.get("accepted").asLong(),
                told.get("unchanged").asLong(),
                told.get("rejected").asLong(),
                rejections,
                notes);
    }

    /** A sentence that the other side has worded already. */
    private static Message told(String sentence) {
        return Message.of("launch/told", sentence);
    }

    private static ToldByLinli refused(String body, HttpResponse<?> response) {
        try {
            var detail = JSON.readTree(body).path("detail").asString("");
            if (!detail.isEmpty()) {
                return new ToldByLinli(told(detail));
            }
        } catch (RuntimeException notOurs) {
            return new ToldByLinli(Message.of("launch/status", response.statusCode()));
        }
        return new ToldByLinli(Message.of("launch/status", response.statusCode()));
    }

    private static String query(ImportOptions options) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("zone", options.zone().getId());
        query.put("datum", options.datum().name().toLowerCase(Locale.ROOT));
        options.scheme().ifPresent(scheme -> query.put("scheme", scheme));
        query.put("createMissing", Boolean.toString(options.createMissing()));
        query.put("dryRun", Boolean.toString(options.dryRun()));
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + word(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String contentType(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        return name.endsWith("json") ? "application/geo+json" : "text/csv";
    }
}
