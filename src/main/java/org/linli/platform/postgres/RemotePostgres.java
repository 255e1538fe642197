package org.linli.platform.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that somebody else runs. */
record RemotePostgres(String url, String user, String password, Login owner) implements Database {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:jdbc:)?postgres(?:ql)?://(?:(?<who>[^@/]*)@)?(?<where>[^@]+/[^@?]+(?:[?].*)?)");

    /** One whose only role owns what it works with. */
    RemotePostgres(String url, String user, String password) {
        this(url, user, password, new Login(user, password));
    }

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

    /** The same with another role that owns what is in it; unchanged where none is named. */
    RemotePostgres ownedBy(@Nullable String name, @Nullable String itsPassword) {
        return name == null || name.isBlank()
                ? this
                : new RemotePostgres(
                        url,
                        user,
                        password,
                        new Login(name, itsPassword == null ? "" : itsPassword));
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
