package org.linli.platform.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one class that calls anybody (SECURITY §4.12). It calls hosts that a setting names, and
 * connects to the very address that it has looked at, so that a name cannot lead elsewhere between
 * the look and the call. It follows no redirect, believes no proxy of the environment, keeps no
 * cookie, and reads no more than {@link #MOST_BYTES}.
 */
@Component
public class OutboundHttp implements DisposableBean {

    /** The longest answer that is read. */
    static final int MOST_BYTES = 64 << 10;

    private static final Timeout CONNECTED_WITHIN = Timeout.ofSeconds(5);
    private static final Timeout ANSWERED_WITHIN = Timeout.ofSeconds(10);

    /** However slowly the answer trickles. */
    private static final int OVER_WITHIN_SECONDS = 20;

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** How a name becomes addresses. */
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** What was answered. */
    public record Reply(int status, String body) {}

    private final Names names;
    private final Set<String> listed;
    private final Set<String> named;
    private final CloseableHttpClient client;

    @Autowired
    OutboundHttp(OutboundSettings settings, List<OutboundPartner> partners) {
        this(settings, partners, InetAddress::getAllByName);
    }

    OutboundHttp(OutboundSettings settings, List<OutboundPartner> partners, Names names) {
        this.names = names;
        this.listed =
                settings.allowed().stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        this.named =
                Stream.concat(
                                listed.stream(),
                                partners.stream().map(partner -> endpoint(partner.address())))
                        .collect(Collectors.toUnmodifiableSet());
        this.client = client();
    }

    /**
     * Asks for a page.
     *
     * @throws CallFailed if there is no answer, or it may not be asked
     */
    public Reply get(URI address) throws CallFailed {
        return call(address, new HttpGet(address));
    }

    /**
     * Sends a form.
     *
     * @param form as a browser would write it
     * @param authorization who asks; null for nobody
     * @throws CallFailed if there is no answer, or it may not be sent
     */
    public Reply post(URI address, String form, @Nullable String authorization) throws CallFailed {
        var request = new HttpPost(address);
        request.setEntity(
                new StringEntity(
                        form,
                        ContentType.APPLICATION_FORM_URLENCODED.withCharset(
                                StandardCharsets.UTF_8)));
        if (authorization != null) {
            request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        return call(address, request);
    }

    /**
     * Sends JSON.
     *
     * @param headers besides its type
     * @throws CallFailed if there is no answer, or it may not be sent
     */
    public Reply send(URI address, String json, Map<String, String> headers) throws CallFailed {
        var request = new HttpPost(address);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        headers.forEach(request::setHeader);
        return call(address, request);
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }

    private Reply call(URI address, HttpUriRequestBase request) throws CallFailed {
        requireAllowed(address);
        request.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        CompletableFuture.delayedExecutor(OVER_WITHIN_SECONDS, TimeUnit.SECONDS)
                .execute(request::cancel);
        try {
            return client.execute(request, OutboundHttp::read);
        } catch (CallFailed failed) {
            throw failed;
        } catch (IOException failed) {
            throw new CallFailed("No answer from " + endpoint(address), failed);
        }
    }

    private void requireAllowed(URI address) throws CallFailed {
        var scheme = address.getScheme();
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || !"https".equals(scheme) && !"http".equals(scheme)) {
            throw new CallFailed("Not an address to be called");
        }
        var endpoint = endpoint(address);
        if (!named.contains(endpoint)) {
            throw new CallFailed(endpoint + " is not in linli.outbound.allowed");
        }
        if ("http".equals(scheme) && !listed.contains(endpoint)) {
            throw new CallFailed(
                    endpoint
                            + " is called without encryption only if it is in linli.outbound.allowed");
        }
    }

    private static Reply read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new Reply(response.getCode(), "");
        }
        try (var body = entity.getContent()) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new CallFailed("More was answered than is read");
            }
            return new Reply(response.getCode(), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private CloseableHttpClient client() {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Checked())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(CONNECTED_WITHIN)
                                        .setSocketTimeout(ANSWERED_WITHIN)
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(CONNECTED_WITHIN)
                                .setResponseTimeout(ANSWERED_WITHIN)
                                .setRedirectsEnabled(false)
                                .build())
                .setUserAgent("Linli")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    private static String endpoint(URI address) {
        var port =
                address.getPort() != -1
                        ? address.getPort()
                        : "http".equals(address.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        return address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Hands the connection only addresses that it may be made to: all of a name's, or none. */
    private final class Checked implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            var addresses = names.addressesOf(host);
            var inside = listed.contains(host.toLowerCase(Locale.ROOT) + ":" + port);
            for (var address : addresses) {
                var reach = Reach.of(address);
                if (reach == Reach.NOWHERE || reach == Reach.INSIDE && !inside) {
                    throw new UnknownHostException(host + " leads where nobody is called");
                }
            }
            return Arrays.stream(addresses)
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("Only to be asked with a port: " + host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
