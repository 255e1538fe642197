package org.linli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.linli.BadRequests.Request;

/**
 * Requests that nobody would think of: ordinary wrong ones, each bent once or more at a place that
 * a seed chooses. The same seed makes the same requests.
 */
final class RandomRequests {

    private static final List<String> PIECES =
            List.of(
                    "\u0000",
                    "\r\nX-Planted: 1",
                    "../../../../etc/passwd",
                    "%00",
                    "${jndi:ldap://127.0.0.1/x}",
                    "#{T(java.lang.Runtime)}",
                    "*)(uid=*",
                    "' or 1=1 --",
                    "<script>window.__xss=1</script>",
                    "\ud83e",
                    "\u202e",
                    "9".repeat(400),
                    "[".repeat(500),
                    "-0",
                    "1e-400",
                    "0000-00-00T99:99:99Z",
                    "true",
                    "null",
                    "\"");

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json;charset=gb18030",
                    "text/csv",
                    "multipart/form-data; boundary=x",
                    "application/octet-stream",
                    "*/*");

    private final Random random;
    private final List<Request> seeds;

    RandomRequests(long seed, List<Request> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds.stream().filter(request -> request.body().length < 20_000).toList();
    }

    Stream<Request> stream() {
        return Stream.generate(() -> {
            var request = one(seeds);
            for (var bends = 1 + random.nextInt(3); bends > 0; bends--) {
                request = bent(request);
            }
            return request;
        });
    }

    private Request bent(Request request) {
        return switch (random.nextInt(5)) {
            case 0 -> with(request, bitFlipped(request.body()));
            case 1 -> with(request, spliced(request.body()));
            case 2 -> with(request, cut(request.body()));
            case 3 ->
                    new Request(
                            request.method(), request.address(), one(TYPES), request.body(), "");
            default -> queried(request);
        };
    }

    private Request queried(Request request) {
        var piece = java.net.URLEncoder.encode(one(PIECES), StandardCharsets.UTF_8);
        var names = List.of("limit", "cursor", "area", "from", "sort", "x", "text", "version", "");
        var address = request.address() + "&" + one(names) + "=" + piece;
        return new Request(request.method(), address, request.contentType(), request.body(), "");
    }

    private byte[] bitFlipped(byte[] body) {
        var flipped = body.clone();
        for (var at = 0; at < 3 && flipped.length > 0; at++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] spliced(byte[] body) {
        var at = random.nextInt(body.length + 1);
        var start = new String(body, 0, at, StandardCharsets.ISO_8859_1);
        var end = new String(body, at, body.length - at, StandardCharsets.ISO_8859_1);
        return (start + one(PIECES) + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] cut(byte[] body) {
        return Arrays.copyOf(body, random.nextInt(body.length + 1));
    }

    private static Request with(Request request, byte[] body) {
        return new Request(request.method(), request.address(), request.contentType(), body, "");
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
