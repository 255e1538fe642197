package org.linli.platform.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database to use.
 *
 * @param url of a PostgreSQL server; null for the embedded one
 * @param user who signs in there; null if the URL says so
 * @param password theirs; null if the URL says so
 * @param connections at most so many at once
 */
@ConfigurationProperties("linli.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("32") int connections) {}
