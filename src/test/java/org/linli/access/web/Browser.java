package org.linli.access.web;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Keeps cookies as a browser does, and sends what our pages send. */
final class Browser {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MockMvcTester mvc;

    /** Its own, so that what one address may do in a minute does not join tests. */
    private final String address =
            "10.9.%d.%d".formatted(COUNT.get() / 250, COUNT.incrementAndGet() % 250);

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private @Nullable Phone phone;
    private @Nullable String proof;

    Browser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult get(String address) {
        return send(HttpMethod.GET, address, "");
    }

    MvcTestResult post(String address, String body) {
        return send(HttpMethod.POST, address, body.replace('\'', '"'));
    }

    MvcTestResult put(String address, String body) {
        return send(HttpMethod.PUT, address, body.replace('\'', '"'));
    }

    MvcTestResult delete(String address) {
        return send(HttpMethod.DELETE, address, "");
    }

    /** Signs each request from now on. */
    Browser on(@Nullable Phone phone) {
        this.phone = phone;
        return this;
    }

    /** Sends this proof with each request from now on, whatever the request. */
    Browser with(String proof) {
        this.proof = proof;
        return this;
    }

    /** The same cookies in another window, which goes its own way from now on. */
    Browser copy() {
        var copy = new Browser(mvc);
        copy.cookies.putAll(cookies);
        return copy;
    }

    private MvcTestResult send(HttpMethod method, String where, String body) {
        var request =
                mvc.method(method)
                        .uri(where)
                        .remoteAddress(address)
                        .header("X-Linli", "1")
                        .header("Host", "localhost")
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux) Test/1.0")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        var signed = phone == null ? proof : phone.proof(method.name(), where);
        if (signed != null) {
            request.header("DPoP", signed);
        }
        var answer = request.exchange();
        for (var cookie : answer.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return answer;
    }
}
