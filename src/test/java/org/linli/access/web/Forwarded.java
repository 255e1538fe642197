package org.linli.access.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks over the network as a proxy would, in somebody else's name. */
final class Forwarded {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Forwarded() {}

    static int status(int port, String address, String client)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                        .header("X-Forwarded-For", client)
                        .header("X-Forwarded-Proto", "https")
                        .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }
}
