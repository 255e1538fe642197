package org.linli.access;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.OpenIdProvider;
import org.linli.platform.http.OutboundHttp;
import org.springframework.stereotype.Component;

/** The other system that people may sign in with, if a setting names one. */
@Component
class Provider {

    /** The page that it sends people back to. */
    private static final String BACK = "/sign-in/back";

    private final @Nullable ProviderSettings settings;
    private final @Nullable OpenIdProvider client;

    Provider(AccessSettings access, OutboundHttp http, Clock clock) {
        this.settings = access.provider();
        this.client =
                settings == null
                        ? null
                        : new OpenIdProvider(terms(settings, access.address()), http, clock);
    }

    private static OpenIdProvider.Terms terms(ProviderSettings settings, @Nullable URI address) {
        return new OpenIdProvider.Terms(
                settings.issuer(),
                settings.clientId(),
                settings.clientSecret(),
                URI.create(address + BACK),
                settings.acr(),
                settings.amr());
    }

    /** What people call it; empty if there is none. */
    Optional<String> name() {
        return Optional.ofNullable(settings).map(ProviderSettings::name);
    }

    /** As it names itself. */
    String issuer() {
        return settings().issuer().toString();
    }

    /** Whether nobody gets in who has not shown two factors there. */
    boolean isTwoFactorsRequired() {
        return settings().required();
    }

    /**
     * Talks with it.
     *
     * @throws NoProvider if there is none
     */
    OpenIdProvider client() {
        if (client == null) {
            throw new NoProvider();
        }
        return client;
    }

    private ProviderSettings settings() {
        if (settings == null) {
            throw new NoProvider();
        }
        return settings;
    }
}
