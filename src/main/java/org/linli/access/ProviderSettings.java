package org.linli.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Another system that people may sign in with: an OpenID provider.
 *
 * @param issuer as it names itself
 * @param clientId as it knows us
 * @param clientSecretFile where the secret lies that it knows us by; null if there is none
 * @param name what people call it
 * @param acr which of its {@code acr} tell of two factors
 * @param amr which of its {@code amr} do
 * @param required whether nobody gets in without
 */
record ProviderSettings(
        URI issuer,
        String clientId,
        @Nullable Path clientSecretFile,
        String name,
        @DefaultValue List<String> acr,
        @DefaultValue List<String> amr,
        @DefaultValue("false") boolean required) {

    ProviderSettings {
        acr = List.copyOf(acr);
        amr = List.copyOf(amr);
        if (required && acr.isEmpty() && amr.isEmpty()) {
            throw new IllegalArgumentException(
                    "linli.access.provider.required needs to be told by which acr or amr");
        }
    }

    @Nullable String clientSecret() {
        try {
            return clientSecretFile == null ? null : Files.readString(clientSecretFile).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
