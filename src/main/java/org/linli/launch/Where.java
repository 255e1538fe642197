package org.linli.launch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a command finds its Linli: in a data directory while it is stopped, or running at a URL.
 */
final class Where {

    static final Set<String> OPTIONS = Set.of("data", "url", "token");

    private Where() {}

    /** The Linli that runs at {@code --url}, or empty for the data of one that is stopped. */
    static Optional<RemoteLinli> remote(Arguments arguments, Locale language) {
        return arguments
                .option("url")
                .map(url -> new RemoteLinli(address(url), arguments.required("token"), language));
    }

    private static URI address(String url) {
        try {
            var address = URI.create(url.replaceAll("/+$", ""));
            if (address.getHost() != null && address.getScheme().startsWith("http")) {
                return address;
            }
        } catch (IllegalArgumentException unreadable) {
            throw new WrittenWrongly("launch/value-wrong", "--url", url);
        }
        throw new WrittenWrongly("launch/value-wrong", "--url", url);
    }
}
