package org.linli.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.PasskeySite;
import org.springframework.stereotype.Component;

/**
 * Under which address browsers reach this installation, as far as that matters for signing in: a
 * passkey belongs to one domain, and is made and shown nowhere else.
 */
@Component
public class OwnAddress {

    private static final String LOCALHOST = "localhost";

    private final @Nullable URI address;

    OwnAddress(AccessSettings settings) {
        this.address = settings.address();
    }

    /** The one address by setting; null if any under which a browser gets here will do. */
    public @Nullable String set() {
        return address == null ? null : originOf(address);
    }

    /**
     * Where passkeys belong that a browser makes or shows at this host; empty if they work there
     * not at all, because it is no domain or not the address by setting.
     *
     * @param host as the request names it, with its port
     */
    public Optional<PasskeySite> site(@Nullable String host) {
        return Optional.ofNullable(host)
                .flatMap(OwnAddress::parsed)
                .filter(asked -> address == null || asked.getAuthority().equals(authority(address)))
                .filter(asked -> isDomain(asked.getHost()))
                .map(asked -> new PasskeySite(asked.getHost(), origins(asked)));
    }

    /**
     * Where passkeys belong at this host.
     *
     * @throws PasskeyElsewhere if they do not work there
     */
    public PasskeySite require(@Nullable String host) {
        return site(host).orElseThrow(PasskeyElsewhere::new);
    }

    /** Browsers keep passkeys to encrypted pages, save on the machine itself. */
    private Set<String> origins(URI asked) {
        if (address != null) {
            return Set.of(originOf(address));
        }
        var encrypted = "https://" + asked.getAuthority();
        return isThisMachine(asked.getHost())
                ? Set.of(encrypted, "http://" + asked.getAuthority())
                : Set.of(encrypted);
    }

    private static Optional<URI> parsed(String host) {
        try {
            return Optional.of(URI.create("https://" + host.toLowerCase(Locale.ROOT)))
                    .filter(uri -> uri.getHost() != null && host.equalsIgnoreCase(authority(uri)));
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    /** A domain's last label begins with a letter; addresses of machines are numbers. */
    private static boolean isDomain(String host) {
        var last = host.substring(host.lastIndexOf('.') + 1);
        return !last.isEmpty() && Character.isLetter(last.charAt(0));
    }

    private static boolean isThisMachine(String host) {
        return host.equals(LOCALHOST) || host.endsWith("." + LOCALHOST);
    }

    private static String originOf(URI uri) {
        return uri.getScheme() + "://" + authority(uri);
    }

    private static String authority(URI uri) {
        return uri.getRawAuthority();
    }
}
