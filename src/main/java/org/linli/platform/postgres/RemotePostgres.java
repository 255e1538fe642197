package org.linli.platform.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that somebody else runs. */
record RemotePostgres(String url, String user, String password) implements Database {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:jdbc:)?postgres(?:ql)?://(?:(?<who>[^@/]*)@)?(?<where>[^@]+/[^@?]+(?:[?].*)?)");

    /**
     * Reads an address such as {@code postgresql://user:password@host:5432/linli}, with or without
     * {@code jdbc:} and with several hosts where there are replicas.
     *
     * @param user who signs in; null to take it from the address
     * @param password theirs; null to take it from the address
     * @throws DatabaseRefused if the address cannot be read
     */
    static RemotePostgres at(String address, @Nullable String user, @Nullable String password) {
        var read = ADDRESS.matcher(address.strip());
        if (!read.matches()) {
            throw new DatabaseRefused("database/url-unreadable");
        }
        var who = Optional.ofNullable(read.group("who")).orElse("").split(":", 2);
        return new RemotePostgres(
                "jdbc:postgresql://" + read.group("where"),
                user != null ? user : decoded(who[0]),
                password != null ? password : who.length < 2 ? "" : decoded(who[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Nothing was started, so nothing is stopped. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return url;
    }
}
