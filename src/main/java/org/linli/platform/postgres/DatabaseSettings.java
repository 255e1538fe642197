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
 * @param owner who owns what is in the database and migrates it; null for the same as the user
 * @param ownerPassword theirs
 * @param connections at most so many at once
 */
@ConfigurationProperties("linli.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String owner,
        @Nullable String ownerPassword,
        @DefaultValue("32") int connections) {}
