package org.linli.bench.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Sends POST after POST from many clients at once, each over a connection of its own. It does as
 * little as a client can, because it shares the machine with what it measures.
 */
final class HttpLoad {

    private final int port;
    private final String token;

    HttpLoad(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /**
     * @param rate answers a second
     * @param bodies of the answers with status 201
     * @param others how many answers had another status
     */
    record Result(double rate, List<String> bodies, int others) {}

    /** Lets so many clients send for a time. */
    Result run(String path, Supplier<String> body, int clients, double seconds) {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        var start = System.nanoTime();
        var results = new ArrayList<Future<Result>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                results.add(threads.submit(() -> client(path, body, end)));
            }
        }
        var took = (System.nanoTime() - start) / 1e9;
        return sum(results, took);
    }

    /** Sends one and waits for its answer. */
    String once(String path, String body) {
        try (var connection = new Client()) {
            return connection.post(path, body).body;
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    private static Result sum(List<Future<Result>> results, double took) {
        var bodies = new ArrayList<String>();
        int others = 0;
        try {
            for (var result : results) {
                bodies.addAll(result.get().bodies);
                others += result.get().others;
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return new Result((bodies.size() + others) / took, bodies, others);
    }

    private Result client(String path, Supplier<String> body, long end) throws IOException {
        var bodies = new ArrayList<String>();
        int others = 0;
        try (var connection = new Client()) {
            while (System.nanoTime() < end) {
                var answer = connection.post(path, body.get());
                if (answer.status == 201) {
                    bodies.add(answer.body);
                } else {
                    others++;
                }
            }
        }
        return new Result(0, bodies, others);
    }

    private record Answer(int status, String body) {}

    private final class Client implements AutoCloseable {

        private Socket socket;
        private InputStream in;
        private boolean ended;

        Client() throws IOException {
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream());
        }

        private Socket connected() throws IOException {
            var fresh = new Socket("127.0.0.1", port);
            fresh.setTcpNoDelay(true);
            return fresh;
        }

        /** Servers end a connection after so many requests, and say so before. */
        private void connectAgainIfEnded() throws IOException {
            if (ended) {
                socket.close();
                socket = connected();
                in = new BufferedInputStream(socket.getInputStream());
                ended = false;
            }
        }

        Answer post(String path, String body) throws IOException {
            connectAgainIfEnded();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head =
                    "POST "
                            + path
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                            + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + bytes.length
                            + "\r\n\r\n";
            var request = new byte[head.length() + bytes.length];
            System.arraycopy(
                    head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
            System.arraycopy(bytes, 0, request, head.length(), bytes.length);
            socket.getOutputStream().write(request);
            return answer();
        }

        private Answer answer() throws IOException {
            int status = Integer.parseInt(line().substring(9, 12));
            int length = 0;
            boolean chunked = false;
            for (var line = line(); !line.isEmpty(); line = line()) {
                var header = line.toLowerCase(Locale.ROOT);
                if (header.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
                ended |= header.equals("connection: close");
                chunked |= header.equals("transfer-encoding: chunked");
            }
            return new Answer(status, chunked ? chunks() : text(length));
        }

        private String chunks() throws IOException {
            var body = new StringBuilder();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.append(text(size));
                line();
            }
            line();
            return body.toString();
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String text(int length) throws IOException {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            var line = new StringBuilder(80);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("The server hung up");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
