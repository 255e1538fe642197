package org.linli.access;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an installation lets people sign in.
 *
 * @param devices whether field staff can sign in on enrolled phones alone
 * @param address the one under which browsers reach it, such as {@code https://linli.example}; null
 *     if any will do
 * @param provider another system that people may sign in with; null for none
 */
@ConfigurationProperties("linli.access")
record AccessSettings(
        @DefaultValue("offered") Devices devices,
        @Nullable URI address,
        @Nullable ProviderSettings provider) {

    enum Devices {
        OFFERED,
        REQUIRED
    }

    AccessSettings {
        if (address != null) {
            address = URI.create(address.toString().toLowerCase(Locale.ROOT).replaceAll("/$", ""));
            if (!address.toString().matches("https?://[^/?#@]+") || address.getHost() == null) {
                throw new IllegalArgumentException(
                        "linli.access.address must be like https://linli.example, not " + address);
            }
        }
        if (provider != null && address == null) {
            throw new IllegalArgumentException(
                    "linli.access.provider needs linli.access.address, where it sends people back");
        }
    }
}
